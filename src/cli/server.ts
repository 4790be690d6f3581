import type { Command } from 'commander'

/** Adds `server` to the commands. It ends when the editor does. */
export function addServer(program: Command): void {
  program
    .command('server')
    .description('the language server for editors, on standard input and output')
    .option('--stdio', 'the only way to talk to it, which some editors name')
    .option('--clientProcessId <id>', 'end when this process does, which some editors name')
    .action(async () => {
      // A bundle of its own, which is also the worker that it starts.
      await import(new URL('./server.js', import.meta.url).href)
    })
}
