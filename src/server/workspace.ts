import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defaultSettings } from '../config/schema.ts'
import { isExcluded } from '../host/excluded.ts'
import { findFiles } from '../host/files.ts'
import { createPlace, type Place } from '../host/place.ts'
import { isInside } from '../host/relative.ts'
import { createSettingsFinder, type SettingsFinder } from '../host/settings.ts'
import { UsageError } from '../host/usage_error.ts'
import { say } from '../messages/say.ts'
import { pathOf } from './document_path.ts'
import { type EditorSettings, editorSettings } from './editor_settings.ts'
import type { Subject } from './worker_protocol.ts'

/** Where settings come from for documents outside of all folders. */
const elsewhere = ''

/** The folders of the workspace and the settings that hold in them. Wrong settings are told of once, and the last good ones hold. */
export class Workspace {
  private readonly tell: (problem: string) => void
  private readonly folders = new Map<string, string>()
  private readonly editor = new Map<string, EditorSettings>()
  private readonly finders = new Map<string, SettingsFinder>()
  private readonly good = new Map<string, Place>()
  private told = new Set<string>()
  private toldBefore = new Set<string>()

  constructor(tell: (problem: string) => void) {
    this.tell = tell
  }

  /** The URIs of the folders. */
  get uris(): readonly string[] {
    return [...this.folders.keys()]
  }

  add(uri: string): void {
    const path = pathOf(uri)
    if (path !== null) this.folders.set(uri, path.replace(/(?<=.)[\\/]$/, ''))
    this.refresh()
  }

  remove(uri: string): void {
    this.folders.delete(uri)
    this.editor.delete(uri)
    this.refresh()
  }

  /** Takes the editor's settings for a folder, or for all that lies outside of folders. */
  setEditorSettings(uri: string | null, section: unknown): void {
    this.editor.set(uri ?? elsewhere, editorSettings(section))
    this.refresh()
  }

  /** Reads the settings files anew. */
  refresh(): void {
    this.finders.clear()
    this.toldBefore = this.told
    this.told = new Set()
    for (const { problem } of this.editor.values()) if (problem) this.tellOnce(problem, 'defaults')
  }

  /** All that bears on a document; null where the settings exclude it. */
  subject(uri: string): (Omit<Subject, 'locale'> & { readonly place: Place }) | null {
    const path = pathOf(uri)
    const at = path ?? join(this.folders.values().next().value ?? process.cwd(), 'untitled.py')
    const finder = this.finderFor(at)
    if (path !== null && isExcluded(path, finder)) return null
    const place = finder.at(dirname(at))
    return { uri, path, options: place.options(at), place }
  }

  /** Whether a file may be changed although it is not open. */
  holds(uri: string): boolean {
    const path = pathOf(uri)
    return (
      path !== null && [...this.folders.values()].some(folder => isInside(folder, path) && isReallyInside(folder, path))
    )
  }

  /** The Python files of all folders, as the command line would find them. */
  files(): readonly string[] {
    const folders = [...this.folders.values()]
    const found = folders.flatMap(folder => {
      const files = findFiles([folder], this.finderFor(join(folder, '-')), { cwd: folder, forceExclude: false })
      return files.filter(path => isReallyInside(folder, path))
    })
    return [...new Set(found)]
  }

  /** A finder that does not throw. */
  private finderFor(path: string): SettingsFinder {
    const [uri, folder] = this.folderOf(path) ?? [elsewhere, dirname(path)]
    const finder = this.finders.get(uri) ?? this.createFinder(uri, folder)
    this.finders.set(uri, finder)
    return { at: at => this.placeAt(at, finder) }
  }

  /** The innermost folder around a path. */
  private folderOf(path: string): [string, string] | undefined {
    return [...this.folders].filter(([, folder]) => isInside(folder, path)).sort((a, b) => b[1].length - a[1].length)[0]
  }

  private createFinder(uri: string, folder: string): SettingsFinder {
    const fallback = (this.editor.get(uri) ?? this.editor.get(elsewhere))?.settings ?? defaultSettings
    return createSettingsFinder({ cwd: folder, isolated: false, selection: { extendSelect: [], ignore: [] }, fallback })
  }

  private placeAt(folder: string, finder: SettingsFinder): Place {
    try {
      const place = finder.at(folder)
      this.good.set(folder, place)
      return place
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      const last = this.good.get(folder)
      this.tellOnce(error.message, last ? 'last' : 'defaults')
      return last ?? createPlace(folder, defaultSettings)
    }
  }

  private tellOnce(problem: string, used: 'last' | 'defaults'): void {
    if (!this.told.has(problem) && !this.toldBefore.has(problem))
      this.tell(say({ id: 'server.wrong-settings', problem, used }))
    this.told.add(problem)
  }
}

/** Whether a path lies in a folder once links are followed: a link is no way out. */
function isReallyInside(folder: string, path: string): boolean {
  try {
    return isInside(realpathSync.native(folder), realpathSync.native(path))
  } catch {
    return false
  }
}
