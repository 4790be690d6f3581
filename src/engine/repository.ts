import type { Bound } from '../python/scope.ts'
import type { Home, Value } from '../python/value.ts'

export type Imported = Bound & { readonly kind: 'import' }

/** What one file can learn of the other modules of its repository. */
export interface Repository {
  /** As a home follows values. */
  readonly expand: Home['follow']
  /** Whether an import binds a module of the repository that leads to the class. */
  isModule(imported: Imported): boolean
  /** Whether a value is a name of such a module that may be the class, or hold it. */
  mayBeClass(value: Value): boolean
}

/** A file by itself: every other module is unknown. */
export const alone: Repository = { expand: value => [value], isModule: () => false, mayBeClass: () => false }

/** Whether a name is bound by an import. */
export function isImport(bound: Bound): bound is Imported {
  return bound.kind === 'import'
}

/** What an import binds its name to. */
export function importedValue({ level, module, name }: Imported): Value {
  const path = [module, name].filter(Boolean).join('.')
  return level > 0 ? { kind: 'relative', path: '.'.repeat(level) + path } : { kind: 'path', path }
}
