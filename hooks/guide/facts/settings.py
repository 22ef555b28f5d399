"""facts/settings.yml: the mail settings, as a model and as a flat list of facts."""

import re
from datetime import date
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import AfterValidator, Field, model_validator

from guide.facts.yaml_file import Strict

_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")


def _host_name(value: str) -> str:
    if not _HOST.fullmatch(value):
        raise ValueError("must be a host name such as mail.example.jp (small ASCII letters)")
    return value


HostName = Annotated[str, AfterValidator(_host_name)]
Port = Annotated[int, Field(ge=1, le=65535, strict=True)]
Encryption = Literal["starttls", "implicit-tls"]
UsernameForm = Literal["local-part", "full-address"]

Value = TypeVar("Value")


class Sourced(Strict, Generic[Value]):
    """A value, who says so (ids of links.yml), and when somebody checked it at the service."""

    value: Value
    sources: Annotated[list[str], Field(min_length=1)]
    checked: date | None


class Service(Strict):
    name: str
    domain: Sourced[HostName]
    sms_sender: Sourced[Annotated[str, Field(pattern=r"^[0-9]+$")]]


class Imap(Strict):
    host: Sourced[HostName]
    port: Sourced[Port]
    encryption: Sourced[Encryption]


class Submission(Strict):
    port: Sourced[Port]
    encryption: Sourced[Encryption]


class Smtp(Strict):
    host: Sourced[HostName]
    first: Encryption
    starttls: Submission
    implicit_tls: Annotated[Submission, Field(alias="implicit-tls")]

    @model_validator(mode="after")
    def _each_with_its_own_encryption(self):
        for name, submission in (("starttls", self.starttls), ("implicit-tls", self.implicit_tls)):
            if submission.encryption.value != name:
                raise ValueError(f"smtp.{name}.encryption must be {name}")
        if self.starttls.port.value == self.implicit_tls.port.value:
            raise ValueError("smtp.starttls and smtp.implicit-tls must not share one port")
        return self


class Pop(Strict):
    port: Sourced[Port]


class EncryptionNames(Strict):
    starttls: str
    implicit_tls: Annotated[str, Field(alias="implicit-tls")]


class OtherMail(Strict):
    mms: Sourced[HostName]
    ymobile: Sourced[HostName]


class Settings(Strict):
    """The whole of facts/settings.yml."""

    service: Service
    imap: Imap
    smtp: Smtp
    pop: Pop
    username: Sourced[Annotated[list[UsernameForm], Field(min_length=2, max_length=2)]]
    authentication: Sourced[Literal["password"]]
    encryption_names: EncryptionNames
    other_mail: OtherMail

    @model_validator(mode="after")
    def _username_forms_differ(self):
        if len(set(self.username.value)) != len(self.username.value):
            raise ValueError("username must name each form once")
        return self

    def sourced(self) -> dict[str, Sourced]:
        """Every value that a page may name, with its sources, by fact key.

        ``smtp.port`` and ``smtp.encryption`` are those of the way that ``smtp.first`` names,
        ``smtp.other.*`` those of the other way.
        """
        ways = {"starttls": self.smtp.starttls, "implicit-tls": self.smtp.implicit_tls}
        first = ways.pop(self.smtp.first)
        other = ways.popitem()[1]
        return {
            "mail.domain": self.service.domain,
            "sms.sender": self.service.sms_sender,
            "imap.host": self.imap.host,
            "imap.port": self.imap.port,
            "imap.encryption": self.imap.encryption,
            "smtp.host": self.smtp.host,
            "smtp.port": first.port,
            "smtp.encryption": first.encryption,
            "smtp.other.port": other.port,
            "smtp.other.encryption": other.encryption,
            "smtp.starttls.port": self.smtp.starttls.port,
            "smtp.starttls.encryption": self.smtp.starttls.encryption,
            "smtp.implicit-tls.port": self.smtp.implicit_tls.port,
            "smtp.implicit-tls.encryption": self.smtp.implicit_tls.encryption,
            "pop.port": self.pop.port,
            "mms.domain": self.other_mail.mms,
            "ymobile.domain": self.other_mail.ymobile,
        }

    def facts(self) -> dict[str, str]:
        """Every fact that a page may name, as the text that it shows, by fact key."""
        names = self.encryption_names.model_dump(by_alias=True)
        facts = {
            key: names.get(sourced.value, str(sourced.value))
            for key, sourced in self.sourced().items()
        }
        return facts | {
            "service.name": self.service.name,
            "encryption.starttls": names["starttls"],
            "encryption.implicit-tls": names["implicit-tls"],
        }
