"""docs/<language>/glossary.yml: what each term of the guide is called in one language."""

from pydantic import Field, RootModel

from guide.facts.steps import Slug
from guide.facts.yaml_file import Strict


class Term(Strict):
    """One term.

    Attributes:
        use: words for it, or the part of them that does not inflect.
        avoid: words that no page may use for it.
    """

    use: list[str] = Field(min_length=1)
    avoid: list[str]


class Glossary(RootModel[dict[Slug, Term]]):
    """The whole of glossary.yml, by the keys of docs/ja/glossary.yml."""
