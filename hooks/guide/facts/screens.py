"""facts/screens.yml: which rows and buttons a screen of iOS has, in which order."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from guide.facts.steps import Slug
from guide.facts.yaml_file import Strict

# A row that does not matter here, or that no source names: drawn as a grey line.
GREY = "grey"
# The reader's own network, which is no label of iOS.
YOUR_NETWORK = "your-network"
# What these agree to in a dialog is what this guide warns of.
_NEVER = {"yes", "continue", "trust"}


class Row(Strict):
    """A row of a form.

    Attributes:
        label: a key of labels.yml, or ``your-network``.
        kind: ``switch`` is drawn as one that is on; ``link`` leads to another screen; ``info`` has
            a round "i", which is to be tapped.
        fact: what the field holds, a fact of settings.yml.
        choice: what it holds, a label.
        value: what it holds in our words, a key of ``values`` in strings.yml.
        secret: whether it shows dots.
        address: whether ``fact`` stands behind the @ of an address.
        change: whether this is what the reader enters or sees to.
    """

    label: Slug
    kind: Literal["field", "switch", "link", "info"] = "field"
    fact: str | None = None
    choice: Slug | None = None
    value: str | None = None
    secret: bool = False
    address: bool = False
    change: bool = False

    @model_validator(mode="after")
    def _holds_one_thing(self):
        if sum([self.fact is not None, bool(self.choice), bool(self.value), self.secret]) > 1:
            raise ValueError("a row holds one of fact, choice, value and secret")
        return self


class Group(Strict):
    """Rows under one heading of the screen, if it has one."""

    head: Slug | None = None
    rows: Annotated[list[Row | Literal["grey"]], Field(min_length=1)]


class Button(Strict):
    """A button: ``tap`` is to be tapped, ``never`` never.

    Attributes:
        label: a key of labels.yml.
        sometimes: another one, which it has instead on some phones.
        mark: what to do with it.
    """

    label: Slug
    sometimes: Slug | None = None
    mark: Literal["tap", "never"] | None = None


class Screen(Strict):
    """One screen: a form with a title, or a dialog with messages.

    Attributes:
        title: a label.
        messages: keys of messages.yml, the title first.
        secret: whether a dialog asks for something secret: shows dots.
        tabs: labels to choose from above the form; the first is chosen.
        groups: the rows, from the top.
        buttons: above a form, below a dialog, where sources name them; ``grey`` for one that none
            names.
        sources: ids of links.yml that show or name its rows in this order.
    """

    title: Slug | None = None
    messages: list[Slug] = Field(default_factory=list)
    secret: bool = False
    tabs: list[Slug] = Field(default_factory=list)
    groups: list[Group] = Field(default_factory=list)
    buttons: list[Button | Literal["grey"]] = Field(default_factory=list)
    sources: Annotated[list[str], Field(min_length=1)]

    @model_validator(mode="after")
    def _form_or_dialog(self):
        if bool(self.messages) == bool(self.groups):
            raise ValueError("a screen has either messages or groups of rows")
        if not (self.buttons or self.secret or any(row.kind == "info" for row in self.rows())):
            raise ValueError("a screen has buttons, or asks for something secret, or an i")
        if self.secret and self.groups:
            raise ValueError("in a form it is a row that is secret")
        return self

    @model_validator(mode="after")
    def _answers_safely(self):
        for button in self.named_buttons() if self.messages else ():
            if bool({button.label, button.sometimes} & _NEVER) != (button.mark == "never"):
                raise ValueError(f"in a dialog the button {button.label!r} is marked wrongly")
        return self

    def rows(self) -> Iterator[Row]:
        """Every row that has a name."""
        for group in self.groups:
            yield from (row for row in group.rows if row != GREY)

    def named_buttons(self) -> Iterator[Button]:
        """Every button that has a name."""
        yield from (button for button in self.buttons if button != GREY)

    def labels(self) -> Iterator[str]:
        """Every label on it."""
        yield from filter(None, [self.title, *self.tabs, *(group.head for group in self.groups)])
        for button in self.named_buttons():
            yield from filter(None, (button.label, button.sometimes))
        for row in self.rows():
            yield from (key for key in (row.label, row.choice) if key not in (None, YOUR_NETWORK))


class Screens(Strict):
    """The whole of facts/screens.yml."""

    screens: Annotated[dict[Slug, Screen], Field(min_length=1)]
