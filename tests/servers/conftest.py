"""The servers that the tests look at, started once."""

import tempfile
from pathlib import Path

import pytest
from certificates import Authority
from real_servers import Dovecot, Postfix


@pytest.fixture(scope="module")
def authority():
    # Not pytest's own folder: the servers read it as other users.
    with tempfile.TemporaryDirectory(prefix="certificates-") as folder:
        Path(folder).chmod(0o755)
        yield Authority(Path(folder))


@pytest.fixture(scope="module")
def certificates(authority) -> dict[str, Path]:
    """By what is the matter with them. The host of each is "<key>.example.test".

    "watched" has expired too; one test alone connects to it, and reads all that was said to it.
    """
    return {
        "good": authority.issue("good.example.test"),
        "ending": authority.issue("ending.example.test", days=5),
        "expired": authority.issue("expired.example.test", days=-3),
        "watched": authority.issue("watched.example.test", days=-3),
        "other-name": authority.issue("elsewhere.example.test"),
        "self-signed": authority.issue("self-signed.example.test", self_signed=True),
    }


@pytest.fixture(scope="module")
def dovecot(certificates):
    server = Dovecot({f"{key}.example.test": file for key, file in certificates.items()})
    yield server
    server.stop()


@pytest.fixture(scope="module")
def postfix(certificates, dovecot):
    server = Postfix(certificates, dovecot.auth)
    yield server
    server.stop()
