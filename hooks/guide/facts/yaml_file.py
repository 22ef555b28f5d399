"""Reading one YAML file into one pydantic model."""

from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from guide.problem import Problem
from guide.words.plain_words import strings, trouble
from guide.words.text_file import read_text


class Strict(BaseModel):
    """A model that refuses keys it does not know and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=BaseModel)


class _Loader(yaml.CSafeLoader):
    """Dates stay text, so that a wrong one is reported by pydantic, with its key."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, regex) for tag, regex in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def read_yaml(path: Path, root: Path) -> object:
    """What a YAML file holds. Of two equal keys YAML lets the last win; here that is an error.

    Raises:
        Problem: the file is missing, or is no YAML.
    """
    return _read(read_text(path, root), path.relative_to(root))


def _read(text: str, name: Path) -> object:
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        _check_keys(node, name)
        return None if node is None else loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{name}:{mark.line + 1}" if mark else name
        what = error.problem or error.context
        raise Problem(where, f"not valid YAML: {what}", "Correct this line") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Problem(name, f"not valid YAML: {error}", "Correct it") from None


def check_keys(text: str, name: str | Path) -> None:
    """Sees that no key stands twice in one place and that nothing is a copy of something else.

    Raises:
        Problem: one does.
        yaml.YAMLError: it is no YAML.
    """
    _check_keys(yaml.compose(text, Loader=yaml.CSafeLoader), name)


def _check_keys(root: yaml.Node | None, name: str | Path) -> None:
    nodes = [root]
    known = set()
    while nodes:
        node = nodes.pop()
        if id(node) in known:
            where = f"{name}:{node.start_mark.line + 1}"
            raise Problem(where, "an alias (*) repeats this part of the file", "Write it out")
        known.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            nodes += node.value
        elif isinstance(node, yaml.MappingNode):
            keys = set()
            for key, value in node.value:
                where = f"{name}:{key.start_mark.line + 1}"
                if not isinstance(key, yaml.ScalarNode):
                    raise Problem(where, "not valid YAML: a key is no word", "Correct this line")
                if key.value in keys:
                    raise Problem(
                        where,
                        f"not valid YAML: the key {key.value!r} stands here twice",
                        "Remove one of the two",
                    )
                keys.add(key.value)
                nodes.append(value)


def read_model(path: Path, model: type[Model], root: Path) -> Model:
    """Reads and checks one file.

    Args:
        path: the YAML file.
        model: what it has to look like.
        root: the project's folder; error messages name the file relative to it.

    Raises:
        Problem: the file is missing, is no YAML, or does not fit the model.
    """
    return _checked(path, model, root, read_text(path, root))


@cache
def _checked(path: Path, model: type[Model], root: Path, text: str) -> Model:
    """A text as its model, which never changes: `make serve` reads most files again unchanged."""
    name = path.relative_to(root)
    data = _read(text, name)
    for key, text in strings(data):
        if found := trouble(text):
            raise Problem(f"{name}: {key}", *found)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first, *others = error.errors()
        key = ".".join(str(part) for part in first["loc"]) or "(the whole file)"
        more = f" (and {len(others)} more in this file)" if others else ""
        given = first.get("input")
        shown = f", not {given!r}" if isinstance(given, str | int | float) else ""
        message = first["msg"].removeprefix("Value error, ")
        mend = _MEND.get(first["type"], "Correct this value")
        raise Problem(f"{name}: {key}", f"{message}{shown}{more}", mend) from None


_MEND = {
    "extra_forbidden": "Remove this key or correct its spelling",
    "missing": "Add this key",
}
