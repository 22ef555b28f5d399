"""Builds beside the last good site and puts the new one in its place only when all went well."""

import logging
import shutil
from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

# static-i18n builds each further language inside the first one's on_post_build, with the same
# config object, so one build opens here several times and ends with the outermost.
_open_builds = 0
_final: Path | None = None
_command = "build"


def on_startup(command, dirty):
    global _command
    _command = command


@event_priority(100)
def on_config(config):
    global _final
    if _command == "build" and _open_builds == 0:
        _final = Path(config.site_dir)
        config.site_dir = str(_final.with_name(f"{_final.name}.new"))
    return config


def on_pre_build(config):
    global _open_builds
    _open_builds += 1


# After every other plugin and hook, static-i18n (-100) among them.
@event_priority(-200)
def on_post_build(config):
    global _open_builds
    _open_builds -= 1
    if _final is None or _open_builds or _warned(config):
        return
    built, old = Path(config.site_dir), _final.with_name(f"{_final.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if _final.exists():
        _final.rename(old)
    built.rename(_final)
    shutil.rmtree(old, ignore_errors=True)


def on_build_error(error):
    global _open_builds
    _open_builds = 0
    if _final is not None:
        shutil.rmtree(_final.with_name(f"{_final.name}.new"), ignore_errors=True)


def _warned(config) -> bool:
    """Whether MkDocs is about to stop this build for its warnings (--strict)."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in handlers)
