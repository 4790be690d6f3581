"""Says of every textual occurrence of the class or function in Python files what CPython itself makes of it.

Reads paths from standard input, one a line; writes one JSON object an occurrence: path, row, column (both from 1, in
code points), text, category. The category is null for what names, or may name, torch's: that has to be a finding.
"""

import ast
import io
import json
import re
import sys
import tokenize
from pathlib import Path

from imported import origin

NAMES = ("ConvTranspose1d", "conv_transpose1d")
SUPPRESSED = re.compile(r"#\s*(noqa\s*($|[^:\s])|noqa\s*:[^#]*\bTSP|torchspore\s*:\s*ignore)", re.IGNORECASE)


def occurrences(path):
    """Every occurrence in one file; those in a token of one kind share its answer."""
    data = path.read_bytes()
    if not any(name.encode() in data for name in NAMES):
        return
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    text = data.decode(encoding)
    try:
        tree = ast.parse(data)
        tokens = list(tokenize.tokenize(io.BytesIO(data).readline))
    except (SyntaxError, tokenize.TokenError, ValueError):
        tree, tokens = None, []
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    file = File(path, tree, lines) if tree else None
    for row, line in enumerate(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")), 1):
        for match in re.finditer("|".join(NAMES), line):
            column = match.start() + 1
            token = token_at(tokens, row, match.start())
            category = file.category(token, line) if token else ("not Python" if not tree else None)
            start = token.start[1] + 1 if token and token.type == tokenize.NAME else column
            yield {"path": str(path), "row": row, "column": start, "text": line.strip()[:120], "category": category}


def token_at(tokens, row, offset):
    for token in tokens:
        if token.start <= (row, offset) < token.end and token.type != tokenize.ENCODING:
            return token
    return None


class File:
    def __init__(self, path, tree, lines):
        self.path = path
        self.lines = lines
        self.nodes = {}
        self.bound = {}
        self.in_fstring = set()
        # `Name = None` where an import failed.
        handlers = [each for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler) for each in node.body]
        self.nothing = {target for each in handlers if is_none(each) for target in ast.walk(each)}
        for node in ast.walk(tree):
            self.index(node)

    def index(self, node):
        if isinstance(node, ast.Name):
            self.at(node.lineno, node.col_offset, ("name", node))
            if isinstance(node.ctx, ast.Store) and node not in self.nothing:
                self.bound.setdefault(node.id, []).append(("assigned", None))
        elif isinstance(node, ast.Attribute):
            self.at(node.end_lineno, node.end_col_offset - len(node.attr.encode()), ("attribute", node))
        elif isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            self.bound.setdefault(node.name, []).append(("definition", None))
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            self.imports(node)
        elif isinstance(node, ast.arg):
            self.bound.setdefault(node.arg, []).append(("parameter", None))
        elif isinstance(node, ast.JoinedStr):
            names = {getattr(n, "id", None) or getattr(n, "attr", None) for n in ast.walk(node)}
            if names & set(NAMES):
                self.in_fstring.add((node.lineno, node.end_lineno))

    def imports(self, node):
        for alias in node.names:
            level, module = getattr(node, "level", 0), getattr(node, "module", None) or ""
            isfrom = isinstance(node, ast.ImportFrom)
            path = ".".join(filter(None, [module, alias.name])) if isfrom else alias.name
            name = alias.asname or (alias.name if isfrom else alias.name.split(".")[0])
            target = path if isfrom or alias.asname else name
            self.bound.setdefault(name, []).append(("import", "." * level + target))
            self.at(alias.lineno, alias.col_offset, ("import", "." * level + path))

    def at(self, row, byte, what):
        line = self.lines[row - 1].encode()
        self.nodes[row, len(line[:byte].decode())] = what

    def category(self, token, line):
        if token.type == tokenize.COMMENT:
            return "comment"
        if token.type == tokenize.STRING:
            inside = any(first <= token.start[0] <= last for first, last in self.in_fstring)
            return None if inside else "string"
        if token.type != tokenize.NAME:
            return None
        category = self.name_category(token)
        return "suppressed" if category is None and SUPPRESSED.search(line) else category

    def name_category(self, token):
        before = token.line[: token.start[1]]
        if re.search(r"\b(class|def)\s+$", before):
            return "definition"
        kind, node = self.nodes.get(token.start, (None, None))
        if kind == "import" or re.match(r"\s*(from\s+[\w.]+\s+)?import\b", token.line) or self.in_import_list(token):
            return "import"
        if kind == "name":
            return self.of_name(node)
        if kind == "attribute":
            return self.of_attribute(node)
        return "keyword or parameter" if re.match(r"\s*[=:,)]", token.line[token.end[1] :]) else None

    def in_import_list(self, token):
        """An import's `as` name, on a line of its own within parentheses."""
        return bool(re.search(r"\bas\s+$", token.line[: token.start[1]]))

    def of_name(self, node):
        if isinstance(node.ctx, ast.Store):
            return "assigned name"
        return self.meaning(node.id, node.id)

    def of_attribute(self, node):
        if isinstance(node.ctx, ast.Store):
            return "attribute definition"
        parts, at = [], node
        while isinstance(at, ast.Attribute):
            parts.insert(0, at.attr)
            at = at.value
        if not isinstance(at, ast.Name):
            return None
        if at.id == "self":
            return None if node.attr in NAMES else "other name"
        return self.meaning(at.id, ".".join([at.id, *parts]))

    def meaning(self, root, dotted):
        """What a dotted name leads to, by everything in the file that binds its first part."""
        found = {self.leads_to(kind, target, dotted, root) for kind, target in self.bound.get(root, [])}
        return found.pop() if len(found) == 1 else None

    def leads_to(self, kind, target, dotted, root):
        if kind == "definition":
            return "local class or function"
        if kind != "import":
            return None
        return origin(self.path, target + dotted[len(root) :])


def is_none(statement):
    if not isinstance(statement, ast.Assign):
        return False
    values = getattr(statement.value, "elts", [statement.value])
    return all(isinstance(value, ast.Constant) and value.value is None for value in values)


def main():
    for line in sys.stdin:
        for found in occurrences(Path(line.rstrip("\n"))):
            print(json.dumps(found))


main()
