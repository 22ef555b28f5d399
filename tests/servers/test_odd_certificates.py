"""A certificate of an odd kind, or a file that holds none, is one line; never a traceback."""

import pytest
import verify_servers
from certificates import odd_names
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from fake_server import FakeServer, saying
from mail_servers.certificate import read
from mail_servers.endpoints import Endpoint

HOST = "odd.example.test"
ODD = {
    "ediPartyName": bytes.fromhex("a508a106130474657374"),
    "x400Address": bytes.fromhex("a3023000"),
}
GREETING = b"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n"


@pytest.fixture
def look(authority, capsys):
    """Runs the command on a server with this certificate; gives its exit code and its table."""

    def run(file, ca_file=authority.file) -> tuple[int, str]:
        with FakeServer(saying(GREETING, b"* BYE\r\n"), file) as server:
            place = tuple(server.place[:2])
            endpoint = Endpoint("imap", HOST, 1, "implicit-tls", "password", connect_to=place)
            code = verify_servers.main(["--ca-file", str(ca_file)], [endpoint])
        return code, capsys.readouterr().out

    return run


@pytest.mark.parametrize("kind", ODD)
def test_names_of_an_odd_kind(kind, authority, look):
    code, said = look(authority.issue(HOST, names=odd_names(HOST, ODD[kind])))
    assert code in (0, 1, 2)
    assert "certificate name" in said
    assert f"Exit code {code}: " in said


@pytest.mark.parametrize("kind", ODD)
def test_names_of_an_odd_kind_in_a_refused_certificate(kind, authority, look):
    file = authority.issue(HOST, self_signed=True, names=odd_names(HOST, ODD[kind]))
    code, said = look(file)
    assert code == 1
    assert "refused: self-signed" in said


def test_no_names_at_all(authority, look):
    none = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4"), b"\x05\x00")
    code, said = look(authority.issue(HOST, names=none))
    assert code == 1
    assert f"{HOST} is not among: no name" in said


@pytest.mark.parametrize("change", ["version", "cut", "none", "empty"])
def test_what_cannot_be_read_is_a_value_error(change, authority):
    der = x509.load_pem_x509_certificate(authority.file.read_bytes()).public_bytes(Encoding.DER)
    changed = {
        "version": der.replace(bytes.fromhex("a003020102"), bytes.fromhex("a003020107"), 1),
        "cut": der[:-20],
        "none": None,
        "empty": b"",
    }[change]
    assert changed != der
    with pytest.raises(ValueError):  # noqa: PT011 - any words of the library
        read(changed)


@pytest.mark.parametrize("text", [b"", b"no PEM\n", b"-----BEGIN CERTIFICATE-----\n", b"\xff\x00"])
def test_a_file_without_a_certificate(text, tmp_path, capsys):
    file = tmp_path / "authority.pem"
    file.write_bytes(text)
    with pytest.raises(SystemExit) as ended:
        verify_servers.main(["--ca-file", str(file)], [])
    assert ended.value.code == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert "no certificate in" in line
