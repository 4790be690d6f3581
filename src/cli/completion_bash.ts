import type { CompletedCommand, CompletedOption, Values } from './completed.ts'

/** A script for bash, which needs nothing but bash 3.2. Where a file can stand, it leaves the word to the shell. */
export function bashScript(program: string, commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name)
  return `_${program}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= word i
  # bash takes the = of --option=value for a word of its own.
  if [ "$cur" = = ]; then cur=; elif [ "$prev" = = ]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in ${names.join('|')}) command=\${COMP_WORDS[i]}; break ;; esac
  done
  COMPREPLY=()
  case "$command:$prev" in
${commands.flatMap(optionCases).join('\n')}
  esac
  case "$command:$cur" in
    :*) _${program}_words '${[...names, '--help', '--version'].join(' ')}' ;;
${commands.flatMap(commandCases).join('\n')}
  esac
}
_${program}_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
  # No word of these is no file either.
  type compopt >/dev/null 2>&1 && compopt +o default 2>/dev/null
}
_${program}_list() {
  local before=
  case "$cur" in *,*) before=\${cur%,*}, ;; esac
  COMPREPLY=($(compgen -P "$before" -W "$1" -- "\${cur##*,}"))
  type compopt >/dev/null 2>&1 && compopt +o default -o nospace 2>/dev/null
}
complete -o default -F _${program} ${program}
`

  function optionCases({ name, options }: CompletedCommand): readonly string[] {
    return options.flatMap(({ flag, values }) =>
      values.kind === 'nothing' ? [] : [`    ${name}:${flag}) ${answer(values)}; return ;;`],
    )
  }

  function commandCases({ name, options, values }: CompletedCommand): readonly string[] {
    const flags = [...options.map(({ flag }: CompletedOption) => flag), '--help'].join(' ')
    return [`    ${name}:-*) _${program}_words '${flags}' ;;`, `    ${name}:*) ${answer(values)} ;;`]
  }

  function answer(values: Values): string {
    switch (values.kind) {
      case 'words':
        return `_${program}_words '${values.words.join(' ')}'`
      case 'list':
        return `_${program}_list '${values.words.join(' ')}'`
      case 'files':
      case 'text':
      case 'nothing':
        return ':'
    }
  }
}
