/** Names that Python has without an import and whose meaning something here depends on. */
export const builtins: ReadonlySet<string> = new Set([
  ...[
    '__import__',
    'abs',
    'all',
    'any',
    'bool',
    'dict',
    'divmod',
    'enumerate',
    'filter',
    'float',
    'getattr',
    'globals',
    'hasattr',
    'int',
  ],
  ...['isinstance', 'issubclass', 'iter', 'len', 'list', 'map', 'max', 'min', 'next', 'object', 'ord', 'pow', 'print'],
  ...['range', 'reversed', 'round', 'set', 'setattr', 'sorted', 'str', 'sum', 'super', 'tuple', 'type', 'vars', 'zip'],
])
