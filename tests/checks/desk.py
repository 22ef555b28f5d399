"""What a support desk sends and reads: messages beside each step, the lists of all steps."""

import json
from collections.abc import Iterator

from guide.steps.route_source import FOLDER
from guide.steps.tickets import SMS_UNITS, step_url, utf16_units
from site_build import SITE_URL
from site_reader import SOURCE, Site


def step_messages(site: Site) -> Iterator[str]:
    """The texts to send say title, code, address and every fact; an SMS fits into one."""
    for step in site.guide.steps.active():
        if not site.looks_at(f"s/{step.code}/messages.json"):
            continue
        path = site.folder / "s" / step.code / "messages.json"
        if not path.is_file():
            yield f"/s/{step.code}/ has no messages"
            continue
        messages = json.loads(path.read_text(encoding="utf-8"))
        if list(messages) != site.locales:
            yield f"/s/{step.code}/messages.json has {list(messages)}"
            continue
        for locale, said in messages.items():
            where = f"/s/{step.code}/messages.json: {locale}"
            url = step_url(SITE_URL, step.code, locale)
            for other in dict.fromkeys([locale, SOURCE]):
                for part in _expected(site, step.code, other):
                    if part not in said["ticket"]:
                        yield f"{where}: the ticket lacks {part!r}"
            if not said["sms"].endswith(f" {url}") or step.code not in said["sms"]:
                yield f"{where}: the SMS is {said['sms']!r}"
            if utf16_units(said["sms"]) > SMS_UNITS:
                yield f"{where}: the SMS has {utf16_units(said['sms'])} units"


def _expected(site: Site, code: str, locale: str) -> Iterator[str]:
    yield f"[{code}]"
    yield step_url(SITE_URL, code, locale)
    section = site.page(locale, site.guide.steps.chapter_of(code)).by_id.get(code)
    yield from (fact.get_text() for fact in section.select("[data-fact]:not(figure *)"))
    yield from (
        site.guide.strings[locale].erases[key]
        for step in site.guide.steps.active()
        if step.code == code
        for key in step.erases
    )


def beside_each_step(site: Site) -> Iterator[str]:
    """Each step on a chapter's page can be marked and sent, and the link works without a script."""
    for page in site.content:
        if page.slug.startswith(FOLDER):
            continue
        for section in page.select("section.step"):
            code = section["id"]
            marks = section.select_one(f".step-foot > .result > .tried[data-tried='{code}']")
            if marks is None or [i["value"] for i in marks.select("input")] != list("0123"):
                yield f"{page.name}#{code}: cannot be marked"
            link = section.select_one(".step-foot > .send a")
            if link is None or site.resolve(page, link["href"]) != f"s/{code}/#{page.locale}":
                yield f"{page.name}#{code}: has no link to send"
        found = page.soup.find_all("button", attrs={"data-send": True})
        buttons = [button["data-send"] for button in found]
        if page.soup.select_one(".send") and buttons != ["link", "ticket", "sms"]:
            yield f"{page.name}: offers to send {buttons}"


def complete_without_javascript(site: Site) -> Iterator[str]:
    """The desk's page and the record list every step in use, in order, with its link."""
    expected = [step.code for step in site.guide.steps.active()]
    for locale in site.locales:
        for slug, rows in (("support-desk", ".desk li[data-for]"), ("report", ".tried-list li")):
            page = site.page(locale, slug)
            found = page.select(rows)
            if [row["data-for"] for row in found] != expected:
                yield f"{page.name}: does not list every step"
            for row in found:
                title = site.step_pages[row["data-for"]].by_id[locale].h2
                if title.get_text() not in row.get_text():
                    yield f"{page.name}: {row['data-for']} lacks {title.get_text()!r}"
                target = site.resolve(page, row.a["href"])
                if target != f"s/{row['data-for']}/#{locale}" or row.a.get("hidden"):
                    yield f"{page.name}: {row['data-for']} leads to {target}"


def menu_paths_in_one_line(site: Site) -> Iterator[str]:
    """In plain text a menu path is one line, its labels parted by ›, in steps.json and tickets."""
    texts = {
        (step["code"], step["locale"]): step["text"]
        for step in site.json_file("steps.json")["steps"]
    }
    for step in site.guide.steps.active():
        tickets = site.json_file(f"s/{step.code}/messages.json")
        for locale in site.locales:
            section = site.page(locale, step.chapter).by_id.get(step.code)
            for way in section.select(".ios-path__steps"):
                if way.find_parent("details"):
                    continue
                line = " › ".join(" ".join(label.get_text().split()) for label in way.select("li"))
                for file, text in (
                    ("steps.json", texts[step.code, locale]),
                    (f"/s/{step.code}/messages.json", tickets[locale]["ticket"]),
                ):
                    if line not in [each.strip() for each in text.splitlines()]:
                        yield f"{file}: {step.code} {locale} lacks the line {line!r}"


def topics(site: Site) -> Iterator[str]:
    """Every chapter, symptom and message can be chosen and has steps in use."""
    active = {step.code for step in site.guide.steps.active()}
    data = json.loads((site.folder / "desk.json").read_text(encoding="utf-8"))
    for locale in site.locales:
        page = site.page(locale, "support-desk")
        if page.soup.select_one("[data-topic]") is None:
            yield f"{page.name}: has no steps to choose from"
        for select in page.select("[data-topic]"):
            offered = [option["value"] for option in select.select("option")][1:]
            codes = data["topics"][select["data-topic"]]
            if sorted(offered) != sorted(codes):
                yield f"{page.name}: offers other topics than it has steps for: {offered}"
            for topic, steps in codes.items():
                if not steps or not set(steps) <= active:
                    yield f"{page.name}: {topic} has the steps {steps}"
        for error in site.guide.errors.errors:
            entry = site.page(locale, "errors").sections[error.id]
            linked = [a["data-to"] for part in entry for a in part.select("a.step-link")]
            if data["topics"]["error"][error.id] != linked:
                yield f"{page.name}: {error.id} has other steps than the page of messages"


CHECKS = [
    step_messages,
    beside_each_step,
    complete_without_javascript,
    menu_paths_in_one_line,
    topics,
]
