import type { CompletedCommand, Values } from './completed.ts'

/** A script for fish. */
export function fishScript(program: string, commands: readonly CompletedCommand[]): string {
  const line = (...words: readonly string[]) => ['complete', '-c', program, ...words].join(' ')
  const lines = [
    line('-n', '__fish_use_subcommand', '-f', '-l', 'help'),
    line('-n', '__fish_use_subcommand', '-f', '-l', 'version'),
    ...commands.flatMap(({ name, description, options, values }) => {
      const within = ['-n', quoted(`__fish_seen_subcommand_from ${name}`)]
      return [
        line('-n', '__fish_use_subcommand', '-f', '-a', name, '-d', quoted(description)),
        ...(values.kind === 'files' ? [] : [line(...within, '-f', ...answer(values))]),
        ...options.map(each =>
          line(...within, '-l', each.flag.slice(2), ...value(each.values), '-d', quoted(each.description)),
        ),
      ]
    }),
  ]
  return lines.map(each => `${each}\n`).join('')
}

function value(values: Values): readonly string[] {
  if (values.kind === 'nothing') return []
  return [values.kind === 'files' ? '-rF' : '-x', ...answer(values)]
}

function answer(values: Values): readonly string[] {
  if (values.kind === 'words') return ['-a', quoted(values.words.join(' '))]
  if (values.kind === 'list') return ['-a', quoted(`(__fish_append , ${values.words.join(' ')})`)]
  return []
}

const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`
