"""Writes ``_headers`` and ``_nginx.conf``: what servers say beside the files of the site."""

from pathlib import Path
from urllib.parse import urlsplit

from guide.hosting import headers_file, nginx
from guide.hosting.response_headers import policies
from mkdocs.plugins import event_priority


# After everything else is written, before staging (-200).
@event_priority(-195)
def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    site = Path(config.site_dir)
    # The same sitemap once more, with the time of the build in it; nobody asks for it.
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
    prefix = urlsplit(config.site_url).path or "/"
    folders = [
        name for name in config.extra["guide"].locales if (site / name / "404.html").exists()
    ]
    kinds = policies(site)
    _write(site / headers_file.NAME, headers_file.headers_file(site, prefix, kinds))
    _write(site / nginx.NAME, nginx.nginx_file(prefix, kinds, folders))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
