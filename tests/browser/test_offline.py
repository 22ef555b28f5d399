"""The saved copy: complete after one visit, never broken, never mixed, never old for long."""

import itertools
import json
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from browser.faulty_server import PORTAL, FaultyServer
from chromium import OPTIONS, executable
from guide.offline.kept_files import write_lists

OLD, NEW = "993", "1993"
PORT = "table.settings [data-fact='imap.port']"
# The version in use, if there is one.
VERSION = """async () => {
  const state = await caches.open("guide-state");
  const current = await (await state.match("/mail/current"))?.json();
  return current && { version: current.version, locales: Object.keys(current.lists) };
}"""
DIGEST = """const digest = async (found) => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await found.arrayBuffer()));
  return [...hash.slice(0, 8)].map((one) => one.toString(16).padStart(2, "0")).join("");
};"""
# Kept files that are not what their key says; files of the version in use that are missing.
BROKEN = f"""async () => {{
  {DIGEST}
  const cache = await caches.open("guide-files");
  const current = await (await (await caches.open("guide-state")).match("/mail/current"))?.json();
  const keys = new Set((await cache.keys()).map((request) => request.url));
  const broken = [];
  for (const url of keys) {{
    if (await digest(await cache.match(url)) !== new URL(url).search.slice(1)) broken.push(url);
  }}
  for (const [path, hash] of Object.values(current?.lists ?? {{}}).flatMap((list) => list.files)) {{
    if (!keys.has(`${{location.origin}}/mail/${{path}}?${{hash}}`)) broken.push(`no ${{path}}`);
  }}
  return broken;
}}"""
# Which of these files a page gets otherwise than they should be.
WRONG = f"""async (files) => {{
  {DIGEST}
  const wrong = [];
  for (const [path, hash] of files) {{
    if (await digest(await fetch("/mail/" + path)) !== hash) wrong.push(path);
  }}
  return wrong;
}}"""
SOME = ("en/settings/", "en/support-desk/", "s/6028/", "s/")
FAULTS = ("500", "half", "cut", "portal", "off")


@pytest.fixture(scope="module")
def versions(site, tmp_path_factory) -> dict[str, Path]:
    """English and Vietnamese of the site as it is, and with another port everywhere."""
    folder = tmp_path_factory.mktemp("offline")
    old, new = folder / "old", folder / "new"
    for part in ("en", "vi", "s", "assets", "offline"):
        shutil.copytree(site.folder / part, old / part)
    for part in ("worker.js", "steps.json", "settings.json", "desk.json", "404.html"):
        shutil.copy(site.folder / part, old / part)
    _write_lists(old)
    shutil.copytree(old, new)
    for file in new.rglob("*"):
        if file.suffix in (".html", ".json") and file.parent.name != "offline":
            file.write_bytes(file.read_bytes().replace(OLD.encode(), NEW.encode()))
    _write_lists(new)
    return {"old": old, "new": new}


def _write_lists(folder: Path) -> None:
    lists = {locale: _list(folder, locale) for locale in ("en", "vi")}
    files = {locale: [path for path, _ in found["files"]] for locale, found in lists.items()}
    words = {locale: {key: lists[locale][key] for key in ("lang", "notice")} for locale in lists}
    shutil.rmtree(folder / "offline")
    write_lists(folder / "offline", folder, files, words)


def _list(folder: Path, locale: str = "en") -> dict:
    return json.loads((folder / f"offline/{locale}.json").read_text(encoding="utf-8"))


def _paths(folder: Path, locale: str = "en") -> list[str]:
    return [path for path, _ in _list(folder, locale)["files"]]


@pytest.fixture
def server(versions):
    server = FaultyServer(versions["old"])
    yield server
    server.close()


@pytest.fixture
def context(browser):
    context = browser.new_context(viewport={"width": 375, "height": 812}, locale="en")
    yield context
    context.close()


def _visit(context, server, path: str = "en/settings/"):
    page = context.new_page()
    page.goto(server.base + path)
    return page


def _wait_until_kept(page, folder: Path, locale: str = "en") -> None:
    """Until the copy in use is that of a folder."""
    version = _list(folder, locale)["version"]
    for _ in range(300):
        found = page.evaluate(VERSION)
        if found and found["version"] == version and locale in found["locales"]:
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{locale} is not kept: {found}")


