"""facts/ bind messages and menu paths to the right server and the right button."""

from collections.abc import Iterator

from site_reader import Site

_SENDING, _RECEIVING = ("SMTP", "SEND", "OUTGOING"), ("IMAP", "FETCH", "INCOMING")


def servers(site: Site) -> Iterator[str]:
    """A message of sending names the server for sending; a way ends where its name says."""
    for error in site.guide.errors.errors:
        keys = (site.guide.messages.messages[key].apple or "" for key in error.messages)
        said = " ".join([*error.messages, *keys]).upper()
        for words, server in ((_SENDING, "smtp.host"), (_RECEIVING, "imap.host")):
            if error.server not in (None, server) and any(word in said for word in words):
                yield f"facts/errors.yml: {error.id} is bound to {error.server}"
    labels = site.guide.labels.entries()
    for name in site.guide.ios.places:
        own = {label for label in labels if label.startswith(name)}
        of_a_server = name.startswith(("incoming", "outgoing"))
        for path in site.guide.ios.resolve(name):
            if own and not own & set(path.path):
                yield f"facts/ios.yml: the way to {name} passes none of {sorted(own)}"
            if of_a_server and ("smtp" in path.path) != name.startswith("outgoing"):
                yield f"facts/ios.yml: the way to {name} is {path.path}"


CHECKS = [servers]
