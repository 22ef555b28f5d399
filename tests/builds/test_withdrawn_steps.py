"""A code that is withdrawn leads to its successor and says so, for ever."""

from site_build import build, copy_project
from site_reader import Site
from stdnum import damm


def test_a_withdrawn_code_shows_its_successor_and_says_so(tmp_path):
    root = copy_project(tmp_path / "project", ("ja", "en"))
    old = "399" + damm.calc_check_digit("399")
    line = (
        f'  - {{code: "{old}", chapter: network, anchor: old, minutes: 1, changes: nothing,'
        ' successor: "3046"}\n'
    )
    path = root / "facts/steps.yml"
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    refused = build(root, tmp_path / "site")
    assert f'Write {{{{ former_step("{old}") }}}} once' in refused.stderr
    for locale in ("ja", "en"):
        page = root / f"docs/{locale}/network.md"
        before, heading, after = page.read_text(encoding="utf-8").partition('data-step="3046"')
        placed = after.replace("\n2. ", f'\n2. {{{{ former_step("{old}") }}}}', 1)
        page.write_text(before + heading + placed, encoding="utf-8")
    result = build(root, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    site = Site(tmp_path / "site", root)
    page = site.step_pages[old]
    for locale in site.locales:
        section = page.soup.select_one(f"section#{locale}")
        moved = site.guide.strings[locale].ui["step_moved"].format(old=old, new="3046")
        assert moved in section.select_one(".caution").get_text()
        here = site.step_pages["3046"].soup.select_one(f"section#{locale} h2").get_text()
        assert section.h2.get_text() == here
        assert not section.select("[id]")
        # And links to its place in the chapter lead to what it said.
        (step,) = site.page(locale, "network").select("section[id='3046']")
        assert [one["id"] for one in step.select(":scope > ol > li [id]")][:2] == ["old", old]
    assert old not in site.step_pages[""].soup.main.get_text()
    assert f'"{old}"' in site.step_pages[""].html
