import type { Node } from '../python/node.ts'
import type { Home, Value } from '../python/value.ts'

/** Of the same shape as the tensor they are of. */
const sameShape = /^(data|grad)$/
const sameShapeCalled =
  /^(detach|clone|contiguous|cpu|cuda|to|type|float|half|bfloat16|double|abs|square|sqrt|exp|log)$/
/** What a tensor has whatever its shape, what fills it, and what takes numbers, or tensors of torch's that MindSpore's refuses. */
const anyShape =
  /^(dtype|device|is_cuda|requires_grad|requires_grad_|numel|nelement|element_size|data_ptr|is_floating_point|register_hook|normal_|uniform_|fill_|zero_|copy_|mul_|div_|add_|sub_|clamp_)$/
/** The sizes that stand at the same place, from one end or the other, with or without a third of four dimensions. */
const sameSizes = /(\.shape\[(0|1|-1)\]|\.size\((0|1|-1)\))$/
/** One value of the whole tensor, unless a dimension is named. */
const ofAll = /^(sum|mean|std|var|min|max|norm|any|all|item)$/
/** The names of torch.nn.init's functions, which libraries give their own functions around them. */
const fills = /^((kaiming|xavier|trunc)_(normal|uniform)_|normal_|uniform_|orthogonal_|zeros_|ones_|constant_|copy_)$/

/**
 * Whether what becomes of a tensor may depend on its shape without an exception, as in `.shape`, `[0]`, or a function of
 * the program's own. torch.nn's functions refuse MindSpore's tensors or fill them (tried: torch 2.15.0, MindSpore 2.7.0
 * and 2.10.0).
 */
export function shapeMatters(home: Home, tensor: Node): boolean {
  const around = tensor.parent
  if (!around) return true
  const { type } = around
  if (type === 'expression_statement') return false
  // In place, what does not fit the shape is refused.
  if (type === 'augmented_assignment' && tensor.field === 'left') return false
  if (type === 'parenthesized_expression') return shapeMatters(home, around)
  if (type === 'call' && tensor.field === 'function') return shapeMatters(home, around)
  if (type === 'comparison_operator') return !/\sis\s+(not\s+)?None$/.test(home.text(around))
  if (type === 'argument_list') return !isHarmless(home, around.parent?.child('function') ?? null)
  const name = type === 'attribute' ? around.child('attribute') : null
  return name ? memberMatters(home, around, home.text(name)) : true
}

function memberMatters(home: Home, member: Node, name: string): boolean {
  const called = member.parent?.type === 'call' && member.field === 'function' ? member.parent : null
  if (/^(shape|size)$/.test(name)) return !sameSizes.test(home.text(member.parent ?? member))
  if (sameShape.test(name)) return shapeMatters(home, member)
  if (sameShapeCalled.test(name)) return !called || shapeMatters(home, called)
  if (ofAll.test(name)) return called?.child('arguments')?.parts.length !== 0
  return !anyShape.test(name)
}

function isHarmless(home: Home, callee: Node | null): boolean {
  if (!callee) return false
  if (fills.test(home.text(callee.child('attribute') ?? callee))) return true
  const values = home.values(callee)
  const isHarmlessToo = (value: Value) =>
    value.kind === 'path' ? value.path.startsWith('torch.nn.') : value.kind === 'builtin' && value.name === 'len'
  return values.length > 0 && values.every(isHarmlessToo)
}
