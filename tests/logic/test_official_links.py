"""Only SoftBank's and Apple's own hosts, over TLS, can be called official."""

import pytest
from guide.facts.links import Link
from pydantic import ValidationError

RIGHT = [
    "https://www.softbank.jp/support/",
    "https://softbank.jp",
    "https://my.softbank.jp/msb/d/top",
    "https://support.apple.com/102619",
    "https://SUPPORT.Apple.com/102619",
    "https://github.com/apple/device-management/",
    "http://sbwifi.jp/",
]
WRONG = [
    "http://www.softbank.jp/support/",
    "https://softbank.jp.example/support/",
    "https://notsoftbank.jp/",
    "https://softbank-jp.com/",
    "https://softbank.co/",
    "https://softbank.jp@evil.example/",
    "https://user:word@www.softbank.jp/",
    "https://evil.example/softbank.jp",
    "https://evil.example#.softbank.jp",
    "https://evil.example\\.softbank.jp/",
    "https://ѕoftbank.jp/",
    "https://xn--oftbank-37g.jp/",
    "https://softbank.jp:8443/",
    "https://softbank.jp./",
    "https://203.0.113.7/",
    "https://github.com/applesauce/device-management/",
    "https://github.com/apple/../evil/",
    "https://apple.github.com/apple/../evil/",
    "https://sbwifi.jp.example/",
    "http://sbwifi.jp/other",
    "http://www.sbwifi.jp/",
    "ftp://softbank.jp/",
    "javascript:alert(1)",
]


def _link(url: str, kind: str = "official") -> Link:
    return Link(url=url, title="A page", lang="en", kind=kind, read=None)


@pytest.mark.parametrize("url", RIGHT)
def test_their_own(url):
    assert _link(url)


@pytest.mark.parametrize("url", WRONG)
def test_all_others(url):
    with pytest.raises(ValidationError):
        _link(url)


def test_a_name_before_the_host_is_refused_in_every_kind():
    with pytest.raises(ValidationError, match="names a user"):
        _link("https://softbank.jp@blog.example/", "weak")
    assert _link("https://blog.example/", "weak")
