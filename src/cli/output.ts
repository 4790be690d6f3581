/** Where the command line writes. */
export interface Output {
  out(text: string | Buffer): void
  err(text: string): void
}

/** The process's own streams. A reader that goes away, such as `head`, only ends the output; another failure sets the exit status. */
export function createOutput(): Output {
  let open = true
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (open && error.code !== 'EPIPE') fail(`the output cannot be written: ${error.message}`)
    open = false
  })
  // There is nobody left to be told that nobody listens.
  process.stderr.on('error', () => {})
  return {
    out: text => {
      if (open && text.length > 0) process.stdout.write(text)
    },
    err: text => void process.stderr.write(text),
  }
}

function fail(message: string): void {
  process.stderr.write(errorLine(message))
  process.exitCode = 2
}

/** How every error is told. */
export function errorLine(message: string): string {
  return `torchspore: error: ${message}\n`
}

/** How a warning is told; it changes no exit status. */
export function warningLine(message: string): string {
  return `torchspore: warning: ${message}\n`
}

/** Whether what is written to a stream is to be coloured. */
export function wantsColours(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0'
  // The types say that isTTY is there; of a pipe it is not.
  return stream.isTTY === true && TERM !== 'dumb'
}
