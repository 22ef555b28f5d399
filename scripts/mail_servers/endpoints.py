"""Which servers to look at: the ones that facts/settings.yml names."""

from dataclasses import dataclass
from typing import Literal

from guide.facts.settings import Encryption, Settings


@dataclass(frozen=True)
class Endpoint:
    """One port of one server, as it is documented.

    Attributes:
        connect_to: address and port to connect to instead; tests put their own server there.
    """

    protocol: Literal["imap", "smtp"]
    host: str
    port: int
    encryption: Encryption
    authentication: Literal["password"]
    connect_to: tuple[str, int] | None = None

    def __str__(self) -> str:
        return f"{self.protocol} {self.host}:{self.port} {self.encryption}"


def documented(settings: Settings) -> list[Endpoint]:
    """The endpoints of the settings, receiving first, then the ways of sending in their order.

    POP is left out: no host is documented for it.
    """
    imap, smtp = settings.imap, settings.smtp
    ways = [smtp.starttls, smtp.implicit_tls]
    ways.sort(key=lambda way: way.encryption.value != smtp.first)
    places = [("imap", imap.host, imap)] + [("smtp", smtp.host, way) for way in ways]
    return [
        Endpoint(
            protocol=protocol,
            host=host.value,
            port=way.port.value,
            encryption=way.encryption.value,
            authentication=settings.authentication.value,
        )
        for protocol, host, way in places
    ]
