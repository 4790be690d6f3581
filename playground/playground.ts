import type { PlaygroundLabel } from '../src/messages/playground.ts'
import { say } from '../src/messages/say.ts'
import { CallPanel } from './call_panel.ts'
import { Controls } from './controls.ts'
import { find } from './dom.ts'
import type { Answered, Engine } from './engine.ts'
import { type Example, firstExample } from './examples.ts'
import { FindingsList } from './findings_list.ts'
import { later } from './later.ts'
import { setDark } from './monaco.ts'
import { keepPreferences, type Preferences } from './preferences.ts'
import { ResultDiff } from './result_diff.ts'
import { SettingsForm } from './settings.ts'
import { fromFragment, mostCharacters, toFragment } from './share.ts'
import { SourceEditor } from './source_editor.ts'
import { WindowsPanel } from './windows_panel.ts'
import { word, writeWords } from './words.ts'
import type { CallAt, Kind, Looked } from './worker/protocol.ts'

/** So many milliseconds after the last key the text is checked. */
const pause = 120

/** What the engine answered, and of which version of the text. */
type LookedAt = Looked & { readonly version: number }

const nothing: LookedAt = { findings: [], safe: { text: '', fixes: 0 }, unsafe: { text: '', fixes: 0 }, version: 0 }

/** The page: what is typed goes to the engine, and what it answers to the panels. */
export class Playground {
  private readonly engine: Engine
  private preferences: Preferences
  private readonly editor: SourceEditor
  private readonly diff: ResultDiff
  private readonly list: FindingsList
  private readonly callPanel = new CallPanel()
  private readonly windows = new WindowsPanel()
  private readonly settings = new SettingsForm(() => this.look())
  private readonly controls: Controls
  private looked = nothing
  private call: CallAt | null = null
  /** Whether the cursor is to go to the first finding, since the text is a new one. */
  private isNew = true
  /** Whether the last question had no answer, of which the page tells until there is one again. */
  private hasFailed = false

  constructor(engine: Engine, preferences: Preferences) {
    this.engine = engine
    this.preferences = preferences
    for (const loading of document.querySelectorAll('.loading')) loading.remove()
    const [look, askForCall] = [later(pause, () => this.look()), later(pause, () => this.askForCall())]
    this.editor = new SourceEditor(find('#editor', HTMLElement), {
      onText: look,
      onCursor: askForCall,
      onLeave: () => this.list.focus(),
    })
    this.diff = new ResultDiff(find('#diff', HTMLElement))
    this.list = new FindingsList(this.editor)
    this.controls = new Controls({
      onExample: example => this.open(example.source, null),
      onPreferences: changed => this.prefer({ ...this.preferences, ...changed }),
      onApplied: () => this.showResult(),
      onTakeOver: () => this.takeOver(),
      onCopy: () => this.copy(this.diff.text, 'copied', 'copy-failed'),
      onShare: () => this.share(),
      onSkip: () => this.editor.focus(),
    })
    this.prefer(preferences)
  }

  /** Opens what the address holds, or the first example. */
  async begin(): Promise<void> {
    addEventListener('hashchange', () => this.openFragment())
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.paint())
    await this.openFragment()
  }

  private async openFragment(): Promise<void> {
    const shared = await fromFragment(location.hash)
    if (shared) return this.open(shared.source, shared.settings)
    if (location.hash.startsWith('#1.')) this.controls.tell(word('broken-link', this.preferences.locale))
    if (this.editor.text === '') this.openExample(firstExample)
  }

  private openExample({ label, source }: Example): void {
    this.controls.choose(label)
    this.open(source, null)
  }

  /** Another text; its settings, or those that are. */
  private open(source: string, settings: Readonly<Record<string, string>> | null): void {
    if (settings) {
      this.settings.write(settings)
      this.controls.choose(null)
    }
    this.isNew = true
    this.editor.write(source)
    this.look()
  }

  private async look(): Promise<void> {
    const { text, version } = this.editor
    const answered = await this.engine.ask('look', { source: text, options: this.settings.options() })
    if (this.editor.version !== version || !this.isAnswer(answered)) return
    this.looked = { ...answered.answer, version }
    this.showLooked()
    const [first] = this.looked.findings
    if (this.isNew && first) this.editor.goTo(first.span.start, false)
    this.isNew = false
    await this.askForCall()
    document.documentElement.setAttribute('data-ready', '')
  }

  private async askForCall(): Promise<void> {
    const { text, version, cursor } = this.editor
    const asked = { source: text, options: this.settings.options(), offset: cursor }
    const answered = await this.engine.ask('call', asked)
    if (this.editor.version !== version || !this.isAnswer(answered)) return
    const before = this.call?.verification.call
    this.call = answered.answer
    this.callPanel.show(this.call, this.preferences.locale)
    const verification = this.call?.verification
    if (verification && verification.call !== before) this.windows.show(verification.picture)
  }

  private isAnswer<K extends Kind>(answered: Answered<K>): answered is Extract<Answered<K>, { kind: 'answer' }> {
    if (answered.kind === 'superseded') return false
    if (answered.kind === 'failed') this.controls.tell(say(answered.failure, this.preferences.locale))
    else if (this.hasFailed) this.controls.tell('')
    this.hasFailed = answered.kind === 'failed'
    return answered.kind === 'answer'
  }

  private prefer(preferences: Preferences): void {
    this.preferences = preferences
    keepPreferences(preferences)
    const { locale } = preferences
    writeWords(locale)
    this.controls.say(preferences)
    this.editor.label(`${word('source', locale)}. ${word('editor-keys', locale)}`)
    this.diff.label(word('result', locale))
    this.windows.say(locale)
    this.callPanel.show(this.call, locale)
    this.showLooked()
    this.paint()
  }

  private paint(): void {
    const { theme } = this.preferences
    document.documentElement.setAttribute('data-theme', theme)
    setDark(theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches))
  }

  private showLooked(): void {
    const { locale } = this.preferences
    const { findings, version } = this.looked
    this.editor.show(findings, version, locale)
    this.list.show(findings, locale)
    this.showResult()
  }

  private showResult(): void {
    const { safe, unsafe } = this.looked
    const { text, fixes } = this.looked[this.controls.applied]
    this.diff.show(this.editor.text, fixes > 0 ? text : this.editor.text)
    this.controls.showFixes({ safe: safe.fixes, unsafe: unsafe.fixes })
  }

  private takeOver(): void {
    if (this.editor.isCurrent) this.editor.write(this.diff.text)
  }

  private async share(): Promise<void> {
    const { locale } = this.preferences
    const fragment = await toFragment({ source: this.editor.text, settings: this.settings.read() })
    if (fragment.length > mostCharacters)
      return this.controls.tell(
        say({ id: 'playground.too-long', length: fragment.length, most: mostCharacters }, locale),
      )
    history.replaceState(null, '', fragment)
    await this.copy(location.href, 'shared', 'share-failed')
  }

  private async copy(text: string, done: PlaygroundLabel, otherwise: PlaygroundLabel): Promise<void> {
    this.controls.tell(word((await canCopy(text)) ? done : otherwise, this.preferences.locale))
  }
}

/** Copies a text, where the browser lets a page do so. */
async function canCopy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
