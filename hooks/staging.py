"""Builds beside the last good site and puts the new one in its place only when all went well."""

import logging
import shutil
from pathlib import Path

from guide.problem import Problem
from guide.staging import new_folder, put_in_place, real_folder
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

# static-i18n builds each further language inside the first one's on_post_build, with the same
# config object, so one build opens here several times and ends with the outermost.
_open_builds = 0
_final: Path | None = None
_built: Path | None = None
_command = "build"


def on_startup(command, dirty):
    global _command
    _command = command


@event_priority(100)
def on_config(config):
    global _final, _built
    if _command == "build" and _open_builds == 0:
        try:
            _final = real_folder(Path(config.site_dir))
        except Problem as problem:
            raise PluginError(str(problem)) from None
        _built = new_folder(_final)
        config.site_dir = str(_built)
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
    put_in_place(_built, _final)


def on_build_error(error):
    global _open_builds
    _open_builds = 0
    if _built is not None:
        shutil.rmtree(_built, ignore_errors=True)


def _warned(config) -> bool:
    """Whether MkDocs is about to stop this build for its warnings (--strict)."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in handlers)
