"""Mistakes of the build itself: of templates, scripts, step pages, tickets and the offline copy."""

from guards.planting import Planted, swap


def _built(name: str, file: str, old: str, new: str, caught_by: str) -> Planted:
    return Planted(name, file, swap(old, new), caught_by=caught_by, in_site=True)


_POLICY = '<meta http-equiv="Content-Security-Policy"[^>]*>'

PLANTED: list[Planted] = [
    _built(
        "a wrong label in a drawn screen",
        "vi/manual-setup/index.html",
        r'(data-screen="new-incoming"[\s\S]*?data-label="host-name">)[^<]*',
        r"\1Server",
        "ios_words.labels",
    ),
    _built(
        "a wrong value in a drawn screen",
        "th/manual-setup/index.html",
        r'(data-screen="new-incoming"[\s\S]*?data-fact="imap\.host"[^>]*>)imap',
        r"\1pop",
        "facts.values",
    ),
    _built(
        "a dialog to delete the account with one of its button's two names",
        "th/still-failing/index.html",
        r' <i>[^<]*</i> <span data-label="delete-from-iphone">[^<]*</span>',
        "",
        "drawings.screens",
    ),
    _built(
        "a host in a template",
        "en/ssl-check/index.html",
        "(?=<ol>)",
        "<p>imap.softbank.jp</p>",
        "facts.unmarked",
    ),
    _built(
        "an address to type that is not where its link leads",
        "vi/password/index.html",
        r'(elsewhere__address">\(https://)my\.softbank\.jp',
        r"\1my.sofbank.jp",
        "links.outside",
    ),
    _built(
        "a script from another origin",
        "en/index.html",
        "</head>",
        '<script src="https://cdn.example/x.js"></script></head>',
        "links.own_origin",
    ),
    _built("no policy in a step page", "s/3046/index.html", _POLICY, "", "policy.stated"),
    _built("a weak policy", "en/index.html", "script-src 'self'", "script-src *", "policy.stated"),
    _built(
        "a style that the policy does not know",
        "en/causes/index.html",
        r"(style-src 'self') 'sha256-[^']*'",
        r"\1",
        "policy.stated",
    ),
    _built(
        "malformed HTML",
        "index.html",
        r'(<div class="caution[^>]*>)',
        r"<b>\1",
        "markup.well_formed",
    ),
    # The step pages
    _built(
        "a step page without the last language",
        "s/3046/index.html",
        r'<section id="es"[\s\S]*?</section>',
        "",
        "step_pages.every_language",
    ),
    _built(
        "a step page that needs another file",
        "s/3046/index.html",
        "<style>",
        '<link rel="stylesheet" href="../x.css"><style>',
        "step_pages.small_and_alone",
    ),
    _built(
        "a step page with links of the chapter",
        "s/8052/index.html",
        r'href="\.\./(\d{4})/#en"',
        r'href="../profile/#find-profile"',
        "links.inside",
    ),
    _built(
        "a step page without the warning",
        "s/8047/index.html",
        "caution--erases",
        "",
        "step_pages.every_language",
    ),
    # What is kept for when there is no network
    _built(
        "a list without a step",
        "offline/en.json",
        r'\["s/3046/","\w+"\],',
        "",
        "offline.lists",
    ),
    _built(
        "one file with a fact less",
        "offline/guide-en.html",
        '<code class="fact" data-fact="smtp.port"[^>]*>587</code>',
        "",
        "offline.one_files",
    ),
    _built(
        "one file with links out of it",
        "offline/guide-en.html",
        r'(<main[\s\S]*?)href="#[^"]*"',
        r'\1href="https://guide.example/mail/en/network/"',
        "offline.one_file_links",
    ),
    # What the support desk sends and reads
    Planted(
        "a ticket without a fact",
        "s/7091/messages.json",
        lambda text: text.replace("993", "…"),
        caught_by="desk.step_messages",
        in_site=True,
    ),
    _built(
        "a ticket without the Japanese",
        "s/3046/messages.json",
        r'("en": \{"ticket": ".*?)\\n―.*?"',
        r'\1"',
        "desk.step_messages",
    ),
    _built(
        "an SMS too long",
        "s/3046/messages.json",
        '"sms": "',
        f'"sms": "{70 * "。"}',
        "desk.step_messages",
    ),
    _built(
        "an SMS in another language",
        "s/3046/messages.json",
        r'(?<=#)en"\}',
        r'ja"}',
        "desk.step_messages",
    ),
    _built(
        "a step that cannot be marked",
        "en/network/index.html",
        'class="tried" data-tried="3046"',
        "",
        "desk.beside_each_step",
    ),
    _built(
        "a step whose link opens another language",
        "en/network/index.html",
        r"s/3046/#en",
        "s/3046/#ja",
        "desk.beside_each_step",
    ),
    _built(
        "a message with another's steps",
        "desk.json",
        r'("ssl-error": \[\s*")\d{4}',
        r"\g<1>3014",
        "desk.topics",
    ),
]
