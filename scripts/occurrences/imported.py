"""Where an imported dotted name comes from: another library, or a class of the same package."""

import ast
from functools import cache
from pathlib import Path

TORCH = "torch"
DEEPEST = 6


def origin(path, dotted):
    """A category; None for torch's, and for what cannot be told."""
    return follow(path, dotted, DEEPEST)


def follow(path, dotted, steps):
    level = len(dotted) - len(dotted.lstrip("."))
    parts = dotted.lstrip(".").split(".")
    if level == 0 and parts[0] == TORCH:
        return None
    # An absolute import starts outside of every package.
    bases = [path.parents[level - 1]] if level else [base for base in path.parents if not is_package(base)]
    for base in bases:
        module, rest = module_in(base, parts, 0 if level else 1)
        if module:
            return exported(module, rest, steps)
    return f"other library: {parts[0]}" if level == 0 else None


def is_package(folder):
    return (folder / "__init__.py").is_file()


def module_in(base, parts, least):
    for count in range(len(parts), least - 1, -1):
        folder = base.joinpath(*parts[:count])
        for file in [folder / "__init__.py", folder.with_suffix(".py") if count else folder / "__init__.py"]:
            if file.is_file():
                return file, parts[count:]
    return None, parts


def exported(module, rest, steps):
    if len(rest) != 1 or steps == 0:
        return None
    known = bindings(module)
    found = {category(module, target, steps) for target in known.get(rest[0], [])}
    if not found:
        found = {follow(module, f"{star}.{rest[0]}", steps - 1) for star in known.get("*", [])} - {None}
    return found.pop() if len(found) == 1 else None


def category(module, target, steps):
    return "class or function of the package" if target == "defined" else target and follow(module, target, steps - 1)


@cache
def bindings(module: Path):
    """The names of a module, each with "defined", an import's dotted path, or None for anything else."""
    found = {}
    for node in ast.walk(ast.parse(module.read_bytes())):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            found.setdefault(node.name, []).append("defined")
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                name = None if alias.name == "*" else alias.name
                path = "." * node.level + ".".join(filter(None, [node.module, name]))
                found.setdefault(alias.asname or alias.name, []).append(path)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.setdefault(node.id, []).append(None)
    return found
