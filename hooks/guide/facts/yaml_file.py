"""Reading one YAML file into one pydantic model."""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from guide.problem import Problem


class Strict(BaseModel):
    """A model that refuses keys it does not know and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=BaseModel)


class _Loader(yaml.CSafeLoader):
    """YAML lets the last of two equal keys win; here that is an error.

    Dates stay text, so that a wrong one is reported by pydantic, with its key.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, regex) for tag, regex in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=deep)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} stands here twice", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)


def read_model(path: Path, model: type[Model], root: Path) -> Model:
    """Reads and checks one file.

    Args:
        path: the YAML file.
        model: what it has to look like.
        root: the project's folder; error messages name the file relative to it.

    Raises:
        Problem: the file is missing, is no YAML, or does not fit the model.
    """
    name = path.relative_to(root)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Problem(name, "this file is missing", "Put it back or copy it from docs/ja") from None
    try:
        data = yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{name}:{mark.line + 1}" if mark else name
        raise Problem(where, f"not valid YAML: {error.problem}", "Correct this line") from None
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
