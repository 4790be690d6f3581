#!/usr/bin/env node
import { CommanderError } from 'commander'
import { UsageError } from '../host/usage_error.ts'
import { visible } from '../report/visible.ts'
import { createOutput, errorLine } from './output.ts'
import { createProgram } from './program.ts'

const output = createOutput()

try {
  await createProgram(output, raiseExitCode).parseAsync()
} catch (error) {
  raiseExitCode(error instanceof CommanderError && error.exitCode === 0 ? 0 : 2)
  if (error instanceof UsageError) output.err(errorLine(visible(error.message)))
  else if (!(error instanceof CommanderError)) throw error
}

/** Leaves a worse status that something else has set. */
function raiseExitCode(status: number): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), status)
}
