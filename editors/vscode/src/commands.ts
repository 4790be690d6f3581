import { commands, type Disposable } from 'vscode'
import { fixTheWorkspace, fixThisFile } from './fixes.ts'
import type { Server } from './server.ts'
import { VerifyPanel } from './verify_panel.ts'

/** The commands of package.json. */
export function addCommands(server: Server): readonly Disposable[] {
  const panel = new VerifyPanel()
  const run = {
    fixFile: () => fixThisFile(server),
    fixWorkspace: () => fixTheWorkspace(server),
    verifyCall: () => panel.show(server),
    restart: () => server.restart(),
    showOutput: () => server.output.show(),
  }
  return [panel, ...Object.entries(run).map(([name, does]) => commands.registerCommand(`torchspore.${name}`, does))]
}
