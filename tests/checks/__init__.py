"""What must be true of every page of the built site.

A check takes a ``Site`` and yields one line for each thing wrong. The tests in ``content`` run them
on the site; ``guards`` runs the same ones on copies with planted errors.
"""

from checks import (
    approved,
    bindings,
    desk,
    disguised,
    drawings,
    facts,
    glossary,
    ios_words,
    languages,
    links,
    markup,
    nesting,
    next_steps,
    offline,
    parity,
    phone_labels,
    policy,
    routes,
    same_words,
    step_pages,
    steps,
)

MODULES = (
    approved,
    bindings,
    facts,
    disguised,
    steps,
    parity,
    languages,
    same_words,
    glossary,
    ios_words,
    drawings,
    phone_labels,
    links,
    markup,
    nesting,
    policy,
    routes,
    next_steps,
    step_pages,
    desk,
    offline,
)

CHECKS = [check for module in MODULES for check in module.CHECKS]

# Each by its name, e.g. ``facts.unmarked``.
BY_NAME = {f"{one.__module__}.{one.__name__}".removeprefix("checks."): one for one in CHECKS}
