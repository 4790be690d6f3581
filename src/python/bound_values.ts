import { partValues } from './contents.ts'
import type { Node } from './node.ts'
import { returnedValues } from './returned.ts'
import type { Binding, Place } from './scope.ts'
import { type Home, local, unknown, type Value } from './value.ts'

/** What a name may be by the bindings that reach it. */
export function valuesOfBindings(bound: readonly Binding[], name: string, home: Home): readonly Value[] {
  const real = bound.filter(binding => !isFallback(binding))
  const running = real.filter(binding => !binding.typing)
  const values = (running.length > 0 ? running : real).flatMap(binding => boundValues(binding, name, home))
  return running.length > 0 ? values : [...values, unknown]
}

/** What one binding gives a name, which a star import does not tell by itself. */
export function boundValues({ bound, name: own }: Binding, name: string, home: Home): readonly Value[] {
  switch (bound.kind) {
    case 'import':
      return [imported(bound.level, bound.module, bound.name)]
    case 'star':
      return [imported(bound.level, bound.module, name)]
    case 'expression':
      return home.values(bound.value).map(value => (value.kind === 'unknown' ? result(bound.value, home) : value))
    case 'parameter':
      if (own === 'self' || own === 'cls') return [{ kind: 'self' }]
      return [local, ...given(bound.default, home)]
    case 'part':
      return bound.source ? partOf(bound.source, bound.path, home) : [local]
    case 'function':
      return functionValues(bound.definition, home)
    case 'class':
      return [{ kind: 'class', definition: bound.definition, home }]
    default:
      return [local]
  }
}

function given(value: Node | null, home: Home): readonly Value[] {
  return value ? home.values(value).filter(isHandedOn) : []
}

/** What cannot be looked into gives something of its own. */
function partOf(source: Node, path: readonly Place[], home: Home): readonly Value[] {
  if (path.length === 0) return [local]
  return partValues(source, home, path).map(value => (value.kind === 'unknown' ? local : value))
}

/** A property is read as what its function returns. */
function functionValues(definition: Node, home: Home): readonly Value[] {
  const value = { kind: 'function', definition, home } as const
  const decorated = definition.parent?.type === 'decorated_definition' ? definition.parent : null
  const isProperty = decorated?.parts.some(part => /^@\s*(\w+\.)*(cached_)?property$/.test(home.text(part).trim()))
  return isProperty ? returnedValues(value) : [value]
}

function imported(level: number, module: string, name: string | null): Value {
  const path = [module, name].filter(Boolean).join('.')
  return level > 0 ? { kind: 'relative', path: '.'.repeat(level) + path } : { kind: 'path', path }
}

/** What a name gets from an expression that tells nothing: a call makes something of its own, unless it imports. */
function result(value: Node, home: Home): Value {
  const callee = value.type === 'call' ? value.child('function') : null
  return callee && !/import|getattr|lazy/i.test(home.text(callee)) ? local : unknown
}

/** `name = None` where an import failed: what is called later is not that. */
function isFallback({ bound, node }: Binding): boolean {
  if (bound.kind !== 'expression' || bound.value.type !== 'none') return false
  const clause = node.within('except_clause')
  return clause !== null && node.within('try_statement') === clause.parent
}

function isHandedOn({ kind }: Value): boolean {
  return /^(path|relative|literal|string)$/.test(kind)
}
