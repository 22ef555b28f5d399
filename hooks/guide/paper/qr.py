"""QR codes that a phone reads from paper."""

import segno

MODULE_MM = 0.5
QUIET_MODULES = 4


def qr_code(address: str) -> str:
    """A QR code as a ``data:`` address of an SVG in millimetres.

    Modules are 0.5 mm wide, the margin has four of them (ISO/IEC 18004), 15 % may be damaged
    (level M).
    """
    code = segno.make(address, error="m", micro=False, boost_error=False)
    return code.svg_data_uri(scale=MODULE_MM, unit="mm", border=QUIET_MODULES, light="#fff")
