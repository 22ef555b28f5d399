"""A static server of this machine that can be told to fail as networks do."""

import hashlib
import http.server
import mimetypes
import threading
import time
from collections.abc import Callable
from pathlib import Path

PREFIX = "/mail/"
# Bytes, and seconds between them: a browser draws what it has while it waits for the next.
PIECE = 1500
PAUSE = 0.03
PORTAL = b"<!doctype html><title>Wi-Fi</title><p>Please sign in"


class FaultyServer:
    """Serves a folder under /mail/, as GitHub Pages does: ETags, kept for ten minutes.

    Attributes:
        folder: what is served; may be changed at any time.
        fault: called with each path, relative to the site; gives the name of a fault or None:
            ``500``, ``half`` (looks whole), ``cut`` (the connection breaks off), ``portal`` (200
            and a page that asks to sign in), ``off`` (no answer), ``pieces`` (whole, but bit by
            bit).
        asked: the paths that were asked for, in order.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self.fault: Callable[[str], str | None] = lambda path: None
        self.asked: list[str] = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer._answer(self)

            def log_message(self, *args):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.base = f"http://127.0.0.1:{self._server.server_port}{PREFIX}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def off(self) -> None:
        self.fault = lambda path: "off"

    def on(self) -> None:
        self.fault = lambda path: None

    def _answer(self, request) -> None:
        path = request.path.partition("?")[0].removeprefix(PREFIX)
        self.asked.append(path)
        fault = self.fault(path)
        file = self.folder / path
        if file.is_dir():
            file /= "index.html"
        if fault == "off":
            request.close_connection = True
            return
        if fault == "500" or not file.is_file():
            request.send_error(500 if fault == "500" else 404)
            return
        body, kind = file.read_bytes(), mimetypes.guess_type(file.name)[0]
        if fault == "portal":
            body, kind = PORTAL, "text/html"
        if fault == "half":
            body = body[: len(body) // 2]
        tag = f'"{hashlib.sha256(body).hexdigest()}"'
        if fault is None and request.headers.get("If-None-Match") == tag:
            request.send_response(304)
            request.send_header("ETag", tag)
            request.end_headers()
            return
        request.send_response(200)
        request.send_header("Content-Type", kind or "application/octet-stream")
        request.send_header("Content-Length", str(len(body)))
        request.send_header("Cache-Control", "no-store" if fault else "max-age=600")
        request.send_header("ETag", tag)
        request.send_header("Vary", "Accept-Encoding")
        request.end_headers()
        request.close_connection = True
        if fault == "pieces":
            for start in range(0, len(body), PIECE):
                request.wfile.write(body[start : start + PIECE])
                time.sleep(PAUSE)
        else:
            request.wfile.write(body[: len(body) // 2] if fault == "cut" else body)
