"""The support desk's page, as an agent uses it."""


def choose(page, *codes: str) -> None:
    """Chooses steps; on a phone their chapters are in folds."""
    for code in codes:
        if not page.locator(f"label[for=choose-{code}]").is_visible():
            page.locator(f"details:has(#choose-{code}) > summary").click()
        page.locator(f"#choose-{code}").check()
