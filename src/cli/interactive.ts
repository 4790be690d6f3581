import expand from '@inquirer/expand'
import type { Answer } from '../engine/checker.ts'
import type { Asker } from '../host/asker.ts'
import { UsageError } from '../host/usage_error.ts'
import type { Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import type { FileFindings } from '../report/found.ts'
import { createTextReporter } from '../report/text.ts'
import { wantsColours } from './output.ts'

/** Where fixes are shown and asked about. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly colours: boolean
  readonly locale: Locale
}

/** A person at a terminal. */
export interface Person extends Asker {
  /** Whether they pressed Ctrl-C. */
  readonly interrupted: boolean
}

type Choice = 'apply' | 'leave' | 'all' | 'quit' | 'interrupt'

/**
 * The person at the process's own terminal, who sees the questions on standard error.
 * @throws UsageError when there is no terminal
 */
export function personAtTerminal(locale: Locale): Person {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY)
    throw new UsageError('--interactive asks at a terminal: standard input and standard error have to be one')
  return createPerson({ input: stdin, output: stderr, colours: wantsColours(stderr), locale })
}

/** Shows each fix as the text report does, and asks what to do with it. */
export function createPerson(terminal: Terminal): Person {
  const { output, colours, locale } = terminal
  const reporter = createTextReporter({ colours, locale })
  let last: Choice | null = null

  async function ask(offered: FileFindings): Promise<Answer> {
    if (last === 'all') return 'apply'
    if (last === 'quit') return 'leave'
    output.write(reporter.file(offered))
    last = await choose(offered, terminal)
    output.write('\n')
    return answers[last]
  }

  return {
    ask,
    get stopped() {
      return last === 'quit' || last === 'interrupt'
    },
    get interrupted() {
      return last === 'interrupt'
    },
  }
}

const answers: Readonly<Record<Choice, Answer>> = {
  apply: 'apply',
  leave: 'leave',
  all: 'apply',
  quit: 'leave',
  interrupt: 'abandon',
}

/** Ctrl-D, or the end of the input, is taken for `quit`. */
async function choose({ findings }: FileFindings, { input, output, locale }: Terminal): Promise<Choice> {
  const end = new AbortController()
  const stop = () => end.abort()
  const onKey = (_: unknown, key?: { readonly ctrl?: boolean; readonly name?: string }) => {
    if (key?.ctrl && key.name === 'd') stop()
  }
  input.on('keypress', onKey).on('end', stop)
  try {
    return await expand<Choice>(question(findings, locale), { input, output, signal: end.signal })
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortPromptError') return 'quit'
    if (error instanceof Error && error.name === 'ExitPromptError') return 'interrupt'
    throw error
  } finally {
    input.off('keypress', onKey).off('end', stop)
  }
}

function question(findings: FileFindings['findings'], locale: Locale): Parameters<typeof expand<Choice>>[0] {
  const isUnsafe = findings.some(({ fix }) => fix?.applicability === 'unsafe')
  return {
    message: say({ id: 'ask.fix', applicability: isUnsafe ? 'unsafe' : 'safe', count: findings.length }, locale),
    choices: [
      { key: 'y', value: 'apply', name: say({ id: 'ask.apply' }, locale) },
      { key: 'n', value: 'leave', name: say({ id: 'ask.leave' }, locale) },
      { key: 'a', value: 'all', name: say({ id: 'ask.all' }, locale) },
      { key: 'q', value: 'quit', name: say({ id: 'ask.quit' }, locale) },
    ],
  }
}
