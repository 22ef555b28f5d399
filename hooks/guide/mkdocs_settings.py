"""What the build needs of mkdocs.yml, and what nobody may switch off there by mistake."""

import logging
from collections.abc import Mapping
from pathlib import Path

import yaml

from guide.facts.yaml_file import check_keys
from guide.hosting.address import check_address
from guide.problem import Problem
from guide.words.text_file import read_text

FILE = "mkdocs.yml"


def check_settings(config: Mapping) -> None:
    """Checks mkdocs.yml beyond what MkDocs itself does.

    Args:
        config: as MkDocs has read it.

    Raises:
        Problem: a key stands twice or is missing, or SITE_URL is no address.
    """
    path = Path(config["config_file_path"])
    try:
        check_keys(read_text(path, path.parent), path.name)
    except yaml.YAMLError as error:
        raise Problem(path.name, f"not valid YAML: {error}", "Correct it") from None
    check_address(config["site_url"])
    needed = {
        "plugins: i18n": "i18n" in config["plugins"],
        "nav": bool(config["nav"]),
        "theme: custom_dir": bool(config["theme"].custom_dir),
        "extra: report_url": "report_url" in config["extra"],
        "extra: pdf": "pdf" in config["extra"],
    }
    for key, there in needed.items():
        if not there:
            raise Problem(f"{FILE}: {key}", "this key is missing", "Put it back")
    links = config["validation"]["links"]
    for key in ("not_found", "anchors", "absolute_links", "unrecognized_links"):
        if links[key] < logging.WARNING:
            raise Problem(f"{FILE}: validation.links.{key}", "it is switched off", "Write warn")
