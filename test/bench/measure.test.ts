import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../host/folder.ts'

const wrapper = join(import.meta.dirname, '../../bench/batch/measure.py')

/** What is measured of a program of Node, which may take so many seconds. */
function measured(limit: number, program: string) {
  const { stdout } = spawnSync('python3', [wrapper, String(limit), process.execPath, '-e', program], {
    encoding: 'utf8',
  })
  return JSON.parse(stdout)
}

const forEver = 'setInterval(() => {}, 1000)'

test('a program that ends by itself is told of with its own status', () => {
  expect(measured(60, 'process.exitCode = 3')).toMatchObject({ status: 3, ended: true })
})

test('one that takes longer than the limit is killed, and told of as not ended', () => {
  expect(measured(0.2, forEver)).toMatchObject({ status: -9, ended: false })
})

test('what it started is killed with it', () => {
  const late = join(makeFolder(), 'late')
  const child = `setTimeout(() => require('fs').writeFileSync(${JSON.stringify(late)}, ''), 3000)`
  const parent = `require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(child)}])`
  expect(measured(1, parent)).toMatchObject({ ended: false })
  spawnSync(process.execPath, ['-e', 'setTimeout(() => {}, 4000)'])
  expect(existsSync(late)).toBe(false)
})

test('what it prints does not get among the numbers, and memory and seconds are told', () => {
  const found = measured(60, 'console.log("x"); console.error("y")')
  for (const name of ['seconds', 'processor', 'peak']) expect(found[name]).toBeGreaterThan(0)
})