def _wait_until_quiet(page, server) -> None:
    """Until nothing has been asked for in a while."""
    asked = None
    while asked != len(server.asked):
        asked = len(server.asked)
        page.wait_for_timeout(300)


def _notice(page) -> str:
    """What the page says of itself above its text."""
    said = page.locator(".saved p:visible").all_inner_texts()
    return " ".join(" ".join(said).split())


def _check_all(context, server, folder: Path, pages: Sequence[str]) -> None:
    """Without a network, every file is that of a folder; these pages are opened as well."""
    page = context.new_page()
    for path in pages:
        answer = page.goto(server.base + path, wait_until="commit")
        assert answer.from_service_worker, path
        text = answer.text()
        if path.startswith("s/"):
            before, _, after = text.partition('<p role="status" lang="en">')
            assert "This copy was saved on" in after, path
            text = before + after.partition("</p>")[2]
        assert text == (folder / path / "index.html").read_text(encoding="utf-8"), path
    page.goto(server.base + "en/")
    assert page.evaluate(WRONG, _list(folder)["files"]) == []
    page.close()


def test_after_one_visit_the_guide_works_in_airplane_mode_and_after_a_restart(
    browser, versions, server, tmp_path
):
    def start():
        return browser.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=executable(), args=OPTIONS, locale="en"
        )

    context = start()
    page = _visit(context, server)
    _wait_until_kept(page, versions["old"])
    assert _notice(page) == ""
    server.off()
    context.set_offline(True)
    every = [path for path in _paths(versions["old"]) if path.endswith("/")]
    assert len(every) > 50
    _check_all(context, server, versions["old"], every)
    context.close()

    context = start()
    page = _visit(context, server)
    assert page.locator(PORT).inner_text() == OLD
    today = page.evaluate("new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format()")
    page.locator(".saved p:visible").wait_for()
    assert _notice(page) == f"There is no network. This copy was saved on {today}."
    context.close()


def test_every_kind_of_address_works_without_a_network(context, versions, server):
    page = _visit(context, server, "en/network/")
    _wait_until_kept(page, versions["old"])
    server.off()
    # The first page came from the network, and finds the files of its version.
    page.locator("[id='3046'] .send summary").click()
    page.locator("[id='3046'] [data-send=ticket]").wait_for()
    page.goto(server.base + "en/network/#3046")
    assert page.locator("section[id='3046']").is_visible()
    page.goto(server.base + "en/settings")
    assert page.url == server.base + "en/settings/"
    page.goto(server.base + "en/settings/index.html")
    assert page.locator(PORT).inner_text() == OLD
    page.goto(server.base + "s/?3046-3072#en")
    assert page.locator("section#en ol li").count() == 2
    page.goto(server.base + "s/3046/#en")
    assert page.locator("section#en h2").is_visible()
    assert "This copy was saved on" in page.locator("[role=status]").inner_text()
    page.goto(server.base + "en/support-desk/")
    page.locator("#choose-3046").check()
    page.locator("[data-text=customer]", has_text="[3046]").wait_for()
    assert page.locator(".desk__qr canvas").is_visible()
    page.locator(".search-open").click()
    page.locator("#search-words").fill("VPN")
    page.locator("dialog.search ol a").first.wait_for()
    # What is not kept leads to what is.
    page.goto(server.base + "vi/network/")
    assert page.url == server.base + "en/"


def test_a_second_language_gets_only_what_it_lacks(context, versions, server):
    page = _visit(context, server)
    _wait_until_kept(page, versions["old"])
    server.asked.clear()
    page.goto(server.base + "vi/settings/")
    _wait_until_kept(page, versions["old"], "vi")
    assert [path for path in server.asked if path.startswith(("s/", "steps.json"))] == []
    # Both change to a new version together.
    server.folder = versions["new"]
    page.goto(server.base + "vi/settings/")
    _wait_until_kept(page, versions["new"], "vi")
    _wait_until_kept(page, versions["new"], "en")
    server.off()
    for path in ("en/settings/", "vi/settings/"):
        page.goto(server.base + path)
        assert page.locator(PORT).inner_text() == NEW


