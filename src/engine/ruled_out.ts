import type { Node } from '../python/node.ts'
import type { Home, Value } from '../python/value.ts'

/**
 * Whether a place is only reached where what was `asked` about in a class test is no layer of the class: behind
 * `if isinstance(asked, …):` in an elif or else, or where it is another of torch's classes.
 */
export function isRuledOut(home: Home, asked: Node, place: Node): boolean {
  return isBehind(asked, place) || isAnother(home, asked, place)
}

/** An `if` or `elif` whose whole condition is a call. */
function branchOf(call: Node): Node | null {
  let condition = call
  while (condition.parent?.type === 'parenthesized_expression') condition = condition.parent
  return condition.field === 'condition' ? condition.parent : null
}

function isBehind(asked: Node, place: Node): boolean {
  const call = asked.parent?.type === 'argument_list' ? asked.parent.parent : null
  const branch = call && branchOf(call)
  const whole = branch?.type === 'elif_clause' ? branch.parent : branch
  if (whole?.type !== 'if_statement' || !branch) return false
  const others = whole.childrenOf('alternative').filter(each => branch === whole || each.start > branch.start)
  return others.some(({ start, end }) => start <= place.start && place.end <= end)
}

function isAnother(home: Home, asked: Node, place: Node): boolean {
  for (let at: Node | null = place; at?.parent; at = at.parent) {
    if (at.field !== 'consequence' || !/^(if_statement|elif_clause)$/.test(at.parent.type)) continue
    const condition = inner(at.parent.child('condition'))
    const [object, classes] = condition?.type === 'call' ? (condition.child('arguments')?.parts ?? []) : []
    const callee = condition?.child('function')
    if (!callee || !object || !classes || home.text(object) !== home.text(asked)) continue
    const each = classes.type === 'tuple' ? classes.parts : [classes]
    if (home.isCertainly(callee, 'isinstance') && each.every(node => isOther(home, node))) return true
  }
  return false
}

function inner(node: Node | null): Node | null {
  return node?.type === 'parenthesized_expression' ? inner(node.parts[0] ?? null) : node
}

/** Whether an expression certainly is a class that is not above ours: one of the program's, a library's or torch's. */
function isOther(home: Home, node: Node): boolean {
  const values = home.values(node)
  const isClass = (value: Value) => value.kind === 'class' || (value.kind === 'path' && other.test(value.path))
  return values.length > 0 && values.every(isClass)
}

const other =
  /^(torch\.nn\.(modules\.\w+\.)?(?!Module$)(?!\w*ConvTranspose1d$)[A-Z]\w*|(?!torch\.)(\w+\.)+[A-Z]\w*[a-z]\w*)$/
