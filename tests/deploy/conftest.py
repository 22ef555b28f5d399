"""The site on a real nginx, as deploy/nginx.conf serves it, and a site of somebody else."""

import http.client
import http.server
import re
import shutil
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from chromium import OPTIONS, executable
from nginx_server import nginx
from precompress import precompress
from pypdf import PdfWriter

# Pages that the tests put beside the site's own.
PLANTED = "en/planted/"
PDF = "pdf/planted.pdf"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Served:
    """The site on nginx: its address and that of the host, and the files as they are served."""

    host: str
    prefix: str
    folder: Path

    @property
    def base(self) -> str:
        return f"http://{self.host}{self.prefix}"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """The raw answer for a path within the site, or from the host's root with a slash."""
        connection = http.client.HTTPConnection(self.host, timeout=20)
        whole = path if path.startswith("/") else self.prefix + path
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, whole, headers=names)
        answer = connection.getresponse()
        found = Answer(answer.status, dict(answer.getheaders()), answer.read())
        connection.close()
        return found


@pytest.fixture(scope="session")
def served(site, tmp_path_factory) -> Served:
    folder = tmp_path_factory.mktemp("nginx")
    built = site.folder
    maps = (built / "_nginx.conf").read_text(encoding="utf-8")
    prefix = re.search(r'default "(/.*)404\.html"', maps)[1]
    files = folder / "root" / prefix.strip("/")
    shutil.copytree(built, files)
    _plant(files)
    precompress(files, quality=4)  # the best takes its time
    with nginx(folder / "nginx", folder / "root", files / "_nginx.conf") as port:
        yield Served(f"127.0.0.1:{port}", prefix, files)


def _plant(site: Path) -> None:
    """A page that somebody broke into, a PDF, and files that are nobody's business."""
    page = (site / "en/network/index.html").read_text(encoding="utf-8")
    (code,) = re.findall(r'src="[./]*/(assets/[0-9a-f]{8})/js/site\.js"', page)
    bad = (
        '<script>planted("inline script")</script>'
        '<p id="bad" onclick="planted(\'handler\')" style="position:fixed">Click</p>'
        f'<script src="../../{code}/planted.js"></script>'
    )
    target = site / PLANTED / "index.html"
    target.parent.mkdir()
    target.write_text(
        re.sub(r"<article[^>]*>", lambda found: found[0] + bad, page), encoding="utf-8"
    )
    script = """
        planted("own script");
        try { eval("planted('eval')"); } catch {}
        try { document.getElementById("bad").innerHTML = "x"; planted("text as HTML"); } catch {}
    """
    (site / code / "planted.js").write_text(script, encoding="utf-8")
    (site / "pdf").mkdir(exist_ok=True)
    writer = PdfWriter()
    writer.add_blank_page(300, 300)
    writer.write(site / PDF)
    for name in (".git/config", ".hidden", "en/.hidden", "en/_hidden", ".well-known/here"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("secret", encoding="utf-8")


@dataclass
class Outside:
    """Another origin: pages that frame ours, and what it learns of its visitors."""

    base: str
    pages: dict[str, str] = field(default_factory=dict)
    referrers: list[str | None] = field(default_factory=list)


@pytest.fixture(scope="session")
def outside() -> Outside:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            found.referrers.append(self.headers["Referer"])
            body = found.pages.get(self.path, "<!doctype html><link rel=icon href='data:,'>")
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Outside(f"http://127.0.0.1:{server.server_port}/")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield found
    server.shutdown()


@dataclass
class Tab:
    """A tab of the browser, what its console said, and what a policy forbade."""

    page: object
    said: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    planted: list[str] = field(default_factory=list)


# Told from every page and every frame in it, before anything of it runs.
_LISTEN = """addEventListener("securitypolicyviolation", (event) => violated(
  `${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));"""


@pytest.fixture
def tab(browser) -> Tab:
    with _watched(browser) as found:
        yield found


@pytest.fixture
def whole_tab(browser) -> Tab:
    """In a browser that has its viewer of PDFs."""
    whole = browser.seen.browser_type.launch(executable_path=executable(whole=True), args=OPTIONS)
    with _watched(whole) as found:
        yield found
    whole.close()


@contextmanager
def _watched(browser):
    context = browser.new_context()
    found = Tab(context.new_page())
    context.expose_function("violated", lambda what: found.violations.append(what))
    context.expose_function("planted", lambda what: found.planted.append(what))
    context.add_init_script(_LISTEN)
    found.page.on("console", lambda message: _note(found, message))
    found.page.on("pageerror", lambda error: found.said.append(f"error: {error}"))
    yield found
    context.close()


def _note(tab: Tab, message) -> None:
    # What one Chromium can be asked to permit, another does not know yet or any more.
    if "Permissions-Policy header: Unrecognized" not in message.text:
        tab.said.append(f"{message.type}: {message.text}")
