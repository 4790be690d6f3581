import type { Argument, Command, Option } from 'commander'
import { codePrefixes } from '../config/codes.ts'
import type { CompletedCommand, CompletedOption, Shell, Values } from './completed.ts'
import { bashScript } from './completion_bash.ts'
import { fishScript } from './completion_fish.ts'

/** Without beginnings such as TSP10, which stand for few. */
const codes = codePrefixes.filter(({ length }) => length !== 5)

/** A script for a shell, made from what commander knows of the commands. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = program.commands.map(completed)
  const write = { bash: bashScript, zsh: zshScript, fish: fishScript }[shell]
  return write(program.name(), commands)
}

/** zsh runs functions that were written for bash. */
function zshScript(name: string, commands: readonly CompletedCommand[]): string {
  return `autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n${bashScript(name, commands)}`
}

function completed(command: Command): CompletedCommand {
  const [argument] = command.registeredArguments
  return {
    name: command.name(),
    description: command.description(),
    options: command.options.filter(({ hidden }) => !hidden).map(completedOption),
    values: argument ? valuesOf(argument.name(), argument) : { kind: 'nothing' },
  }
}

function completedOption(option: Option): CompletedOption {
  const [flag = '', placeholder] = option.flags.split(' ')
  const values = placeholder === undefined ? ({ kind: 'nothing' } as const) : valuesOf(placeholder.slice(1, -1), option)
  return { flag, description: option.description, values }
}

/** By its choices, or by the name that the help gives to the value. */
function valuesOf(name: string, { argChoices }: Argument | Option): Values {
  if (argChoices) return { kind: 'words', words: argChoices }
  if (name === 'codes') return { kind: 'list', words: codes }
  if (name === 'code') return { kind: 'words', words: codes }
  return name === 'file' || name === 'paths' ? { kind: 'files' } : { kind: 'text' }
}
