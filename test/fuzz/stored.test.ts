import { expect, test } from 'vitest'
import { stored } from '../../fuzz/stored.ts'
import { createTargets } from '../../fuzz/targets.ts'
import { tried } from '../../fuzz/tried.ts'

const targets = await createTargets()

test.each(stored())('%s, which failed once, holds', async (_, input) => {
  expect(await tried(targets, input)).toEqual([])
})
