"""The house, measured: its layers and rooms, who imports whom, how long and wide modules and functions are.

`python -m tests.house` prints the measures, with all that comes near a limit; `test_imports` holds the limits.
"""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

PACKAGE = Path(__file__).parent.parent / "plancompare"
# each layer may import from those before it, never from those after it
LAYERS = (
    ("messages", "schema"),
    ("errors", "findings"),
    ("files", "model", "working"),
    ("reading", "comparing"),
    ("asking", "checks"),
    ("drafting",),
    ("telling",),
    ("formats",),
    ("plotting", "publishing"),
    ("commands", "cli", "__main__"),
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules() -> Mapping[str, tuple[str, ast.Module]]:
    """Dotted name inside the package -> its text and tree; the package itself is "plancompare"."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        text = path.read_text(encoding="utf-8")
        name = ".".join(part for part in parts if part != "__init__") or "plancompare"
        found[name] = (text, ast.parse(text))
    return found


def imports(tree: ast.Module) -> set[str]:
    """All names that a module imports, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.module and not node.level, "imports are written out from the top"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def inside(tree: ast.Module) -> set[str]:
    """The modules of the package that a module imports."""
    found = set()
    for name in imports(tree):
        target = name.removeprefix("plancompare.")
        while name.startswith("plancompare.") and target and target not in modules():
            target = target.rpartition(".")[0]
        if name.startswith("plancompare.") and target:
            found.add(target)
    return found


@cache
def arrows() -> Mapping[str, set[str]]:
    """Module -> the modules of the package that it imports; the package's own face is left to the layers' users."""
    return {name: inside(tree) - {name} for name, (_, tree) in modules().items()}


def layer(module: str) -> int:
    """The layer of a module: that of the folder or module at the top that it belongs to."""
    return next(place for place, names in enumerate(LAYERS) if module.split(".")[0] in names)


def below(one: str, other: str) -> bool:
    """Whether a layer lies below another; in the last one, the program itself, each name lies below the next."""
    top = LAYERS[-1]
    return layer(one) < layer(other) or (one in top and other in top and top.index(one) < top.index(other))


def functions() -> Iterator[tuple[str, Function]]:
    """All functions and methods, each with the module and its name."""
    for module, (_, tree) in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield f"{module}:{node.name}", node


def length(function: Function) -> int:
    """Lines without decorators and docstring, in a command also without its parameters, which are its options."""
    doc = ast.get_docstring(function, clean=False) is not None
    body = function.body[1:] if doc else function.body
    start = function.body[0].lineno - function.lineno
    if is_command(function):
        start = 0
    return start + (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else start


def parameters(function: Function) -> int:
    """How many parameters a function takes; ``self`` and ``cls`` are given by nobody."""
    taken = function.args
    names = [one.arg for one in (*taken.posonlyargs, *taken.args, *taken.kwonlyargs, taken.vararg, taken.kwarg) if one]
    return len([name for name in names if name not in ("self", "cls")])


def is_command(function: Function) -> bool:
    """Whether click calls the function, with as many parameters as the command has options."""
    return any("command" in ast.unparse(decorator) for decorator in function.decorator_list)


class Room(NamedTuple):
    """A folder or a module at the top of the package: what it is, which rooms it imports, how big it is."""

    name: str
    layer: int
    summary: str
    imports: tuple[str, ...]
    modules: int
    lines: int


def rooms() -> list[Room]:
    """The rooms from the bottom up, in the order of the layers."""
    return [_room(name, place) for place, names in enumerate(LAYERS, 1) for name in names]


def _room(name: str, place: int) -> Room:
    inside = {module: parsed for module, parsed in modules().items() if module.split(".")[0] == name}
    targets = {target.split(".")[0] for module in inside for target in arrows()[module]} - {name}
    order = [room for names in LAYERS for room in names]
    summary = (ast.get_docstring(modules()[name][1]) or "").split("\n")[0]
    lines = sum(len(text.splitlines()) for text, _ in inside.values())
    return Room(name, place, summary, tuple(sorted(targets, key=order.index)), len(inside), lines)


def measures() -> Iterator[str]:
    """The size of everything, in lines to print."""
    texts = {name: len(text.splitlines()) for name, (text, _) in modules().items()}
    long = {name: length(function) for name, function in functions()}
    wide = {name: parameters(function) for name, function in functions() if not is_command(function)}
    ninth = quantiles(long.values(), n=10)[-1]
    yield f"{len(texts)} modules, {sum(texts.values())} lines, {sum(map(len, arrows().values()))} imports inside"
    yield f"median of modules {median(texts.values()):.0f} lines"
    yield f"{len(long)} functions: median {median(long.values()):.0f} lines, nine of ten at most {ninth:.0f}"
    for title, sizes in (
        ("longest modules, lines", texts),
        ("longest functions, lines", long),
        ("widest functions, parameters", wide),
    ):
        yield f"\n{title}"
        yield from (f"{sizes[name]:5d}  {name}" for name in sorted(sizes, key=lambda name: (-sizes[name], name))[:12])


if __name__ == "__main__":
    print("\n".join(measures()))
