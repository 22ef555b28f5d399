"""The list of steps is one file and cannot import the function that reads digits."""

from site_build import ROOT


def test_the_list_of_steps_reads_digits_as_the_desk_does():
    module = (ROOT / "docs/assets/js/digits.js").read_text(encoding="utf-8")
    template = (ROOT / "hooks/guide/page/templates/step_list.html").read_text(encoding="utf-8")
    function = module[module.index("export function") :].removeprefix("export ")
    assert function.strip() in template
