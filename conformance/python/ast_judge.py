"""What CPython makes of programs, in a form that does not hang on Python: ast_judge.py PROGRAMS ANSWERS.

A line of PROGRAMS is {"path": ...} or {"text": ...}. The first line of ANSWERS is the version; each line after it holds
"refused", why the program is refused; "otherwise", why it is not UTF-8; "nodes", the nodes of its tree in order, each
with its depth, field, type, place in UTF-16 code units, and words; and "scopes", the names of each scope and where they
live (before Python 3.12, which puts comprehensions into the scope around them). What stands in strings that are
interpolated has places from Python 3.12 on.
"""

import ast
import json
import pathlib
import re
import struct
import sys
import tokenize
import warnings

import _symtable

EXACT = sys.version_info >= (3, 12)
COMPOUND = "FunctionDef AsyncFunctionDef ClassDef If For AsyncFor While With AsyncWith Try TryStar Match ExceptHandler".split()
COMPOUND = {getattr(ast, name) for name in COMPOUND if hasattr(ast, name)}
WITH_ROLE = {ast.Name, ast.Attribute, ast.Subscript}
LEFT_OUT = {"ctx", "type_comment", "kind", "type_ignores"}
BARE = (ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context)


class Places:
    """UTF-16 offsets of lines and columns."""

    def __init__(self, source):
        self.lines = re.split(rb"\r\n|\r|\n", source)
        ends = [len(end) for end in re.findall(rb"\r\n|\r|\n", source)] + [0]
        self.starts = []
        at = 0
        for line, end in zip(self.lines, ends):
            self.starts.append(at)
            at += (len(line) if line.isascii() else units(line)) + end
        if source.startswith(b"\xef\xbb\xbf"):
            self.lines[0] = self.lines[0][3:]
            self.starts[0] += 1

    def of(self, line, column):
        text = self.lines[line - 1]
        return self.starts[line - 1] + (column if text.isascii() else units(text[:column]))

    def has_backslash(self, node):
        first, last = node.lineno - 1, node.end_lineno - 1
        if first == last:
            return b"\\" in self.lines[first][node.col_offset : node.end_col_offset]
        return any(b"\\" in line for line in self.lines[first + 1 : last]) or (
            b"\\" in self.lines[first][node.col_offset :] or b"\\" in self.lines[last][: node.end_col_offset]
        )


def units(line):
    return len(line.decode().encode("utf-16-le")) // 2


class Dump:
    def __init__(self, places):
        self.places = places
        self.lines = []
        self.placed = True

    def node(self, node, depth, field):
        kind = type(node)
        if kind is ast.JoinedStr:
            return self.joined(node, depth, field)
        if kind is ast.match_case:
            return self.case(node, depth, field)
        words = [str(depth), field, kind.__name__, self.place(node)]
        children = []
        if kind is ast.Constant:
            words.append(self.constant(node))
        else:
            for name in kind._fields:
                if name not in LEFT_OUT:
                    self.part(name, getattr(node, name, None), words, children)
            if kind in WITH_ROLE:
                words.append("ctx=" + type(node.ctx).__name__)
        self.lines.append(" ".join(words))
        for name, child in children:
            if child is None:
                self.lines.append(f"{depth + 1} {name} None")
            else:
                self.node(child, depth + 1, name)

    def part(self, name, value, words, children):
        if value is None:
            return
        if isinstance(value, BARE):
            words.append(f"{name}={type(value).__name__}")
        elif isinstance(value, ast.AST):
            children.append((name, value))
        elif not isinstance(value, list):
            words.append(f"{name}={value}")
        elif value and isinstance(value[0], (str, ast.cmpop)):
            words.append(f"{name}=" + ",".join(each if isinstance(each, str) else type(each).__name__ for each in value))
        else:
            children.extend((name, each) for each in value)

    def place(self, node):
        if not self.placed or not hasattr(node, "lineno"):
            return "-"
        start = self.places.of(node.lineno, node.col_offset)
        if type(node) in COMPOUND:
            return str(start)
        return f"{start}-{self.places.of(node.end_lineno, node.end_col_offset)}"

    def joined(self, node, depth, field):
        self.lines.append(f"{depth} {field} JoinedStr {self.place(node)}")
        before = self.placed
        self.placed = before and EXACT
        self.interpolated(node, depth + 1)
        self.placed = before

    def interpolated(self, node, depth):
        for each in node.values:
            if isinstance(each, ast.FormattedValue):
                self.lines.append(f"{depth} values FormattedValue conversion={each.conversion}")
                self.node(each.value, depth + 1, "value")
                if each.format_spec is not None:
                    self.interpolated(each.format_spec, depth + 1)

    def constant(self, node):
        value = node.value
        if isinstance(value, str):
            if not self.placed or self.places.has_backslash(node):
                return "str"
            shown = re.sub("[^ -~]", "?", value)
            return f"str {len(shown)} {shown[:60]}"
        if isinstance(value, bytes):
            return "bytes"
        if isinstance(value, (float, complex)):
            return f"{type(value).__name__} " + struct.pack(">d", getattr(value, "imag", 0) or value.real).hex()
        if value is ... or value is None or isinstance(value, bool):
            return str(value)
        return f"int {value:x}"

    def case(self, node, depth, field):
        """Of patterns only what they read and what they bind, in order."""
        self.lines.append(f"{depth} {field} match_case -")
        self.pattern(node.pattern, depth + 1)
        if node.guard:
            self.node(node.guard, depth + 1, "guard")
        for each in node.body:
            self.node(each, depth + 1, "body")

    def pattern(self, node, depth):
        if isinstance(node, (ast.MatchValue, ast.MatchClass)):
            value = node.value if isinstance(node, ast.MatchValue) else node.cls
            while isinstance(value, ast.Attribute):
                value = value.value
            if isinstance(value, ast.Name):
                self.lines.append(f"{depth} pattern reads {value.id}")
        if isinstance(node, ast.MatchMapping):
            for key, inner in zip(node.keys, node.patterns):
                self.pattern(ast.MatchValue(key), depth)
                self.pattern(inner, depth)
        else:
            for each in ast.iter_child_nodes(node):
                if isinstance(each, ast.pattern):
                    self.pattern(each, depth)
        name = getattr(node, "rest" if isinstance(node, ast.MatchMapping) else "name", None)
        if name:
            self.lines.append(f"{depth} pattern binds {name}")


