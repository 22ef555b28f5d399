"""What nginx says beside each file, and what ``_headers`` makes other hosts say."""

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from deploy.conftest import PDF
from guide.hosting.policy import sources
from site_reader import LOCALES

EVERYWHERE = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
CODE = re.compile(r"assets/[0-9a-f]{8}/js/site\.js")


def _policy(text: str) -> dict[str, list[str]]:
    directives = [directive.split() for directive in text.split(";")]
    assert len({name for name, *_ in directives}) == len(directives)
    return {name: values for name, *values in directives}


def _code(served) -> str:
    found = (path.relative_to(served.folder).as_posix() for path in served.folder.rglob("site.js"))
    return next(path for path in found if CODE.fullmatch(path))


@pytest.mark.parametrize(
    "path", ["", "en/network/", "ja-easy/settings/", "nowhere/", "en/404.html"]
)
def test_a_page(path, served):
    headers = served.ask(path).headers
    assert headers.items() >= EVERYWHERE.items()
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-cache"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Server"] == "nginx"
    permissions = headers["Permissions-Policy"].split(",")
    assert "clipboard-write=(self)" in permissions
    assert {"camera=()", "geolocation=()", "microphone=()", "payment=()"} <= {*permissions}
    assert [one for one in permissions if not one.endswith("=()")] == ["clipboard-write=(self)"]
    policy = _policy(headers["Content-Security-Policy"])
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["require-trusted-types-for"] == ["'script'"]
    assert policy["connect-src"] == policy["worker-src"] == policy["manifest-src"] == ["'self'"]
    assert policy["img-src"] == ["'self'", "data:"]
    for kind in ("script-src", "style-src"):
        own, *hashes = policy[kind]
        assert own == "'self'"
        assert all(value.startswith("'sha256-") for value in hashes)


@pytest.mark.parametrize("path", ["s/", "s/3046/"])
def test_a_step_page(path, served):
    headers = served.ask(path).headers
    assert headers.items() >= EVERYWHERE.items()
    assert "X-Frame-Options" not in headers
    assert headers["Cache-Control"] == "no-cache"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert all(one.endswith("=()") for one in headers["Permissions-Policy"].split(","))
    policy = _policy(headers["Content-Security-Policy"])
    assert policy.pop("frame-ancestors") == ["*"]
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == ["'none'"]
    named = {"default-src", "style-src", "script-src", "img-src", "base-uri", "form-action"}
    assert policy.keys() == named
    for kind in ("script-src", "style-src"):
        assert all(value.startswith("'sha256-") for value in policy[kind])


def test_files_that_are_no_page(served):
    for path, kind, kept in (
        ("settings.json", "application/json; charset=utf-8", "no-cache"),
        ("steps.csv", "text/csv; charset=utf-8", "no-cache"),
        ("s/3046/messages.json", "application/json; charset=utf-8", "no-cache"),
        ("sitemap.xml", "text/xml; charset=utf-8", "no-cache"),
        (PDF, "application/pdf", "no-cache"),
        ("assets/images/favicon.svg", "image/svg+xml; charset=utf-8", "public, max-age=86400"),
        ("assets/images/touch-icon.png", "image/png", "public, max-age=86400"),
        (
            _code(served),
            "application/javascript; charset=utf-8",
            "public, max-age=31536000, immutable",
        ),
        (f"{Path(_code(served)).parent}/nothing.js", "text/html; charset=utf-8", "no-cache"),
    ):
        answer = served.ask(path)
        assert answer.status == (404 if "nothing" in path else 200)
        headers = answer.headers
        assert headers.items() >= EVERYWHERE.items(), path
        assert (headers["Content-Type"], headers["Cache-Control"]) == (kind, kept), path
        policy = _policy(headers["Content-Security-Policy"])
        assert policy["default-src"] == ["'none'"], path
        assert policy["frame-ancestors"] == ["'none'"], path
        shared = path.startswith(("s/", "assets/images/"))
        expected = "cross-origin" if shared else "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == expected, path
    # What a service worker may fetch is what the policy of its own file lets it.
    worker = _policy(served.ask(_code(served)).headers["Content-Security-Policy"])
    assert worker["connect-src"] == worker["script-src"] == ["'self'"]