def test_on_a_flaky_server_nothing_broken_is_kept_and_a_later_visit_completes(
    context, versions, server
):
    chance = random.Random(1)
    bad = [*FAULTS, *[None] * 10]
    server.fault = lambda path: None if path == "en/settings/" else chance.choice(bad)
    page = _visit(context, server)
    for _ in range(40):
        page.goto(server.base + "en/settings/")
        _wait_until_quiet(page, server)
        assert page.evaluate(BROKEN) == []
        if page.evaluate(VERSION):
            break
    else:
        pytest.fail("never complete")
    server.off()
    _check_all(context, server, versions["old"], SOME)


def test_an_update_that_fails_halfway_leaves_the_old_version_whole(context, versions, server):
    page = _visit(context, server)
    _wait_until_kept(page, versions["old"])
    server.folder = versions["new"]
    turn = itertools.cycle([*FAULTS, None])
    server.fault = lambda path: next(turn) if path.startswith(("s/", "steps")) else None
    page.goto(server.base + "en/settings/")
    assert page.locator(PORT).inner_text() == OLD
    page.locator(".saved p:visible").wait_for()
    assert _notice(page) == "This guide has been updated. Show the new one"
    # From then on the network comes first; the copy is only for when there is none.
    page.locator(".saved button").click()
    page.locator(PORT, has_text=NEW).wait_for()
    _wait_until_quiet(page, server)
    assert page.evaluate(VERSION)["version"] == _list(versions["old"])["version"]
    assert page.evaluate(BROKEN) == []
    server.off()
    _check_all(context, server, versions["old"], SOME)
    server.on()
    page.goto(server.base + "en/settings/")
    assert page.locator(PORT).inner_text() == NEW
    _wait_until_kept(page, versions["new"])
    server.off()
    _check_all(context, server, versions["new"], SOME)


def test_after_an_update_one_visit_shows_the_new_page_and_none_mixes(context, versions, server):
    page = _visit(context, server)
    _wait_until_kept(page, versions["old"])
    server.folder = versions["new"]
    page.goto(server.base + "en/support-desk/")
    page.locator(".saved button:visible").wait_for()
    _wait_until_kept(page, versions["new"])
    # The page that is still open has its own version's files.
    old = dict(_list(versions["old"])["files"])
    assert page.evaluate(WRONG, [["steps.json", old["steps.json"]]]) == []
    server.off()
    _check_all(context, server, versions["new"], SOME)
    server.on()
    for path in ("en/settings/", "en/manual-setup/"):
        page.goto(server.base + path)
        assert page.locator(PORT).inner_text() == NEW
        assert _notice(page) == ""


def test_a_step_page_is_never_an_old_one_while_there_is_a_network(context, versions, server):
    page = _visit(context, server)
    _wait_until_kept(page, versions["old"])
    server.folder = versions["new"]
    answer = page.goto(server.base + "s/6028/")
    assert answer.text() == (versions["new"] / "s/6028/index.html").read_text(encoding="utf-8")


def test_a_sign_in_page_is_never_kept(context, versions, server):
    page = _visit(context, server)
    _wait_until_kept(page, versions["old"])
    server.folder = versions["new"]
    server.fault = lambda path: "portal"
    page.goto(server.base + "en/settings/")
    assert page.locator(PORT).inner_text() == OLD
    page.locator(".saved p:visible").wait_for()
    assert "This copy was saved on" in _notice(page)
    # Where it shows itself, it is shown, so that the reader can sign in.
    assert PORTAL.decode() in page.goto(server.base + "vi/").text()
    assert page.evaluate(BROKEN) == []
    server.off()
    _check_all(context, server, versions["old"], SOME)


def test_who_saves_data_gets_no_download(context, versions, server):
    saving = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    context.add_init_script(saving)
    page = _visit(context, server)
    page.evaluate("() => navigator.serviceWorker.ready")
    page.wait_for_timeout(1000)
    assert page.evaluate(VERSION) is None
    assert [path for path in server.asked if path.startswith("s/")] == []


@pytest.mark.parametrize("options", [{"service_workers": "block"}, {"java_script_enabled": False}])
def test_without_a_worker_the_site_works(options, browser, server):
    context = browser.new_context(locale="en", **options)
    errors = []
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    page.goto(server.base + "en/settings/", wait_until="networkidle")
    assert page.locator(PORT).inner_text() == OLD
    assert errors == []
    assert _notice(page) == ""
    context.close()