HOMES = {
    _symtable.LOCAL: "own",
    _symtable.CELL: "own",
    _symtable.FREE: "outer",
    _symtable.GLOBAL_EXPLICIT: "module",
    _symtable.GLOBAL_IMPLICIT: "module",
}
KINDS = {"lambda": "lambda", "genexpr": "comprehension", "listcomp": "comprehension"}
KINDS |= {"setcomp": "comprehension", "dictcomp": "comprehension"}
MODULE_OWN = _symtable.USE | _symtable.DEF_BOUND
OWN = MODULE_OWN | _symtable.DEF_GLOBAL | _symtable.DEF_NONLOCAL
IMPLICIT = {"__class__", "annotations", "division"}


def scopes(source):
    # With this in force, the names in annotations would be in scopes of their own.
    plain = re.sub(rb"(from\s+__future__\s+import\b[^\n]*)\bannotations\b", rb"\1division", source)
    found = []
    add_scopes(_symtable.symtable(plain, "<text>", "exec"), None, found)
    return sorted(found)


def add_scopes(table, owner, found):
    kind = "module" if table.type == 2 else "class" if table.type == 1 else KINDS.get(table.name, "function")
    if kind == "class":
        owner = table.name
    names = []
    for name, flags in table.symbols.items():
        home = HOMES[(flags >> _symtable.SCOPE_OFF) & _symtable.SCOPE_MASK]
        plain = unmangled(name, owner)
        # What only scopes inside of this one use, or declare global, has no other flags.
        is_own = flags & (MODULE_OWN if kind == "module" else OWN) and not name.startswith(".")
        if is_own and name not in IMPLICIT:
            names.append(f"{plain}:{'module' if kind == 'module' else home}")
    found.append(f"{kind} {' '.join(sorted(names))}")
    for child in table.children:
        add_scopes(child, owner, found)


def unmangled(name, owner):
    prefix = f"_{(owner or '').lstrip('_')}__"
    return name[len(prefix) - 2 :] if owner and name.startswith(prefix) else name


def judged(source):
    try:
        text = source.decode()
        encoding, _ = tokenize.detect_encoding(iter(source.splitlines(keepends=True)).__next__)
        if not text.isascii() and not encoding.startswith("utf-8"):
            return {"otherwise": encoding}
    except (UnicodeDecodeError, SyntaxError) as error:
        return {"otherwise": str(error)}
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}
    dump = Dump(Places(source))
    dump.node(tree, 0, "-")
    try:
        return {"nodes": "\n".join(dump.lines), "scopes": None if EXACT else scopes(source)}
    except SyntaxError as error:
        return {"nodes": "\n".join(dump.lines), "refused": f"{type(error).__name__}: {error}"}


def main(asked, answered):
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(100_000)
    with open(asked, encoding="utf-8") as programs, open(answered, "w", encoding="utf-8") as out:
        print(json.dumps({"version": ".".join(map(str, sys.version_info[:3])), "exact": EXACT}), file=out)
        for line in programs:
            program = json.loads(line)
            source = pathlib.Path(program["path"]).read_bytes() if "path" in program else program["text"].encode()
            print(json.dumps(judged(source)), file=out)


if __name__ == "__main__":
    main(*sys.argv[1:])
