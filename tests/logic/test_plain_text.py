"""A step as plain text."""

from guide.steps.plain_text import plain_text
from lxml.html import fragment_fromstring


def text(html: str) -> str:
    return plain_text(fragment_fromstring(html, create_parent="div"))


def test_lists_keep_their_numbers_and_paths_their_order():
    html = """<ol>
<li>
<p>Open this.</p>
<div class="ios-path"><p>iOS 18</p><ol class="ios-path__steps">
<li>Settings</li>
<li>Mail</li>
</ol></div>
</li>
<li>Tap <b>“Done”</b>.</li>
</ol>
<div class="admonition expect">
<p class="admonition-title">You should see</p>
<p>It closes.</p>
</div>"""
    assert text(html) == (
        "1. Open this.\n   iOS 18\n   Settings › Mail\n2. Tap “Done”.\n"
        "You should see:\n  It closes."
    )


def test_tables_and_bullets_are_lines():
    html = "<table><tr><td>A</td><td>B</td></tr></table><ul><li>x</li><li>y</li></ul>"
    assert text(html) == "A | B\n- x\n- y"


def test_no_break_spaces_become_spaces():
    assert text("<p>Restart\u00a0<span>3072</span></p>") == "Restart 3072"
