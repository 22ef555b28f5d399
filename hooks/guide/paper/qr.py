"""QR codes that a phone reads from paper."""

import segno

MODULE_MM = 0.5
QUIET_MODULES = 4


def qr_code(address: str) -> str:
    """A QR code as a ``data:`` address of an SVG in millimetres.

    Modules are 0.5 mm wide, the margin has four of them (ISO/IEC 18004), 15 % may be damaged
    (level M).
    """
    return _drawn(address).svg_data_uri(**_SIZE)


def qr_svg(address: str) -> str:
    """The same as an SVG element."""
    return _drawn(address).svg_inline(**_SIZE)


_SIZE = {"scale": MODULE_MM, "unit": "mm", "border": QUIET_MODULES, "light": "#fff"}


def _drawn(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False, boost_error=False)
