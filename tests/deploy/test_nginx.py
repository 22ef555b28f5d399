"""How nginx sends the files: compressed or not, once or again, and which not at all."""

import gzip
import re

import brotli
import pytest
from precompress import LEAST, to_compress

SECRET = b"secret"


def test_every_text_is_the_same_however_it_is_sent(served):
    paths = to_compress(served.folder)
    assert len(paths) > 100
    for path in paths:
        name = path.relative_to(served.folder).as_posix()
        plain = served.ask(name)
        assert plain.status == 200, name
        assert plain.body == path.read_bytes(), name
        assert "Content-Encoding" not in plain.headers
        for coding, decode in (("gzip", gzip.decompress), ("br", brotli.decompress)):
            # As browsers ask: each knows gzip.
            sent = served.ask(name, Accept_Encoding=f"gzip, deflate{', br' * (coding == 'br')}")
            assert sent.headers["Content-Type"] == plain.headers["Content-Type"], name
            if len(plain.body) < LEAST:
                assert sent.body == plain.body
                continue
            assert sent.headers["Content-Encoding"] == coding, name
            assert "Accept-Encoding" in sent.headers["Vary"], name
            assert decode(sent.body) == plain.body, name
            assert (
                sent.headers["Content-Security-Policy"]
                == (plain.headers["Content-Security-Policy"])
            )


@pytest.mark.parametrize("path", ["", "en/network/", "s/3046/", "settings.json"])
@pytest.mark.parametrize("coding", ["identity", "gzip", "br"])
def test_what_a_browser_has_is_not_sent_again(path, coding, served):
    first = served.ask(path, Accept_Encoding=coding)
    for condition in (
        {"If_None_Match": first.headers["ETag"]},
        {"If_Modified_Since": first.headers["Last-Modified"]},
    ):
        again = served.ask(path, Accept_Encoding=coding, **condition)
        assert (again.status, again.body) == (304, b"")
    changed = served.ask(path, Accept_Encoding=coding, If_None_Match='"other"')
    assert (changed.status, changed.body) == (200, first.body)


def test_a_step_page_comes_in_the_first_round_with_its_headers(served):
    """Ten packets of 1,460 bytes: what a server sends before it waits for an answer."""
    sizes = {path.stat().st_size: path for path in served.folder.glob("s/*/index.html.gz")}
    for size in sorted(sizes)[-9:]:
        path = sizes[size].with_suffix("")
        sent = served.ask(f"s/{path.parent.name}/", Accept_Encoding="br")
        headers = sum(len(name) + len(value) + 4 for name, value in sent.headers.items())
        body = len(brotli.compress(path.read_bytes(), brotli.MODE_TEXT))
        assert body + headers + len("HTTP/1.1 200 OK\r\n\r\n") <= 14600, path.parent.name


def test_a_folder_without_its_slash_leads_there(served):
    for path in ("en", "en/network", "s/3046"):
        answer = served.ask(path)
        assert (answer.status, answer.headers["Location"]) == (301, f"{served.prefix}{path}/")


def test_nothing_but_reading(served):
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "MKCOL", "TRACE"):
        for path in ("", "en/network/", "settings.json", "nowhere/"):
            assert served.ask(path, method).status == 405, (method, path)
    head, get = served.ask("en/network/", "HEAD"), served.ask("en/network/")
    assert (head.status, head.body) == (200, b"")
    assert {**head.headers, "Date": ""} == {**get.headers, "Date": ""}


@pytest.mark.parametrize(
    "path",
    [
        "_headers",
        "_nginx.conf",
        "%5fheaders",
        "./_headers",
        "en//_hidden",
        "en/_hidden",
        ".hidden",
        "en/.hidden",
        ".git/config",
        "%2egit/config",
        "index.html.gz",
        "en/network/index.html.br",
    ],
)
def test_what_is_for_servers_and_hidden_files_are_not_served(path, served):
    answer = served.ask(path)
    assert answer.status == 404
    assert b"<html" in answer.body


@pytest.mark.parametrize(
    "path",
    [
        "../../nginx/nginx.conf",
        "../../../../../../etc/passwd",
        "%2e%2e/%2e%2e/nginx/nginx.conf",
        "..%2f..%2fnginx/nginx.conf",
        "en/..%2f..%2f..%2fnginx/nginx.conf",
        "en%00/",
        "..\\..\\nginx\\nginx.conf",
    ],
)
def test_there_is_no_way_out_of_the_folder(path, served):
    answer = served.ask(path)
    assert answer.status in (400, 404)
    assert not re.search(rb"worker_processes|root:", answer.body)


def test_the_way_for_certificates_is_open(served):
    assert served.ask(".well-known/here").body == SECRET


def test_a_long_request_is_refused_and_an_unknown_host_path_is_not_found(served):
    assert served.ask("?" + "x" * 20_000).status == 414
    if served.prefix != "/":
        assert served.ask("/").status == 404
        assert served.ask("/other/").status == 404
