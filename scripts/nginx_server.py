"""The system's nginx with deploy/nginx.conf, on a free port of this machine."""

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CONFIG = Path(__file__).parent.parent / "deploy"
# Where nginx puts what it holds back; Debian's folders belong to its own user.
_HELD_BACK = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@contextmanager
def nginx(folder: Path, root: Path, maps: Path, extra: str = "", config: str = "") -> Iterator[int]:
    """Runs nginx and yields its port on 127.0.0.1.

    Args:
        folder: an empty one for its configuration, its log and what it holds back.
        root: what answers to "/".
        maps: the site's ``_nginx.conf``.
        extra: further configuration, within ``http``.
        config: the configuration, if not deploy/nginx.conf as it is.
    """
    port = free_port()
    user = pwd.getpwuid(os.getuid()).pw_name
    text = config or (CONFIG / "nginx.conf").read_text(encoding="utf-8")
    for old, new in {
        "user www-data;": f"user {user};",
        "pid /run/nginx.pid;": f"pid {folder}/nginx.pid;",
        "error_log /var/log/nginx/error.log": f"error_log {folder}/error.log",
        "include /srv/guide/_nginx.conf;": f"include {maps};",
        "include /etc/nginx/guide.d/": f"include {folder}/guide.d/",
        "listen 80;": f"listen 127.0.0.1:{port};",
        "root /srv/guide;": f"root {root};",
    }.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    own = folder / "guide.d"
    own.mkdir(parents=True)
    shutil.copy(CONFIG / "brotli.conf", own)
    held = "".join(f"{name}_temp_path {folder}/held;\n" for name in _HELD_BACK)
    (own / "here.conf").write_text(held + extra, encoding="utf-8")
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    command = [_program(), "-c", str(folder / "nginx.conf"), "-e", str(folder / "start.log")]
    process = subprocess.Popen([*command, "-g", "daemon off;"], stderr=subprocess.PIPE, text=True)
    try:
        _wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    """A port of 127.0.0.1 that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _program() -> str:
    path = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if path is None:
        raise RuntimeError("no nginx found: run scripts/system-packages nginx")
    return path


def _wait_for(port: int, process: subprocess.Popen) -> None:
    for _ in range(200):
        if process.poll() is not None:
            raise RuntimeError(f"nginx does not start: {process.stderr.read()}")
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("nginx does not answer")
