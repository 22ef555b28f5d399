"""Certificates for the servers of the tests, made afresh for each run."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import ExtensionOID, NameOID


class Authority:
    """A certificate authority that nobody but the tests trusts.

    Attributes:
        file: its own certificate.
    """

    def __init__(self, folder: Path):
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _name("Authority of the tests")
        public = self._key.public_key()
        extensions = [
            (x509.BasicConstraints(ca=True, path_length=None), True),
            (_usage(signs_certificates=True), True),
            (x509.SubjectKeyIdentifier.from_public_key(public), False),
        ]
        certificate = _signed(self._name, self._name, public, self._key, 3650, extensions)
        self.file = folder / "authority.pem"
        self.file.write_bytes(certificate.public_bytes(Encoding.PEM))

    def issue(
        self,
        host: str,
        days: float = 90,
        self_signed: bool = False,
        names: x509.ExtensionType | None = None,
    ) -> Path:
        """A certificate and its key in one file.

        Args:
            host: its only name.
            days: how long from now it is good; below zero, it has ended.
            self_signed: signed with its own key, not by the authority.
            names: the alternative names, instead of the host.
        """
        key = ec.generate_private_key(ec.SECP256R1())
        subject = _name(host)
        issuer, signer = (subject, key) if self_signed else (self._name, self._key)
        extensions = [
            (x509.BasicConstraints(ca=False, path_length=None), True),
            (_usage(signs_certificates=False), True),
            (names or x509.SubjectAlternativeName([x509.DNSName(host)]), False),
            (x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False),
            (x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), False),
        ]
        certificate = _signed(subject, issuer, key.public_key(), signer, days, extensions)
        file = self._folder / f"{host}-{days}-{self_signed}.pem"
        file.write_bytes(
            certificate.public_bytes(Encoding.PEM)
            + key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        )
        return file


def odd_names(host: str, other: bytes) -> x509.UnrecognizedExtension:
    """The alternative names of a certificate: a host, and one of a kind given in DER."""
    dns = bytes([0x82, len(host)]) + host.encode()
    return x509.UnrecognizedExtension(
        ExtensionOID.SUBJECT_ALTERNATIVE_NAME, bytes([0x30, len(dns + other)]) + dns + other
    )


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def _usage(signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _signed(subject, issuer, public, signer, days, extensions) -> x509.Certificate:
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=400))
        # Whole days, and some hours more, so that the count of days does not depend on the clock.
        .not_valid_after(now + timedelta(days=days, hours=6))
    )
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return builder.sign(signer, hashes.SHA256())
