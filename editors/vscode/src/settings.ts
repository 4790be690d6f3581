import { type ConfigurationChangeEvent, workspace } from 'vscode'
import type { Middleware } from 'vscode-languageclient/node'

const section = 'torchspore'

/** Whether a change of settings bears on how the server is started. */
export function needsRestart(change: ConfigurationChangeEvent): boolean {
  return ['enable', 'path'].some(name => change.affectsConfiguration(`${section}.${name}`))
}

export function isEnabled(): boolean {
  return workspace.getConfiguration(section).get('enable', true)
}

/** The path of the person's own torchspore; empty for the bundled one. In a folder that is not trusted the editor leaves out what the folder says. */
export function ownPath(): string {
  return workspace.getConfiguration(section).get('path', '').trim()
}

/** What the server is told when it asks for our section: just the settings that are its own. */
export const onlyInline: Middleware = {
  workspace: {
    configuration: async (params, token, next) => {
      const sections = await next(params, token)
      return Array.isArray(sections) ? sections.map(inlineOf) : sections
    },
  },
}

function inlineOf(given: unknown): unknown {
  return typeof given === 'object' && given !== null && 'configuration' in given ? given.configuration : null
}
