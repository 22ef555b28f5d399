"""facts/ bind messages and menu paths to the right server and the right button."""

from collections.abc import Iterator

from site_reader import Site

_SENDING, _RECEIVING = ("SMTP", "SEND", "OUTGOING"), ("IMAP", "FETCH", "INCOMING")


def messages(site: Site) -> Iterator[str]:
    """A message of sending names the server for sending, one of receiving that for receiving."""
    for error in site.guide.errors.errors:
        said = " ".join([*error.messages, *error.apple]).upper()
        for words, server in ((_SENDING, "smtp.host"), (_RECEIVING, "imap.host")):
            if error.server not in (None, server) and any(word in said for word in words):
                yield f"facts/errors.yml: {error.id} is bound to {error.server}"


def places(site: Site) -> Iterator[str]:
    """The way to a place ends where its name says, and only that of sending goes through SMTP."""
    labels = site.guide.strings[site.locales[0]].ios
    for name in site.guide.ios.places:
        own = {label for label in labels if label.startswith(name)}
        for path in site.guide.ios.resolve(name):
            if own and not own & set(path.path):
                yield f"facts/ios.yml: the way to {name} passes none of {sorted(own)}"
            if name.startswith(("incoming", "outgoing")):
                if ("smtp" in path.path) != name.startswith("outgoing"):
                    yield f"facts/ios.yml: the way to {name} is {path.path}"


CHECKS = [messages, places]
