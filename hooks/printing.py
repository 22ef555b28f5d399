"""Gives each page the QR code of its address, which is shown when it is printed."""

from guide.paper.qr import qr_svg


def on_page_context(context, page, config, nav):
    context["qr"] = qr_svg(page.canonical_url)
    return context
