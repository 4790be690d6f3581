import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createGlance } from '../../src/host/glance.ts'
import { type Piece, Scan, takePiece } from '../../src/host/scan.ts'
import { makeFolder } from './folder.ts'

const sought = [['ConvTranspose'], ['Up', 'Down']] as const

test('tells of files in thousands, for each list of words, as a look at each one does', () => {
  const folder = makeFolder({
    'neither.py': 'x = 1\n',
    'first.py': 'ConvTranspose1d\n',
    'second.py': 'Up = 1\n',
    'both.py': 'Down(ConvTranspose1d)\n',
  })
  const scan = new Scan(sought)
  const holds = (name: string) => [0, 1].map(list => scan.mayHold(join(folder, name), list))
  for (let times = 0; times < 1000; times++)
    for (const name of ['neither.py', 'first.py', 'second.py', 'both.py']) scan.add(join(folder, name))
  scan.finish()
  expect(holds('neither.py')).toEqual([false, false])
  expect(holds('first.py')).toEqual([true, false])
  expect(holds('second.py')).toEqual([false, true])
  expect(holds('both.py')).toEqual([true, true])
})

test('a file that was not looked at may hold anything', () => {
  const scan = new Scan(sought)
  scan.finish()
  expect([scan.mayHold('/a.py', 0), scan.mayHold('/a.py', 1)]).toEqual([true, true])
})

test('a piece that one thread has taken is not looked at by another', () => {
  const folder = makeFolder({ 'a.py': 'ConvTranspose' })
  const piece: Piece = {
    paths: [join(folder, 'a.py')],
    progress: new Int32Array(new SharedArrayBuffer(4)),
    seen: new Uint8Array(new SharedArrayBuffer(1)),
  }
  const glance = createGlance(sought)
  takePiece(piece, glance)
  expect(piece.seen[0]).toBe(1)
  takePiece(piece, () => expect.fail('looked at again'))
})
