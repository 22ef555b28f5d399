"""For each check an error that it alone finds, so that no check is dead behind another's back.

They are planted all at once, each on a page of its own: see ``test_each_check_alone``. Most are
mistakes of the build itself, so they stand in what it wrote.
"""

from guards.planting import Change, Planted, exchange, swap


def _in_foot(html: str) -> Change:
    """Adds something to the frame of a page, behind its article."""
    return swap(r"(</main>\s*<footer>)", rf"\1\n{html}")


def _one(check: str, file: str, name: str, change: Change, *beside: str) -> Planted:
    in_site = not file.startswith(("docs/", "facts/"))
    return Planted(name, file, change, caught_by=check, in_site=in_site, beside=beside)


def _in_both(check: str, page: str, name: str, change: Change) -> list[Planted]:
    """The same in Japanese and English: in one of them alone they would differ, as others find."""
    return [_one(check, home + page, name, change) for home in ("", "en/")]


_PARAGRAPH = r"^[^\n#|{!\-\d ][^\n]+$"
_ERASES = r'<div class="caution caution--erases" data-erases="wifi[\s\S]*?</div>\n'

PLANTED: list[Planted] = [
    _one(
        "approved.unchanged",
        "docs/my/strings.yml",
        "two symptoms swapped",
        exchange(r"(?<=^  only-wifi-fails: ).*$", r"(?<=^  only-cellular-fails: ).*$"),
    ),
    _one(
        "bindings.servers",
        "facts/messages.yml",
        "a message of sending bound to the server for receiving",
        swap(" Message/CONNECTION_FAILED_MESSAGE_FORMAT", " Message/SMTP_GENERIC_ERROR_FORMAT"),
    ),
    # facts
    _one("facts.unmarked", "en/network/index.html", "a port in the frame", _in_foot("<p>992</p>")),
    _one(
        "facts.attributes",
        "en/profile/index.html",
        "a host in the frame's attributes",
        _in_foot('<p title="imap.example.com"></p>'),
    ),
    _one(
        "facts.values",
        "offline/guide-vi.html",
        "another value under a mark",
        swap(r'(data-fact="imap\.port"[^>]*>)993', r"\g<1>992"),
    ),
    _one(
        "facts.search_index",
        "th/search/index.json",
        "a host in the search index",
        swap(r'("sections":(?:\[?\[[^]]*\],){2}\[")', r"\g<1>imap.example.com "),
    ),
    _one(
        "facts.own_files",
        "assets/*/js/site.js",
        "a host in a script",
        swap(r"\Z", '\nconst host = "imap.softbank.jp";\n'),
    ),
    _one(
        "facts.encryption",
        "zh/ssl-check/index.html",
        "two encryptions have changed places in a table",
        exchange(
            '<code class="fact" data-fact="smtp.starttls.encryption".*?</code>',
            '<code class="fact" data-fact="smtp.implicit-tls.encryption".*?</code>',
        ),
    ),
    _one(
        "facts.services",
        "zh/causes/index.html",
        "two hosts have changed places in a list",
        exchange(
            '<code class="fact" data-fact="imap.host".*?</code>',
            '<code class="fact" data-fact="smtp.host".*?</code>',
        ),
    ),
    _one(
        "facts.settings_table",
        "es/settings/index.html",
        "two rows of the settings have changed places",
        exchange(
            r'<tr>.*data-fact="imap.host".*</tr>', r'<tr>.*data-fact="imap.encryption".*</tr>'
        ),
    ),
    _one(
        "facts.sources",
        "id/about/index.html",
        "two sources have changed places",
        exchange(
            r'<a [^>]*data-link="softbank-email-i-en".*?</a>',
            r'<a [^>]*data-link="mozilla-ispdb".*?</a>',
        ),
    ),
    _one(
        "facts.published",
        "settings.json",
        "another port for programs",
        swap(r'"value": 993', '"value": 992'),
    ),
    _one(
        "facts.published_steps",
        "steps.csv",
        "a step's title for Excel is another's",
        swap("^(1010,en),[^,]*,", r"\1,Check,"),
    ),
    _one(
        "facts.pop_is_no_offer",
        "pt-BR/settings/index.html",
        "the caveat of POP stands with something else",
        swap(
            r'^(<li><strong>Senha</strong>: )([\s\S]*?)(<span data-sentence="pop.*?</span>)',
            r"\1\3\2",
        ),
    ),
    # steps
    _one(
        "steps.codes",
        "my/network/index.html",
        "a code with a space in it",
        swap(r"(<a class=.step-code.[^>]*>)3072(?=</a>)", r"\1 3072"),
    ),
    _one(
        "steps.former",
        "ne/ssl-check/index.html",
        "the anchor of a withdrawn step, of links in old tickets",
        swap('<span id="outgoing-ssl"></span>', ""),
    ),
    *_in_both(
        "steps.parts",
        "index.html",
        "no language says what to see",
        swap(r'class="admonition expect"', 'class="admonition"'),
    ),
    *_in_both(
        "steps.erasing",
        "still-failing/index.html",
        "every language warns too late",
        swap(rf"({_ERASES})([\s\S]*?</ol>\n)(?=<div class=.admonition)", r"\2\1"),
    ),
    _one(
        "steps.cautions",
        "en/index.html",
        "a warning in other words",
        swap('(?<=caution__title">)Never turn SSL off', "Leave SSL as it is"),
    ),
    _one(
        "steps.errors_listed",
        "ne/errors/index.html",
        "a message that iOS does not say",
        swap(r"(<h3>[^<]*?</h3><span [^>]*>)An SSL error has", r"\1There was"),
    ),
    _one(
        "steps.errors_folded",
        "vi/errors/index.html",
        "a message that stands open",
        swap('<details class="message">', '<details class="message" open>'),
    ),
    # what iOS says
    _one(
        "ios_words.labels",
        "en/password/index.html",
        "a label that iOS does not have",
        swap(r'(<b class="ios-label" data-label="[\w-]+">)“[^”]*”', r"\1“Sign-in”"),
    ),
    _one(
        "ios_words.paths",
        "pt-BR/password/index.html",
        "a menu path in Japanese without its last row",
        swap(
            r'(data-place="account"[\s\S]*?<details[\s\S]*?)<li data-label="account"[^>]*>.*\n',
            r"\1",
        ),
    ),
    _one(
        "ios_words.tabs",
        "th/password/index.html",
        "a menu path whose newest version is shut",
        swap(' value="18" checked', ' value="18"'),
    ),
    _one(
        "ios_words.inferred",
        "id/password/index.html",
        "a label that has a source is called inferred",
        swap(
            r'(data-place="account"[\s\S]*?<details[\s\S]*?<li data-label="settings">.*)(?=</li>)',
            r'\1 <i class="inferred">(x)</i>',
        ),
    ),
    _one(
        "ios_words.typed",
        "docs/es/causes.md",
        "a label typed by hand",
        swap(_PARAGRAPH, r"\g<0> “Puerto del servidor”.", 1),
    ),
    _one(
        "ios_words.dialog",
        "zh-TW/settings/index.html",
        "Yes in place of No",
        exchange(
            '<b class="ios-label" data-label="no">.*?</b>',
            '<b class="ios-label" data-label="yes">.*?</b>',
        ),
    ),
    # drawn screens
    _one(
        "drawings.titles",
        "vi/ssl-check/index.html",
        "a screen on the way with another title",
        swap(r'(?<=data-title=")[^"]+', "Mail Server"),
    ),
    _one(
        "drawings.said_once",
        "zh/ssl-check/index.html",
        "a page that says twice that its screens are drawings",
        swap("<h1 ", '<h1 class="drawings" '),
    ),
    _one(
        "drawings.screens",
        "ko/ssl-check/index.html",
        "a drawn switch that nobody is told to see to",
        swap(r'<div class="ios-screen__change">(?=<dt><span data-label="use-ssl")', "<div>"),
    ),
    _one(
        "drawings.screens",
        "id/profile/index.html",
        "a question for the passcode without its dots",
        swap(r'<div class="ios-screen__secret"[^>]*>[^<]*</div>', ""),
    ),
    _one(
        "drawings.screens",
        "es/network/index.html",
        "a round i that nobody is told to tap",
        swap('<b class="ios-screen__tap">(?=<span>i</span>)', "<b>"),
    ),
    # routes
    _one(
        "routes.pages",
        "ko/fix/suddenly/index.html",
        "a step in other words than in its chapter",
        swap(r'(<section class="step"[^>]* data-step="3072"[\s\S]*?<p>)', r"\1x "),
    ),
    *_in_both(
        "routes.results",
        "fix/set-up-new/index.html",
        "could not do it leads back, in every language",
        swap(r'href="#6044" data-result="3"', 'href="#6031" data-result="3"'),
    ),
    *_in_both(
        "routes.asides",
        "fix/settings-are-grey/index.html",
        "no way out without a new profile, in every language",
        swap(r'<p class="next-step"[^>]*>→ <a [^>]*data-to="6015"[\s\S]*?</p>', ""),
    ),
    _one(
        "routes.messages",
        "zh-TW/errors/index.html",
        "the way to a route in other words",
        swap(r'(class="to-route"[^>]*><a href="[^"]*">)[^<]+', r"\1iOS"),
    ),
    _one(
        "routes.buttons",
        "ne/fix/now-and-then/index.html",
        "the two buttons have changed their words",
        exchange(r'(?<=data-result="1">)[^<]+', r'(?<=data-result="2">)[^<]+'),
    ),
    _one(
        "routes.warnings",
        "vi/fix/suddenly/index.html",
        "a warning in a fold",
        swap('(<details class="reasons"><summary>[^<]*</summary>)', r"\1<strong></strong>"),
    ),
    # next_steps
    _one(
        "next_steps.shown",
        "es/ssl-check/index.html",
        "a way on under another condition",
        swap(r'(?<=next-step__if">)Solo falla el envío', "En los demás casos"),
    ),
    _one(
        "next_steps.on_step_pages",
        "s/5020/index.html",
        "a step's own page leads no further",
        swap(r'<p>→ <a href="\.\./5036/#en">.*?</a></p>', ""),
    ),
    *_in_both(
        "next_steps.prose",
        "still-failing/index.html",
        "a box that leads on in its own words, in every language",
        swap(
            r'(<p>)(?=[^<]+</p>\n<p class="next-step"[^>]*>→ <a [^>]*data-to="8052")',
            r'\1<a data-to="8039" href="#safari-data">iOS</a> ',
        ),
    ),
    # parity
    _one("parity.pages", "th/404.html", "a page is gone", lambda html: ""),
    _one(
        "parity.sections",
        "docs/vi/about.md",
        "a paragraph is missing",
        swap(rf"{_PARAGRAPH}\n\n", "", 1),
    ),
    _one(
        "parity.frame",
        "vi/report/index.html",
        "a menu that one language hides",
        swap(r'<details class="menu">[\s\S]*?</details>', ""),
    ),
    _one(
        "parity.search",
        "ko/search/index.json",
        "a host that the search does not find",
        swap(r"smtp\.softbank\.jp", "…"),
    ),
    # languages
    _one(
        "languages.document",
        "en/report/index.html",
        "another language for link previews",
        swap('content="en_US"', 'content="en_GB"'),
    ),
    _one(
        "languages.switch",
        "en/manual-setup/index.html",
        "a language by another name",
        swap('lang="vi">Tiếng Việt', 'lang="vi">Việt'),
    ),
    _one(
        "languages.foreign",
        "ko/network/index.html",
        "a button left in Japanese",
        _in_foot("<p>保存する</p>"),
    ),
    _one(
        "languages.characters",
        "zh-TW/network/index.html",
        "a simplified character in the frame",
        _in_foot("<p>设置</p>"),
    ),
    _one(
        "languages.detected",
        "docs/es/about.md",
        "a paragraph in Portuguese",
        swap(
            _PARAGRAPH,
            "Não é possível enviar a mensagem porque o servidor não está respondendo agora.",
            2,
        ),
        "pt-BR",
    ),
    _one(
        "glossary.terms",
        "docs/en/network.md",
        "another word for a term",
        swap("^While airplane mode", "While flight mode"),
    ),
    _one(
        "nesting.nesting",
        "docs/ko/about.md",
        "a mark within its own kind",
        swap(_PARAGRAPH, r"\g<0> “iOS “iOS””", 1),
    ),
    _one(
        "languages.neighbours_words",
        "docs/pt-BR/about.md",
        "a word of Portugal",
        swap(_PARAGRAPH, r"\g<0> Ecrã.", 1),
    ),
    _one(
        "languages.burmese_code",
        "my/profile/index.html",
        "Zawgyi in the frame",
        _in_foot("<p>ေန</p>"),
    ),
    _one(
        "same_words.strings",
        "docs/vi/strings.yml",
        "a word left in English",
        swap(r"^  search: .*$", "  search: Search"),
    ),
    _one(
        "same_words.headings",
        "tl/password/index.html",
        "a heading left in English",
        swap(r'(<h2 id="right-password">).*?(?= <a|</h2>)', r"\1Find out which password you need"),
    ),
    _one(
        "disguised.numbers",
        "id/manual-setup/index.html",
        "a number in words in the frame",
        _in_foot("<p>sembilan sembilan dua</p>"),
    ),
    _one(
        "disguised.hosts",
        "id/errors/index.html",
        "a host with gaps in the frame",
        _in_foot("<p>imap softbank jp</p>"),
    ),
    # links
    _one(
        "links.inside",
        "vi/network/index.html",
        "a dead link in the frame",
        _in_foot('<a href="../abuot/">x</a>'),
    ),
    _one(
        "links.same_language",
        "vi/profile/index.html",
        "a link to another language",
        _in_foot('<a href="../../about/">x</a>'),
    ),
    _one(
        "links.outside",
        "vi/password/index.html",
        "a link that facts/links.yml does not know",
        _in_foot('<a href="https://evil.example/">x</a>'),
    ),
    _one(
        "links.own_origin",
        "vi/causes/index.html",
        "an icon from another origin",
        _in_foot('<link rel="icon" href="https://evil.example/x.svg">'),
    ),
    # markup
    _one("markup.well_formed", "th/network/index.html", "an open element", _in_foot("<div>")),
    _one(
        "markup.headings",
        "th/profile/index.html",
        "a heading two levels down",
        swap(r'^(<nav class="onward")', r'<h6 id="more">iOS</h6>\n\1'),
    ),
    _one("markup.ids", "th/password/index.html", "an id twice", _in_foot('<p id="said"></p>')),
    _one(
        "markup.skip_links",
        "ko/404.html",
        "a page without the link that skips the bar",
        swap('<a href="#not-found" class="md-skip">[^<]*</a>', ""),
    ),
    _one("markup.nothing_left", "th/causes/index.html", "a mark is left", _in_foot("<p>{{</p>")),
    _one(
        "markup.named",
        "th/ssl-check/index.html",
        "a page without a title",
        swap("<title>[^<]*</title>", "<title></title>"),
    ),
    # policy
    _one(
        "policy.stated",
        "id/network/index.html",
        "a weak policy",
        swap("script-src 'self'", "script-src *"),
    ),
    _one(
        "policy.nothing_inline",
        "id/profile/index.html",
        "an inline handler",
        _in_foot('<p onclick="print()"></p>'),
    ),
    _one(
        "policy.nothing_from_elsewhere",
        "id/password/index.html",
        "a form that is sent",
        _in_foot('<form action="./"></form>'),
    ),
    # step pages
    _one(
        "step_pages.all_codes",
        "s/index.html",
        "a step that the list leaves out",
        swap(r'<li><a href="3046/#en">.*</li>\n', ""),
    ),
    _one(
        "step_pages.every_language",
        "s/3072/index.html",
        "a step page with one thing less to do",
        swap(r'(<section id="tl"[\s\S]*?<ol>)<li>.*?</li>', r"\1"),
    ),
    _one(
        "step_pages.links_name_their_step",
        "s/7123/index.html",
        "a step page's link with another step's code",
        swap(r"(?<=<b>)3067(?=</b>)", "3072"),
    ),
    _one(
        "step_pages.small_and_alone",
        "s/3014/index.html",
        "a step page that needs a script to show a language",
        swap('<section id="en" lang="en"', r"\g<0> hidden"),
    ),
    # the support desk
    _one(
        "desk.step_messages",
        "s/3023/messages.json",
        "a ticket without its code",
        swap(r"\[3023\]", "3023"),
    ),
    _one(
        "desk.menu_paths_in_one_line",
        "s/3014/messages.json",
        "a menu path in another form",
        swap("Settings › Airplane Mode", "Settings, Airplane Mode"),
    ),
    _one(
        "desk.beside_each_step",
        "id/ssl-check/index.html",
        "a result that nobody counts",
        swap('value="3"', 'value="4"'),
    ),
    _one(
        "desk.complete_without_javascript",
        "en/support-desk/index.html",
        "a step under another title",
        swap('(<label for="choose-3072">).*?</label>', r"\1Restart</label>"),
    ),
    _one(
        "desk.topics",
        "vi/support-desk/index.html",
        "a symptom without steps",
        swap('<option value="suddenly">', '<option value="slowly">'),
    ),
    # phones in another language
    _one(
        "phone_labels.at_hand",
        "assets/*/labels/ko.json",
        "a label that no phone in Korean has",
        swap(r'("server-port":")[^"]*', r"\1포트"),
    ),
    _one(
        "phone_labels.kept",
        "offline/my.json",
        "a list without what a phone in Thai says",
        swap(r'\["[^"]*/labels/th\.json","\w+"\],', ""),
    ),
    # offline
    _one(
        "offline.lists",
        "offline/ko.json",
        "a hash that no file has",
        swap(r'\["ko/causes/","[0-9a-f]{4}', r'["ko/causes/","0000'),
    ),
    _one(
        "offline.own_pages",
        "id/causes/index.html",
        "a page that the worker does not know",
        swap("default-src 'none'", "default-src  'none'"),
    ),
    _one(
        "offline.parts",
        "offline/zh.json",
        "a list without a style sheet",
        swap(r'\["[^"]*/later\.css","\w+"\],', ""),
    ),
    _one(
        "offline.one_files",
        "offline/guide-es.html",
        "one file that does not say whose it is",
        swap(r"<p>Este sitio es una guía independiente.*?</p>\n", ""),
    ),
    _one(
        "offline.one_file_links",
        "offline/guide-id.html",
        "one file with a link to nowhere",
        swap(r"(</main>)", r'<a href="https://guide.example/mail/gone/">x</a>\1'),
    ),
    _one(
        "offline.home_screen",
        "id/manifest.webmanifest",
        "a home screen in another language",
        swap('"lang": "id"', '"lang": "ja"'),
    ),
]
