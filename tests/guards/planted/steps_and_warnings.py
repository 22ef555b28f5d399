"""Steps that are missing, moved or incomplete, and warnings that are gone."""

from guards.planting import Planted, each, in_both, pages_of, swap

_SECTION = r'^## [^\n]*data-step="{}" \}}\n[\s\S]*?(?=^## )'
_BOX = r"^!!! {}\n\n?(?:    [^\n]*\n|\n)*"
_CAUTION = r'^\{{\{{ caution\("{}"\) \}}\}}\n'

PLANTED: list[Planted] = [
    *each(
        "a step is missing",
        [*in_both("network"), "docs/pt-BR/network.md"],
        swap(_SECTION.format("3046"), ""),
        stops="step 3046 .* is missing",
    ),
    *each(
        "the last but one step is missing",
        in_both("still-failing"),
        swap(_SECTION.format("8060"), ""),
        stops="step 8060 .* is missing",
    ),
    *each(
        "a step's code is another's",
        in_both("network"),
        swap('data-step="3046"', 'data-step="3051"'),
        stops="step 3051 belongs to network#wait-and-retry",
    ),
    *each(
        "a step's code has a wrong digit",
        in_both("profile"),
        swap('data-step="4017"', 'data-step="4018"'),
        stops="has no step 4018",
    ),
    *each(
        "two steps have changed places",
        in_both("network"),
        swap(
            r'(^## [^\n]*"3067" \}\n[\s\S]*?)(^## [^\n]*"3072" \}\n[\s\S]*?)(?=^## )',
            r"\2\1",
        ),
        caught_by="parity.sections",
    ),
    *each(
        "a withdrawn step has no place",
        [*in_both("ssl-check"), "docs/tl/ssl-check.md"],
        swap(r'\{\{ former_step\("7050"\) \}\}', ""),
        stops=r"the withdrawn step 7050 \(#outgoing-port\) has 0 places",
    ),
    *each(
        "a withdrawn step has two places",
        in_both("ssl-check"),
        swap(r'(\{\{ former_step\("7050"\) \}\})', r"\1\1"),
        stops=r"the withdrawn step 7050 \(#outgoing-port\) has 2 places",
    ),
    *each(
        "a thing to do is missing",
        in_both("profile"),
        swap(r"^2\. [^\n]*\n", "", 2),
        caught_by="parity.sections",
    ),
    *each(
        "no word on what to see",
        in_both("password"),
        swap(_BOX.format("expect"), "", 1),
        caught_by="steps.parts",
    ),
    *each(
        "no word on what if not",
        in_both("manual-setup"),
        swap(_BOX.format("otherwise"), "", 1),
        caught_by="steps.parts",
    ),
    *each(
        "a link to another step",
        in_both("errors"),
        swap(r'step\("7034"\)', 'step("7091")'),
        caught_by="parity.sections",
    ),
    *each(
        "a link to no step",
        in_both("errors"),
        swap(r'step\("7034"\)', 'step("7051")'),
        stops="there is no '7051'",
    ),
    *each(
        "a warning is missing",
        in_both("ssl-check"),
        swap(_CAUTION.format("never-without-ssl"), ""),
        caught_by="steps.cautions",
    ),
    *each(
        "another warning is missing",
        in_both("still-failing"),
        swap(_CAUTION.format("never-share-password"), ""),
        caught_by="steps.cautions",
    ),
    *each(
        "a warning left out",
        pages_of("ssl-check", "vi", "my", "ja-easy"),
        swap(_CAUTION.format("never-trust-certificate"), ""),
        caught_by="steps.cautions",
    ),
    Planted(
        "what is erased is not said",
        "facts/steps.yml",
        swap(r", changes: data, erases: \[wifi-passwords, vpn-settings\]", ", changes: data"),
        stops="`erases` go together",
    ),
]
