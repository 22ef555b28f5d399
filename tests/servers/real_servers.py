"""Dovecot and Postfix as Debian packages them, with settings, ports and folders of their own."""

import os
import random
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

LOOPBACK = "127.0.0.1"
# Both change to other users, which only root may.
AS_ROOT = [] if os.geteuid() == 0 else ["sudo", "-n"]


def free_port() -> int:
    """A port that nothing listens on, outside the range that outgoing connections take."""
    while True:
        port = random.randrange(20000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
            return port


def run(*command: str) -> None:
    # Not into a pipe: a server that stays would hold it open.
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run([*AS_ROOT, *command], stdout=said, stderr=said, check=False)
        said.seek(0)
        assert done.returncode == 0, f"{' '.join(command)}: {said.read()}"


class Server:
    """A server in a temporary folder.

    Args:
        name: its program.
        pid_file: where in the folder it writes the number of its process.

    Attributes:
        folder: what it writes; short, since names of sockets may not be long.
        log: what it says about its clients; Postfix names the port there.
    """

    def __init__(self, name: str, pid_file: str):
        if not Path(f"/usr/sbin/{name}").exists():
            pytest.fail(f"{name} is missing: scripts/system-packages mail", pytrace=False)
        if AS_ROOT and subprocess.run([*AS_ROOT, "true"], capture_output=True).returncode:
            pytest.skip(f"{name} starts as root only, and sudo asks for a password")
        self.folder = Path(tempfile.mkdtemp(prefix=f"{name}-"))
        self.folder.chmod(0o755)
        self.log = self.folder / "log"
        self.pid_file = self.folder / pid_file
        self.ports: dict[str, int] = {}

    def lines(self) -> str:
        """The log as it is now; nothing before the first line is written."""
        command = [*AS_ROOT, "cat", str(self.log)]
        # What came in is written down as it came, a TLS handshake too.
        said = subprocess.run(
            command, capture_output=True, text=True, errors="replace", check=False
        )
        return said.stdout

    def stop(self) -> None:
        # Its own number, not that of a `sudo` around it.
        run("sh", "-c", f"kill $(cat {self.pid_file})")
        self._process.wait(20)
        subprocess.run([*AS_ROOT, "rm", "-rf", str(self.folder)], check=True)

    def _start(self, *command: str) -> None:
        """Starts it and waits until it listens: it opens all ports before it serves a client."""
        self._process = subprocess.Popen([*AS_ROOT, *command], stdin=subprocess.DEVNULL)
        end = time.monotonic() + 20
        while True:
            try:
                socket.create_connection((LOOPBACK, list(self.ports.values())[-1]), 1).close()
                return
            except OSError:
                assert self._process.poll() is None, "it has ended"
                assert time.monotonic() < end, f"{self.log} says why it does not listen"
                time.sleep(0.05)


class Dovecot(Server):
    """IMAP with TLS from the start, and with STARTTLS; and the authentication that Postfix asks.

    Args:
        certificates: by the name that a client asks for.

    Attributes:
        ports: "tls" and "starttls".
        auth: the socket at which it answers Postfix.
    """

    def __init__(self, certificates: dict[str, Path]):
        super().__init__("dovecot", "run/master.pid")
        self.ports = {"tls": free_port(), "starttls": free_port()}
        self.auth = self.folder / "auth"
        file = self.folder / "dovecot.conf"
        version = subprocess.run(
            ["/usr/sbin/dovecot", "--version"], capture_output=True, text=True, check=True
        ).stdout
        settings = self._settings_23 if version.startswith("2.3") else self._settings_24
        file.write_text(settings(certificates))
        self._start("/usr/sbin/dovecot", "-F", "-c", str(file))

    def _settings_23(self, certificates: dict[str, Path]) -> str:
        first = next(iter(certificates.values()))
        names = "".join(
            f"local_name {name} {{\n  ssl_cert = <{file}\n  ssl_key = <{file}\n}}\n"
            for name, file in certificates.items()
        )
        return f"""
ssl_cert = <{first}
ssl_key = <{first}
disable_plaintext_auth = yes
mail_location = maildir:{self.folder}/mail
passdb {{
  driver = static
  args = nopassword=y
}}
userdb {{
  driver = static
  args = uid=65534 gid=65534 home={self.folder}/home
}}
{names}{self._settings_of_both()}"""

    def _settings_24(self, certificates: dict[str, Path]) -> str:
        first = next(iter(certificates.values()))
        names = "".join(
            f"local_name {name} {{\n  ssl_server_cert_file = {file}\n"
            f"  ssl_server_key_file = {file}\n}}\n"
            for name, file in certificates.items()
        )
        return f"""dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
ssl_server_cert_file = {first}
ssl_server_key_file = {first}
auth_allow_cleartext = no
mail_driver = maildir
mail_path = {self.folder}/mail
passdb static {{
  password = never-asked-for
}}
userdb static {{
  fields {{
    uid = 65534
    gid = 65534
    home = {self.folder}/home
  }}
}}
{names}{self._settings_of_both()}"""

    def _settings_of_both(self) -> str:
        return f"""
base_dir = {self.folder}/run
state_dir = {self.folder}/state
log_path = {self.log}
auth_verbose = yes
protocols = imap
listen = {LOOPBACK}
ssl = required
auth_mechanisms = plain login
service imap-login {{
  # A wait for nothing: the first client must not find it starting.
  process_min_avail = 1
  inet_listener imap {{
    port = {self.ports["starttls"]}
  }}
  inet_listener imaps {{
    port = {self.ports["tls"]}
    ssl = yes
  }}
}}
service auth {{
  unix_listener {self.auth} {{
    mode = 0666
  }}
}}
"""


class Postfix(Server):
    """SMTP for sending, on one port for each way to be right or wrong.

    Args:
        certificates: one port with STARTTLS and one with TLS from the start for each name:
            "<name>-starttls", "<name>-tls".
        auth: the socket at which Dovecot answers.

    Attributes:
        ports: those, and "no-starttls", "no-auth" (after STARTTLS), "early-auth" (before it too).
    """

    def __init__(self, certificates: dict[str, Path], auth: Path):
        super().__init__("postfix", "queue/pid/master.pid")
        settings = self.folder / "etc"
        queue = self.folder / "queue"
        data = self.folder / "data"
        for folder in (settings, queue, data, queue / "pid", queue / "private", queue / "public"):
            folder.mkdir()
        run("chown", "postfix", str(data), str(queue / "private"), str(queue / "public"))
        first = next(iter(certificates.values()))
        services = {
            "no-starttls": {"smtpd_tls_security_level": "none"},
            "no-auth": {"smtpd_sasl_auth_enable": "no"},
            "early-auth": {"smtpd_tls_auth_only": "no"},
        }
        for name, file in certificates.items():
            certificate = {"smtpd_tls_cert_file": str(file)}
            services[f"{name}-starttls"] = certificate
            services[f"{name}-tls"] = certificate | {"smtpd_tls_wrappermode": "yes"}
        self.ports = {name: free_port() for name in services}
        (settings / "main.cf").write_text(f"""
compatibility_level = 3.6
queue_directory = {queue}
data_directory = {data}
maillog_file = {self.log}
maillog_file_prefixes = {self.folder}
myhostname = mail.example.test
mydestination =
inet_interfaces = {LOOPBACK}
inet_protocols = ipv4
alias_maps =
alias_database =
local_recipient_maps =
smtpd_relay_restrictions = reject
smtpd_tls_cert_file = {first}
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {auth}
""")
        lines = [
            # "-v" writes down each line that a client says.
            f"{LOOPBACK}:{self.ports[name]} inet n - n - - smtpd -v"
            + "".join(f" -o {key}={value}" for key, value in options.items())
            + f" -o syslog_name={name}"
            for name, options in services.items()
        ]
        lines += [
            "tlsmgr unix - - n 1000? 1 tlsmgr",
            "anvil unix - - n - 1 anvil",
            "proxymap unix - - n - - proxymap",
            "postlog unix-dgram n - n - 1 postlogd",
        ]
        (settings / "master.cf").write_text("\n".join(lines) + "\n")
        # Not by way of `postfix start`, which spends seconds on the folders of all other services.
        self._start("/usr/lib/postfix/sbin/master", "-c", str(settings))
