import { type Atom, atomsOf, type Expression, isPure } from '../../src/python/expression.ts'

/** Whether an argument has to be evaluated as before: a device that is no call may go, and the dtype is compared by itself. */
export function isEvaluated(parameter: string, value: Expression): boolean {
  return parameter === 'device' ? !isPure(value) : parameter !== 'dtype'
}

/** Whether all calls run as before; and, since a call may change anything, whether attributes and items are read as before around them. */
export function callsKept(before: readonly Expression[], after: readonly Expression[]): boolean {
  const atoms = [before, after].map(expressions => expressions.flatMap(atomsOf))
  if (atoms.flat().every(atom => atom.pure)) return true
  const [first, second] = atoms.map(list =>
    list
      .filter(isFickle)
      .map(atom => atom.key)
      .join('\n'),
  )
  return first === second
}

function isFickle({ pure, node }: Atom): boolean {
  return !pure || node.type !== 'identifier'
}
