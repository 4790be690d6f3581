import { type Executable, type NodeModule, TransportKind } from 'vscode-languageclient/node'

/** How the server is started: the person's own torchspore, or the bundled one by the editor's own Node. */
export function serverOptions(path: string, bundled: string): Executable | NodeModule {
  if (path !== '') return { command: path, args: ['server', '--stdio'] }
  return { module: bundled, transport: TransportKind.stdio }
}
