"""The saved copy: complete after one visit, never broken, never mixed, never old for long.

And whatever fails, in the storage or on the way, the page comes. A test takes one to four seconds,
most of it for a first download.
"""

import itertools
import json
import random
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from browser.desk import choose
from browser.faulty_server import PORTALS, SIGN_IN, FaultyServer
from chromium import OPTIONS, executable
from guide.offline.kept_files import write_lists
from playwright.sync_api import Error
from sampling import EVERY

OLD, NEW = "993", "1993"
# A browser that has no time for what may wait for ever.
NEVER_IDLE = """self.requestIdleCallback = (work, options) =>
  options?.timeout && setTimeout(work, options.timeout);"""
PORT = "table.settings [data-fact='imap.port']"
NOTICE = "This guide cannot be reached at the moment. This copy was saved on March 2, 2026."
SAVED_ON = datetime(2026, 3, 2, 12, tzinfo=UTC).timestamp()
# The version in use, if there is one.
VERSION = """async (root) => {
  const current = await (await caches.match(`/${root}/current`))?.json();
  return current && { version: current.version, locales: Object.keys(current.lists) };
}"""
# The addresses of all that is kept in the caches of a name.
KEYS = """const keysOf = async (start) => {
  const names = (await caches.keys()).filter((name) => name.startsWith(start));
  const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return all.flat().map((request) => request.url);
};"""
# What the page asks of the worker, with the worker's last word.
ASKS = """self.asks = [];
self.MessageChannel = class extends MessageChannel {
  constructor() {
    super();
    this.port2.other = this.port1;
  }
};
const { postMessage } = ServiceWorker.prototype;
ServiceWorker.prototype.postMessage = function (message, [port]) {
  asks.push(new Promise((resolve) => {
    port.other.addEventListener("message", ({ data }) => data.done && resolve());
  }));
  return postMessage.call(this, message, [port]);
};"""
DIGEST = """const digest = async (found) => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await found.arrayBuffer()));
  return [...hash.slice(0, 8)].map((one) => one.toString(16).padStart(2, "0")).join("");
};"""
# Kept files that are not what their key says; files of the version in use that are missing.
BROKEN = f"""async () => {{
  {DIGEST}
  {KEYS}
  const current = await (await caches.match("/mail/current"))?.json();
  const keys = new Set(await keysOf("guide-files"));
  const broken = [];
  for (const url of keys) {{
    if (await digest(await caches.match(url)) !== new URL(url).search.slice(1)) broken.push(url);
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
STEPS = ("3046", "3072", "6028")
FAULTS = ("500", "half", "cut", "portal", "off")
# Whatever the worker uses that a browser may refuse.
REFUSED = (
    "caches.open",
    "Cache.prototype.match",
    "Cache.prototype.put",
    "Cache.prototype.keys",
    "Cache.prototype.delete",
    "Response.prototype.arrayBuffer",
    "Response.prototype.text",
    "Response.prototype.json",
    "clients.get",
)
REFUSE = """(name) => {
  const last = name.lastIndexOf(".");
  const owner = name.slice(0, last).split(".").reduce((found, one) => found[one], self);
  const before = owner[name.slice(last + 1)];
  owner[name.slice(last + 1)] = () => Promise.reject(new DOMException(name, "UnknownError"));
  self.allow = () => { owner[name.slice(last + 1)] = before; };
}"""


@pytest.fixture(scope="module")
def versions(site, tmp_path_factory) -> dict[str, Path]:
    """English and Vietnamese of the site as it is, with a few steps; and with another port."""
    folder = tmp_path_factory.mktemp("offline")
    old, new = folder / "old", folder / "new"
    for part in ("en", "vi", *(f"s/{code}" for code in STEPS), "assets", "offline"):
        shutil.copytree(site.folder / part, old / part)
    pieces = ("worker.js", "steps.json", "settings.json", "desk.json", "404.html", "s/index.html")
    for part in pieces:
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
    files = {
        locale: [path for path, _ in found["files"] if (folder / path).exists()]
        for locale, found in lists.items()
    }
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
    server.date = SAVED_ON
    yield server
    server.close()


@pytest.fixture
def context(browser):
    context = browser.new_context(viewport={"width": 375, "height": 812}, locale="en")
    context.add_init_script(ASKS)
    yield context
    context.close()


def _visit(context, server, path: str = "en/settings/"):
    page = context.new_page()
    page.goto(server.base + path)
    return page


def _wait_until_kept(page, folder: Path, locale: str = "en", root: str = "mail") -> None:
    """Until the copy in use is that of a folder."""
    version = _list(folder, locale)["version"]
    for _ in range(300):
        found = page.evaluate(VERSION, root)
        if found and found["version"] == version and locale in found["locales"]:
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{locale} is not kept: {found}")


def _asks(page, at_most: int = 100) -> int:
    """How often a page asks the worker to download, until it ends; its pauses are skipped.

    0 where it has no worker to ask, in two seconds.
    """
    page.clock.install()
    for _ in range(20):
        if page.evaluate("asks.length"):
            break
        page.wait_for_timeout(100)
    count = None
    while count != page.evaluate("asks.length"):
        count = page.evaluate("async () => { await Promise.all(asks); return asks.length; }")
        assert count <= at_most, "it does not end"
        page.clock.fast_forward(60_000)
    return count


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
        return browser.seen.browser_type.launch_persistent_context(
            tmp_path / "profile",
            executable_path=executable(whole=EVERY),
            args=OPTIONS,
            locale="en",
        )

    context = start()
    page = _visit(context, server)
    _wait_until_kept(page, versions["old"])
    assert _notice(page) == ""
    server.off()
    context.set_offline(True)
    _check_all(context, server, versions["old"], SOME)
    context.close()

    context = start()
    page = _visit(context, server)
    assert page.locator(PORT).inner_text() == OLD
    # By the server's clock: the phone's may be wrong.
    page.locator(".saved p:visible").wait_for()
    assert _notice(page) == NOTICE
    context.close()


def test_a_tab_that_is_never_idle_keeps_the_guide_too(context, versions, server):
    context.add_init_script(NEVER_IDLE)
    _wait_until_kept(_visit(context, server), versions["old"])


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
    # A route goes on, and keeps what was tried.
    page.goto(server.base + "en/fix/suddenly/#3046")
    page.locator("section[id='3046'] [data-result='2']").click()
    page.locator("section[id='3072']:visible").wait_for()
    assert page.evaluate("localStorage.getItem('guide-tried')") == '{"3046":2}'
    page.goto(server.base + "en/support-desk/")
    choose(page, "3046")
    page.locator("[data-text=customer]", has_text="[3046]").wait_for()
    assert page.locator(".desk__qr canvas").is_visible()
    page.locator(".search-open").click()
    page.locator("#search-words").fill("VPN")
    page.locator("dialog.search ol a").first.wait_for()
    # What is not kept leads to the same in a language that is; what nobody has, to its first page.
    page.goto(server.base + "vi/network/#3046")
    assert page.url == server.base + "en/network/#3046"
    page.goto(server.base + "vi/nothing/")
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
        _asks(page)
        assert page.evaluate(BROKEN) == []
        if page.evaluate(VERSION, "mail"):
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
    _asks(page)
    assert page.evaluate(VERSION, "mail")["version"] == _list(versions["old"])["version"]
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


def test_a_sign_in_page_never_stands_where_a_copy_could(context, versions, server):
    first = _visit(context, server, "en/network/")
    _wait_until_kept(first, versions["old"])
    server.fault = lambda path: "portal"
    # What a page from the network gets later is no sign-in page, either.
    first.locator("[id='3046'] .send summary").click()
    first.locator("[id='3046'] [data-send=ticket]").wait_for()
    # The copy is known to be out of date: the network comes first.
    server.folder = versions["new"]
    server.fault = lambda path: None if path.startswith("offline/") else "500"
    page = _visit(context, server)
    _asks(page)
    for kind in PORTALS:
        server.fault = lambda path, kind=kind: kind
        page.goto(server.base + "en/settings/")
        assert page.locator(PORT).inner_text() == OLD
        page.locator(".saved p:visible").wait_for()
        assert _notice(page) == NOTICE
        page.goto(server.base + "s/6028/")
        assert page.locator("[role=status]").inner_text() == NOTICE
        # Where there is no copy it is shown, so that the reader can sign in.
        page.goto(server.base + "vi/")
        assert "Please sign in" in page.content()
        assert (SIGN_IN in page.url) == (kind == "redirect")
        page.goto(server.base + "en/")
        assert page.evaluate(BROKEN) == []
    server.off()
    _check_all(context, server, versions["old"], SOME)


def test_who_saves_data_gets_no_download(context, versions, server):
    saving = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    context.add_init_script(saving)
    page = _visit(context, server)
    assert _asks(page) == 1
    assert page.evaluate(VERSION, "mail") is None
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


def _limit_storage(context, page, server, size: int) -> None:
    client = context.new_cdp_session(page)
    limit = {"origin": server.origin, "quotaSize": size}
    client.send("Storage.overrideQuotaForOrigin", limit)


def test_with_a_full_storage_every_page_still_comes(context, versions, server):
    page = _visit(context, server)
    _wait_until_kept(page, versions["old"])
    _asks(page)
    used = page.evaluate("async () => (await navigator.storage.estimate()).usage")
    _limit_storage(context, page, server, used - 1)
    for path in ("en/settings/", "en/", "s/6028/", "s/", "vi/settings/"):
        assert page.goto(server.base + path).ok
    # A new version cannot be kept, but is shown.
    server.folder = versions["new"]
    page.goto(server.base + "en/settings/")
    _asks(page)
    page.goto(server.base + "en/settings/")
    assert page.locator(PORT).inner_text() == NEW
    server.off()
    _check_all(context, server, versions["old"], SOME)


def test_whatever_the_browser_refuses_the_worker_every_page_comes(context, versions, server):
    page = _visit(context, server)
    _wait_until_kept(page, versions["old"])
    (worker,) = context.service_workers
    for name in REFUSED:
        worker.evaluate(REFUSE, name)
        for path in ("en/settings/", "s/6028/"):
            answer = page.goto(server.base + path, wait_until="commit")
            assert answer.text().startswith("<!doctype html>"), name
        worker.evaluate("() => self.allow()")


@pytest.mark.parametrize(
    "kept", ["{", "null", '{"version":"1","lists":{"en":{}}}', '{"version":"1","lists":{}}']
)
def test_what_is_kept_may_be_damaged(kept, context, versions, server):
    page = _visit(context, server)
    _wait_until_kept(page, versions["old"])
    damage = """async (kept) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
          if (/(current|previous|checked)$/.test(url)) await cache.put(url, new Response(kept));
        }
      }
    }"""
    page.evaluate(damage, kept)
    page.goto(server.base + "en/settings/")
    assert page.locator(PORT).inner_text() == OLD
    _asks(page, at_most=4)
    _wait_until_kept(page, versions["old"])


@pytest.mark.parametrize("trouble", ["comment", "no list", "small storage"])
def test_downloading_that_leads_nowhere_ends(trouble, context, versions, server):
    page = context.new_page()
    if trouble == "comment":
        server.fault = lambda path: "comment"
    if trouble == "no list":
        server.fault = lambda path: "404" if path.startswith("offline/") else None
    if trouble == "small storage":
        _limit_storage(context, page, server, 600_000)
    page.goto(server.base + "en/settings/")
    assert _asks(page, at_most=4)
    assert len(server.asked) < 1.5 * len(_paths(versions["old"]))
    assert page.evaluate(VERSION, "mail") is None


def test_two_copies_of_the_site_on_one_host_leave_each_other_alone(context, versions, server):
    server.others = {"mail-test": versions["new"]}
    page = _visit(context, server)
    _wait_until_kept(page, versions["old"])
    page.goto(server.origin + "mail-test/en/settings/")
    _wait_until_kept(page, versions["new"], root="mail-test")
    server.off()
    for root, port in (("mail", OLD), ("mail-test", NEW)):
        for path in ("en/", "en/settings/"):
            assert page.goto(f"{server.origin}{root}/{path}").from_service_worker
        assert page.locator(PORT).inner_text() == port


def test_what_the_browser_has_dropped_is_fetched_again(context, versions, server):
    page = _visit(context, server)
    _wait_until_kept(page, versions["old"])
    dropped = """async (start) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
          if (url.startsWith(start)) await cache.delete(url);
        }
      }
    }"""
    page.evaluate(dropped, server.base + "en/?")
    server.off()
    for path in ("en/", "vi/"):
        with pytest.raises(Error, match=r"ERR_EMPTY_RESPONSE|ERR_FAILED"):
            context.new_page().goto(server.base + path)
    server.on()
    page.goto(server.base + "en/settings/")
    _asks(page)
    assert page.evaluate(BROKEN) == []
    server.off()
    page.goto(server.base + "vi/")
    assert page.url == server.base + "en/"


def test_a_language_that_is_given_up_leaves_with_the_next_version(
    context, versions, server, tmp_path
):
    page = _visit(context, server, "vi/settings/")
    _wait_until_kept(page, versions["old"], "vi")
    page.goto(server.base + "en/settings/")
    _wait_until_kept(page, versions["old"], "en")
    server.folder = tmp_path / "site"
    shutil.copytree(versions["new"], server.folder)
    shutil.rmtree(server.folder / "vi")
    (server.folder / "offline/vi.json").unlink()
    # Its readers learn that it is gone; without a network they have the copy.
    page.goto(server.base + "vi/settings/")
    _asks(page)
    assert page.goto(server.base + "vi/settings/").status == 404
    server.off()
    assert page.goto(server.base + "vi/settings/").from_service_worker
    assert page.locator(PORT).inner_text() == OLD
    # Everybody else's copy goes on to the new version.
    server.on()
    page.goto(server.base + "en/settings/")
    _wait_until_kept(page, versions["new"])
    assert page.evaluate(VERSION, "mail")["locales"] == ["en"]
    assert page.evaluate(BROKEN) == []


def test_a_kept_page_has_no_policy_but_its_own(context, versions, server):
    server.headers = {"Content-Security-Policy": "style-src 'none'"}
    page = _visit(context, server)
    _wait_until_kept(page, versions["old"])
    for path in ("en/settings/", "s/6028/"):
        assert page.goto(server.base + path).header_value("content-security-policy") is None


def test_pages_that_were_closed_are_forgotten(context, versions, server):
    page = _visit(context, server)
    _wait_until_kept(page, versions["old"])
    for _ in range(16):
        page.goto(server.base + "en/settings/", wait_until="commit")
    count = f"""async () => {{
      {KEYS}
      return (await keysOf("guide-state")).filter((url) => url.includes("/page/")).length;
    }}"""
    assert page.evaluate(count) <= 12
