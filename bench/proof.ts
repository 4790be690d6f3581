import { cpus } from 'node:os'
import { certifyCall } from '../rules/conv_transpose1d/certify_call.ts'
import { torchConvTranspose1d } from '../rules/conv_transpose1d/signatures.ts'
import { library } from '../rules/libraries.ts'
import { callReader, SourceFile } from '../src/engine/source_file.ts'
import { bind } from '../src/mapping/bind.ts'
import { type Node, walk } from '../src/python/node.ts'
import { createParser } from '../src/python/parser.ts'
import { applyEdits } from '../src/text/edit.ts'
import { checker, grammar } from '../test/checker.ts'
import { spellings } from './spellings.ts'

const target = 2
const rounds = 50
const parser = await createParser({ grammar })

interface Timed {
  readonly args: string
  readonly status: string
  /** Milliseconds, medians. */
  readonly proof: number
  readonly check: number
}

/** A module with the call in a method, as models have it. */
function moduleOf(args: string): string {
  const names = [...new Set(args.replace(/'[^']*'|\w+=/g, '').match(/\b[a-z_]\w*\b/gi))]
  const parameters = names.filter(
    name => !['self', 'math', 'max', 'int', 'if', 'else', 'not', 'True', 'False'].includes(name),
  )
  return `import math\nfrom torch import nn\nimport mindspore as ms\n\n\nclass Up(nn.Module):\n    def __init__(self, ${parameters.join(', ')}):\n        super().__init__()\n        self.up = nn.ConvTranspose1d(${args})\n`
}

function median(of: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    of()
    return performance.now() - start
  })
  return middle(times)
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN
}

/** What is assigned to self.up. */
function assigned(root: Node): Node {
  const value = [...walk(root)].find(node => node.type === 'assignment')?.child('right')
  if (!value) throw new Error('no assignment')
  return value
}

/** Both files are parsed before; the proof reads the arguments, resolves their names and compares the windows. */
function measure(args: string): Timed {
  const source = moduleOf(args)
  const edits = checker.check(source).flatMap(({ fix }) => fix?.edits ?? [])
  const [before, after] = [parser.parse(source), parser.parse(applyEdits(source, edits).text)]
  const [call, port] = [assigned(before.root), assigned(after.root)]
  const certify = () => {
    const reader = callReader(new SourceFile(before, library))
    const bound = bind(call, torchConvTranspose1d, reader.text)
    if (bound.kind !== 'bound') throw new Error(`not bound: ${args}`)
    return certifyCall({ arguments: bound.arguments, reader }, port, callReader(new SourceFile(after, library)))
  }
  return { args, status: certify().status, proof: median(certify), check: median(() => checker.check(source)) }
}

for (const args of spellings) measure(args)
const timed = spellings.map(measure)
const proof = middle(timed.map(each => each.proof))
const check = middle(timed.map(each => each.check))

const milliseconds = (time: number) => time.toFixed(3).padStart(8)
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()})`,
)
console.log(`medians of ${rounds} runs in ms: the proof of one call; the whole check() of a file with it\n`)
console.log('   proof    check  status  call')
for (const { args, status, proof, check } of timed) {
  console.log(`${milliseconds(proof)} ${milliseconds(check)}  ${status.padEnd(6)}  nn.ConvTranspose1d(${args})`)
}
console.log(
  `\nmedian proof ${proof.toFixed(3)} ms (at most ${target}: ${proof <= target ? 'reached' : 'MISSED'}), median check() ${check.toFixed(3)} ms`,
)
process.exitCode = proof <= target && timed.every(({ status }) => status === 'proved') ? 0 : 1
