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
  // Commander has told of its own errors already.
  if (!(error instanceof CommanderError)) output.err(errorLine(told(error)))
}

function told(error: unknown): string {
  if (error instanceof UsageError) return visible(error.message)
  return `internal error, please report it: ${error instanceof Error ? error.stack : String(error)}`
}

/** Leaves a worse status that something else has set. */
function raiseExitCode(status: number): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), status)
}
