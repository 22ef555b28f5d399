"""A finished page, as everything else is made from it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WebPage:
    """A page of one language.

    Attributes:
        slug: its name in docs/<locale>/.
        address: where it is, relative to the site.
        title: what the navigation calls it.
        html: its content, without the frame around it.
    """

    slug: str
    address: str
    title: str
    html: str
