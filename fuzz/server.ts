import fc from 'fast-check'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { readText } from '../src/host/read_text.ts'
import type { Target } from './input.ts'
import type { Tools } from './laws.ts'
import { arbitraryProgram } from './programs.ts'
import { edit, type Message, other, own } from './server_messages.ts'
import { type Expected, Session } from './server_session.ts'

const message = fc.oneof({ weight: 3, arbitrary: edit }, { weight: 2, arbitrary: other })

/** Sessions with the language server: it lives, and its findings are those of the text that the editor has. */
export function serverTarget({ checker }: Tools): Target {
  const messages = fc.array(message, { minLength: 50, maxLength: 150, size: 'max' })
  return {
    together: 5,
    seconds: 30,
    inputs: fc.tuple(arbitraryProgram, messages).map(([first, rest]) => ({
      target: 'server',
      text: [first, ...rest].map(each => JSON.stringify(each)).join('\n'),
    })),
    broken: input => {
      const [first, ...rest]: unknown[] = input.text.split('\n').flatMap(parsed)
      const session = new Session(typeof first === 'string' ? first : '', findingsBy(checker))
      return session.run(async () => {
        // Written by the arbitrary above; a shrunk line that is none of its messages is not sent.
        await session.send(
          rest.filter((each): each is Message => typeof each === 'object' && each !== null && 'kind' in each),
        )
        return session.compared()
      })
    },
  }
}

const [parts, editsOfPart] = [1000, 100]
const part = fc.tuple(fc.array(other, { maxLength: 2 }), edit)

/**
 * One session with 100,000 edits and as many other messages; the findings are compared behind each hundredth edit. The text
 * holds a seed for each hundred, so that it is short, and can be made shorter. What memory the server has is printed.
 */
export function editsTarget({ checker }: Tools): Target {
  return {
    together: 1,
    seconds: 3600,
    onlyNamed: true,
    inputs: fc.array(fc.nat(), { minLength: parts, maxLength: parts, size: 'max' }).map(seeds => ({
      target: 'edits',
      text: seeds.join('\n'),
    })),
    broken: ({ text }) => {
      const seeds = text.split('\n').map(Number)
      const session = new Session('', findingsBy(checker))
      return session.run(async () => {
        for (const [index, seed] of seeds.entries()) {
          await session.send(fc.sample(part, { seed, numRuns: editsOfPart }).flat(2))
          const broken = await session.compared()
          if (broken.length > 0) return broken
          if ((index + 1) % 100 === 0) console.error(`${(index + 1) * editsOfPart} edits: ${session.memory()} MB`)
        }
        return []
      })
    },
  }
}

/** What a text comes to in a file, where some are not even looked at. */
function findingsBy({ check }: Tools['checker']): Expected {
  return source => {
    const read = readText(source, 'own.py')
    if (read.kind !== 'python') return read.kind === 'problem' ? ['TSP902 0:0'] : []
    const document = TextDocument.create(own, 'python', 1, source)
    const before = source.length - read.text.length
    return check(read.text).map(({ code, span }) => {
      const { line, character } = document.positionAt(before + span.start)
      return `${code} ${line}:${character}`
    })
  }
}

function parsed(line: string): unknown[] {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}
