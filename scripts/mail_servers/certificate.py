"""What a server's certificate says, and why it is refused."""

import ssl
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509

from mail_servers.connection import printable

# X509_V_ERR_… of OpenSSL, which Python's ssl hands on as numbers only.
NOT_YET_VALID = 9
EXPIRED = 10
SELF_SIGNED = 18
SELF_SIGNED_IN_CHAIN = 19
UNKNOWN_ISSUER = (20, 21)
OTHER_NAME = 62


@dataclass(frozen=True)
class Certificate:
    """What a certificate says of itself. ``names`` and ``issuer`` are for people, in ASCII."""

    names: str
    issuer: str
    begins: datetime
    ends: datetime

    def days_left(self, now: datetime) -> int:
        """Whole days until it ends; negative when it has ended."""
        return (self.ends - now).days


def read(der: bytes) -> Certificate:
    """Reads a certificate in DER.

    Raises:
        ValueError: it is none, or of a kind that cannot be read here.
    """
    try:
        certificate = x509.load_der_x509_certificate(der)
        return Certificate(
            names=_names(certificate),
            issuer=printable(certificate.issuer.rfc4514_string()) or "nobody",
            begins=certificate.not_valid_before_utc,
            ends=certificate.not_valid_after_utc,
        )
    # A server may send anything, and the library has many ways to say that it cannot read it.
    except Exception as error:
        raise ValueError(str(error)) from error


def _names(certificate: x509.Certificate) -> str:
    try:
        extension = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    except x509.ExtensionNotFound:
        return "no name"
    except Exception:
        return "names of a kind that cannot be read here"
    return printable(", ".join(extension.value.get_values_for_type(x509.DNSName))) or "no name"


def trusting_context(ca_file: str | None = None) -> ssl.SSLContext:
    """A context that verifies: with the system's trust store, or with that file instead."""
    context = ssl.create_default_context(cafile=ca_file)
    # iPhones look at the alternative names only.
    context.hostname_checks_common_name = False
    return context


def reading_context() -> ssl.SSLContext:
    """A context that takes any certificate, in order to read one that was refused."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def reason(error: ssl.SSLCertVerificationError, certificate: Certificate | None) -> str:
    """Why a certificate is refused; without it when it could not be read."""
    code = error.verify_code
    text = printable(error.verify_message)
    if certificate is None:
        return text
    now = datetime.now(certificate.ends.tzinfo)
    if code == EXPIRED and certificate.ends < now:
        return f"expired on {certificate.ends:%Y-%m-%d}"
    if code == NOT_YET_VALID and certificate.begins > now:
        return f"not valid before {certificate.begins:%Y-%m-%d}"
    if code == OTHER_NAME:
        return "for another name"
    if code == SELF_SIGNED:
        return "self-signed"
    if code == SELF_SIGNED_IN_CHAIN or code in UNKNOWN_ISSUER:
        return f"unknown issuer: {certificate.issuer}"
    return text
