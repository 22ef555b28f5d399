"""The running text of HTML in one language, changed; all else stays as it is."""

from collections.abc import Callable, Collection
from html.parser import HTMLParser

_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "path", "source", "wbr"}


def change_text(
    html: str,
    lang: str,
    change: Callable[[str], str],
    left_alone: Collection[str],
    but: str = "",
) -> str:
    """HTML with its text in ``lang`` changed.

    Args:
        html: a page, or a part of one.
        lang: the language; what has no ``lang`` of its own is in it.
        change: from the text between two tags, character references and all, to HTML.
        left_alone: the names of elements that keep their text.
        but: an attribute of elements that keep their text, too.
    """
    copy = _Copy(lang, change, left_alone, but)
    copy.feed(html)
    copy.close()
    return "".join(copy.parts)


class _Copy(HTMLParser):
    """Copies HTML byte for byte, but for the text in one language."""

    def __init__(
        self, lang: str, change: Callable[[str], str], left_alone: Collection[str], but: str
    ):
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._lang, self._change = lang, change
        self._left_alone, self._but = left_alone, but
        self._text = ""
        # The open elements: their name, and their language ("" where text is left alone).
        self._open = [("", lang)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._copy(self.get_starttag_text())
        if tag not in _VOID:
            own = dict(attrs)
            lang = self._open[-1][1] and (own.get("lang") or self._open[-1][1])
            alone = tag in self._left_alone or self._but in own
            self._open.append((tag, "" if alone else lang))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._copy(self.get_starttag_text())

    def handle_endtag(self, tag: str) -> None:
        self._copy(f"</{tag}>")
        # An end that a writer of HTML may leave out (</p>) closes with what it stands in.
        if tag in [name for name, _ in self._open]:
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_entityref(self, name: str) -> None:
        self._text += f"&{name};"

    def handle_charref(self, name: str) -> None:
        self._text += f"&#{name};"

    def handle_comment(self, data: str) -> None:
        self._copy(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._copy(f"<!{decl}>")

    def close(self) -> None:
        super().close()
        self._copy("")

    def _copy(self, markup: str) -> None:
        is_ours = self._open[-1][1] == self._lang
        self.parts += [self._change(self._text) if is_ours else self._text, markup]
        self._text = ""
