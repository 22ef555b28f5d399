"""Every error that is planted, by kind."""

from guards.planted import (
    built_site,
    changed_meaning,
    disguises,
    fact_files,
    one_a_check,
    pages_and_links,
    steps_and_warnings,
    translations,
    typed_facts,
)
from guards.planting import Planted

_KINDS = (
    typed_facts,
    disguises,
    changed_meaning,
    steps_and_warnings,
    translations,
    pages_and_links,
    fact_files,
    built_site,
    one_a_check,
)

PLANTED: list[Planted] = [planted for kind in _KINDS for planted in kind.PLANTED]