def test_no_page_has_a_policy_with_a_hole_nor_an_inline_part_that_its_policies_forbid(served, site):
    headers = {path: served.ask(path).headers for path in ("", "s/")}
    allowed = {path: _policy(one["Content-Security-Policy"]) for path, one in headers.items()}
    for path in site.folder.rglob("*.html"):
        # Not parsed, which would take its time.
        html = path.read_text(encoding="utf-8")
        (meta,) = map(_policy, META.findall(html))
        assert '<meta name="referrer" content="same-origin">' in html, path
        of = allowed["s/" if path.is_relative_to(site.folder / "s") else ""]
        for kind, hashes in sources(html).items():
            for policy in (of, meta):
                assert {*hashes} <= {*policy.get(f"{kind}-src", [])}, path
        # Nor a style or script that the hashes leave out.
        assert not re.search(r'<style\s|<script(?! type="module">|[^>]* src=)[^>]+>', html), path
        said = " ".join(
            value for policy in (of, meta) for part in policy.values() for value in part
        )
        assert "unsafe" not in said
        assert "http" not in said
        assert "strict-dynamic" not in said


def _rules(text: str) -> list[tuple[str, dict[str, str]]]:
    found = []
    for line in text.splitlines():
        if line.startswith("/"):
            found.append((line, {}))
        elif line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            assert name not in found[-1][1]
            found[-1][1][name] = value
    return found


def test_other_hosts_say_the_same(served, site):
    """And no header twice, for any address: they would join the values."""
    text = (site.folder / "_headers").read_text(encoding="utf-8")
    rules = _rules(text)
    # The limits of Cloudflare Pages.
    assert len(rules) <= 100
    assert max(map(len, text.splitlines())) <= 2000
    for path in site.folder.rglob("*"):
        name = path.relative_to(site.folder).as_posix()
        if path.is_dir() or name.startswith("_"):
            continue
        address = served.prefix + name.removesuffix("index.html")
        fitting = [headers for pattern, headers in rules if fnmatchcase(address, pattern)]
        names = [name for headers in fitting for name in headers]
        assert len(names) == len({*names}), address
        assert "Content-Security-Policy" in names, address
    for name in ("", "en/network/", "s/", "s/3046/", "assets/images/favicon.svg", _code(served)):
        fitting = [one for pattern, one in rules if fnmatchcase(served.prefix + name, pattern)]
        expected = {key: value for one in fitting for key, value in one.items()}
        if not name.endswith(("/", "")) or "." in name:
            # A policy for files that are no pages is finer on nginx.
            del expected["Content-Security-Policy"], expected["Permissions-Policy"]
        assert served.ask(name).headers.items() >= expected.items(), name


@pytest.mark.parametrize("locale", LOCALES)
def test_an_unknown_address_is_answered_in_its_language(locale, served, site):
    for path in ("nowhere/", "nowhere/deep/er.html", "search/", "index.html.br"):
        answer = served.ask(site.home(locale) + path, Accept_Encoding="br")
        assert answer.status == 404, path
        assert answer.headers["Content-Encoding"] == "br"
        plain = served.ask(site.home(locale) + path)
        found = re.search(rb'<html lang="([\w-]+)"', plain.body)[1].decode()
        assert found == site.guide.strings[locale].html_lang, path
        assert plain.body == (served.folder / site.home(locale) / "404.html").read_bytes()


def test_a_page_that_has_not_changed_keeps_its_headers(served):
    """Browsers take over what a 304 says; one without the page's policy would break the page."""
    for path in ("", "en/network/", "s/3046/"):
        first = served.ask(path)
        again = served.ask(path, If_None_Match=first.headers["ETag"])
        assert again.status == 304
        for name in ("Content-Security-Policy", "Permissions-Policy", "Cache-Control"):
            assert again.headers[name] == first.headers[name], (path, name)
