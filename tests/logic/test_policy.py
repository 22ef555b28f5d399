"""A page's policy names what a browser would run or apply, and nothing else."""

import pytest
from guide.hosting.policy import own_scripts, sources
from guide.problem import Problem


def test_what_the_browser_takes_for_a_style_has_a_hash():
    one = sources("<style>p{}</style><p>x")["style"]
    assert len(one) == 1
    assert sources('<style media="print">p{}</style><p>x')["style"] == one
    assert sources("<!-- <style>p{}</style> --><p>x")["style"] == []
    assert sources("<style>p{}</style><style>p{}</style><p>x")["style"] == one


def test_data_is_no_script():
    assert sources('<p>x<script type="application/ld+json">{}</script>')["script"] == []


def test_a_script_of_nobodys_stops_the_build():
    own = next(iter(own_scripts()))
    assert len(sources(f"<p>x<script>{own}</script>")["script"]) == 1
    with pytest.raises(Problem, match="a script of nobody's"):
        sources("<p>x<script type=module>alert(1)</script>")
