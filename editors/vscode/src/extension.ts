import { type ExtensionContext, workspace } from 'vscode'
import { addCommands } from './commands.ts'
import { Server } from './server.ts'
import { needsRestart } from './settings.ts'
import { Status } from './status.ts'

/** Called by the editor when a Python file is opened, or a command of ours is run. */
export async function activate(context: ExtensionContext): Promise<void> {
  const status = new Status()
  const server = new Server(context, status)
  context.subscriptions.push(
    status,
    server,
    ...addCommands(server),
    workspace.onDidChangeConfiguration(change => {
      if (needsRestart(change)) void server.restart()
    }),
    workspace.onDidGrantWorkspaceTrust(() => void server.restart()),
  )
  await server.start()
}
