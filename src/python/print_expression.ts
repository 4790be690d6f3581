import { onOneLine } from '../text/one_line.ts'
import type { Atom, Expression } from './expression.ts'
import { walk } from './node.ts'
import { operand, operatorStrengths, strength } from './precedence.ts'

const comparison = 5

/** A formula for people: Python's operators, `·` for multiplication, parentheses where it binds less strongly than `least`. */
export function printFormula(expression: Expression, least: number = strength.any): string {
  switch (expression.kind) {
    case 'int':
      return String(expression.value)
    case 'float':
      return float(expression.value)
    case 'bool':
      return expression.value ? 'True' : 'False'
    case 'string':
      return JSON.stringify(expression.value)
    case 'none':
      return 'None'
    case 'atom':
      return operand(expression.node, atomText(expression), least)
    case 'unary':
      return expression.operator === 'not'
        ? inParentheses(`not ${printFormula(expression.operand, 4)}`, least > 4)
        : inParentheses(`${expression.operator}${printFormula(expression.operand, 12)}`, least > 12)
    case 'binary':
      return binary(expression, least)
    case 'compare':
      return inParentheses(
        `${printFormula(expression.left, comparison + 1)} ${expression.operator} ${printFormula(expression.right, comparison + 1)}`,
        least > comparison,
      )
    case 'boolean': {
      const own = operatorStrengths[expression.operator] ?? 0
      const [left, right] = [printFormula(expression.left, own), printFormula(expression.right, own + 1)]
      return inParentheses(`${left} ${expression.operator} ${right}`, least > own)
    }
    case 'conditional': {
      const [yes, test, no] = [expression.yes, expression.test, expression.no]
      const text = `${printFormula(yes, 2)} if ${printFormula(test, 2)} else ${printFormula(no, 1)}`
      return inParentheses(text, least > 1)
    }
    case 'sequence': {
      const items = list(expression.items)
      return expression.type === 'list' ? `[${items}]` : `(${items}${expression.items.length === 1 ? ',' : ''})`
    }
    case 'call':
      return `${expression.function}(${list(expression.arguments)})`
  }
}

function list(items: readonly Expression[]): string {
  return items.map(item => printFormula(item, 1)).join(', ')
}

function binary({ operator, left, right }: Expression & { kind: 'binary' }, least: number): string {
  const own = operatorStrengths[operator] ?? 0
  if (operator === '**') return inParentheses(`${printFormula(left, own + 1)}**${printFormula(right, 12)}`, least > own)
  const sign = operator === '*' ? '·' : own === 11 ? operator : ` ${operator} `
  const [first, second] = [leastIn(operator, left, own), leastIn(operator, right, own + 1)]
  return inParentheses(`${printFormula(left, first)}${sign}${printFormula(right, second)}`, least > own)
}

/** (a//b)·c and (a & b) ^ c are in parentheses, though Python reads them so without: not everyone, nor every parser, does. */
function leastIn(operator: string, part: Expression, least: number): number {
  if (part.kind !== 'binary') return least
  if (operatorStrengths[operator] === 11 && /^[/%]/.test(part.operator)) return 12
  return /^[&^|]$/.test(operator) && part.operator !== operator ? Math.max(least, 9) : least
}

function inParentheses(text: string, needed: boolean): string {
  return needed ? `(${text})` : text
}

/** As Python prints it: 2.0, not 2. */
function float(value: number): string {
  if (!Number.isFinite(value)) return '1e999'
  return Number.isInteger(value) && value < 1e21 ? value.toFixed(1) : String(value)
}

/** On one line, without the comments. */
function atomText({ node, text }: Atom): string {
  let from: number = node.start
  let kept = ''
  for (const { type, start, end } of walk(node)) {
    if (type !== 'comment') continue
    kept += text.slice(from - node.start, start - node.start)
    from = end
  }
  return onOneLine(kept + text.slice(from - node.start))
}
