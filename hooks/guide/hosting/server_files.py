"""Writes ``_headers`` and ``_nginx.conf``: what servers say beside the files of the site."""

from urllib.parse import urlsplit

from guide.build import Build
from guide.hosting import headers_file, nginx
from guide.hosting.response_headers import policies


def write_server_files(build: Build) -> None:
    """Writes both; every page has to be there, since they name the policies of all."""
    site = build.site
    prefix = urlsplit(build.addresses.site_url).path or "/"
    folders = [name for name in build.guide.locales if (site / name / "404.html").exists()]
    kinds = policies(site)
    build.write(headers_file.NAME, headers_file.headers_file(site, prefix, kinds))
    build.write(nginx.NAME, nginx.nginx_file(prefix, kinds, folders))
