import { describe, expect, test } from 'vitest'
import { conv_transpose1d } from '../rules/conv_transpose1d/index.ts'
import { arrows, cycles, forbiddenImports, pureRooms } from './architecture/arrows.ts'
import { loopholes, undocumented, worldlyGlobals } from './architecture/habits.ts'
import { ruleModules } from './architecture/rule_shape.ts'
import { sources } from './architecture/sources.ts'

const inPureRooms = sources.filter(({ room }) => pureRooms.has(room))

describe('arrows', () => {
  test('every room is named', () => {
    expect(sources.filter(({ room }) => !(room in arrows)).map(({ path }) => path)).toEqual([])
  })

  test('nobody imports what is above or beside', () => {
    expect(sources.flatMap(forbiddenImports)).toEqual([])
  })

  test('no files import each other in a ring', () => {
    expect(cycles(sources)).toEqual([])
  })

  test('no clock, chance, console or process in a pure room', () => {
    expect(inPureRooms.flatMap(worldlyGlobals)).toEqual([])
  })
})

describe('habits', () => {
  test('no any, no non-null assertion, no cast without a reason, nothing left for later', () => {
    expect(sources.flatMap(loopholes)).toEqual([])
  })

  test('every exported function of a pure room has a doc comment', () => {
    expect(inPureRooms.flatMap(undocumented)).toEqual([])
  })
})

describe('rules of ConvTranspose1d', () => {
  const modules = ruleModules(sources.filter(({ path }) => path.startsWith('rules/conv_transpose1d/')))
  const parameters = conv_transpose1d.signature.parameters.map(({ name }) => name)

  test.each(modules)('$path has its shape', ({ file, name, parameter, properties }) => {
    expect({ name, parameter }).toEqual({ name: file, parameter: file })
    const shape = ['parameter', 'counterpart', 'explanation', 'source', 'valid', 'invalid', 'map']
    expect(properties).toEqual(shape)
  })

  test("one for each of torch's twelve parameters, all in the index, in torch's order", () => {
    expect(parameters).toHaveLength(12)
    expect(modules.map(({ file }) => file).sort()).toEqual([...parameters].sort())
    expect(conv_transpose1d.rules.map(({ parameter }) => parameter)).toEqual(parameters)
  })

  test.each(conv_transpose1d.rules.map(rule => [rule.parameter, rule] as const))('%s explains itself', (_, rule) => {
    expect(rule.explanation).toMatch(/\.$/)
    expect(rule.source).toMatch(/\.$/)
    expect(rule.valid).not.toEqual([])
  })
})
