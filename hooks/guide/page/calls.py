"""``{{ fact("imap.port") }}`` in a text: the function is called, and its result stands there.

The braces hold one call with plain values, as in Python; nothing else is run.
"""

import ast
import re
from collections.abc import Callable, Mapping
from functools import cache

from guide.problem import Problem

_CALL = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


def expand_calls(text: str, functions: Mapping[str, Callable[..., str]], name: str) -> str:
    """Puts the results of all calls into a text.

    Args:
        text: the text as it is written.
        functions: what may be called, by name. A KeyError of theirs stands for an unknown key.
        name: the file, for messages.

    Raises:
        Problem: no such function, no such key, wrong arguments, or no call at all.
    """
    parts, end = [], 0
    for match in _CALL.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        parts += [text[end : match.start()], _result(match[1], functions, f"{name}:{line}")]
        end = match.end()
    rest = text[end:]
    if "{{" in rest:
        line = text.count("\n", 0, end + rest.index("{{")) + 1
        raise Problem(f"{name}:{line}", "`{{` has no `}}` after it", "Correct the {{ … }}")
    return "".join([*parts, rest])


def _result(source: str, functions: Mapping[str, Callable[..., str]], where: str) -> str:
    try:
        called, args, kwargs = _parsed(source.strip())
    except (SyntaxError, ValueError):
        raise Problem(
            where,
            f'`{{{{{source}}}}}` is no call such as fact("imap.port")',
            "Correct the {{ … }}",
        ) from None
    known = ", ".join(functions)
    if called not in functions:
        raise Problem(where, f"{called!r} is undefined", f"Use one of: {known}")
    if args is None:
        raise Problem(where, f"{called!r} is not called", f'Write {called}("…")')
    try:
        return str(functions[called](*args, **kwargs))
    except KeyError as error:
        raise Problem(
            where,
            f"there is no {error.args[0]!r} of this kind",
            "Correct the name, or add it to facts/ or strings.yml",
        ) from None
    except TypeError as error:
        raise Problem(where, str(error), f"Use one of: {known}") from None


@cache
def _parsed(source: str) -> tuple[str, tuple | None, dict]:
    """The name, the arguments (none of a bare name) and the named ones of a call.

    Raises:
        SyntaxError, ValueError: it is no call with plain values.
    """
    found = ast.parse(source, mode="eval").body
    if isinstance(found, ast.Name):
        return found.id, None, {}
    if not isinstance(found, ast.Call) or not isinstance(found.func, ast.Name):
        raise ValueError(source)
    args = tuple(ast.literal_eval(value) for value in found.args)
    return found.func.id, args, {one.arg: ast.literal_eval(one.value) for one in found.keywords}
