import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readIntoRoom, roomSize } from '../../src/host/room.ts'
import { makeFolder } from './folder.ts'

function read(folder: string, name: string, size: number): Buffer {
  const file = openSync(join(folder, name), 'r')
  try {
    return readIntoRoom(file, size)
  } finally {
    closeSync(file)
  }
}

test('gives the bytes of a file, as many as were asked for or as there are', () => {
  const folder = makeFolder({ 'a.py': 'x = 1\n' })
  expect(read(folder, 'a.py', 6).toString()).toBe('x = 1\n')
  expect(read(folder, 'a.py', 2).toString()).toBe('x ')
  expect(read(folder, 'a.py', roomSize).toString()).toBe('x = 1\n')
  expect(read(folder, 'a.py', 0)).toHaveLength(0)
})

test('of what a file before left in the room nothing is seen', () => {
  const folder = makeFolder({ 'long.py': 'ConvTranspose1d'.repeat(100), 'short.py': 'x', 'empty.py': '' })
  read(folder, 'long.py', roomSize)
  expect(read(folder, 'short.py', roomSize).toString()).toBe('x')
  expect(read(folder, 'empty.py', roomSize)).toHaveLength(0)
})

test('a file fills it to the last byte', () => {
  const folder = makeFolder({ 'a.py': `${' '.repeat(roomSize - 1)}x${'y'.repeat(10)}` })
  const bytes = read(folder, 'a.py', roomSize)
  expect([bytes.length, bytes.at(-1)]).toEqual([roomSize, 'x'.charCodeAt(0)])
})

test('the next file takes the place of what was not copied out', () => {
  const folder = makeFolder({ 'a.py': 'a', 'b.py': 'b' })
  const first = read(folder, 'a.py', 1)
  const kept = Buffer.from(first)
  read(folder, 'b.py', 1)
  expect([first.toString(), kept.toString()]).toEqual(['b', 'a'])
})
