import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Analysis, Checker, Follower } from '../../engine/checker.ts'
import type { Finding } from '../../engine/finding.ts'
import type { Loader } from '../../engine/loader.ts'
import { defaultOptions, type Options } from '../../engine/options.ts'
import { createLoaders } from '../../host/loader.ts'
import { tellingWords } from '../../host/mentions.ts'
import { unreadable } from '../../host/unreadable.ts'
import type { OpenText, Subject } from '../worker_protocol.ts'
import { Snapshot } from './snapshot.ts'

/** An open document, with what it takes to check it again quickly. */
interface Open {
  readonly document: TextDocument
  readonly path: string | null
  readonly follower: Follower
  last: Last | null
}

/** The findings of a check, and what they came from. */
interface Last {
  readonly key: string
  readonly snapshot: Snapshot
  readonly findings: readonly Finding[]
}

/** The open documents before the engine. */
export class Desk {
  readonly checker: Checker
  private readonly open = new Map<string, Open>()
  private readonly byPath = new Map<string, Open>()
  private readonly disk = createLoaders(defaultOptions.maxFileSize)('')
  private snapshot = this.look()

  constructor(checker: Checker) {
    this.checker = checker
  }

  /** Takes an open document's text; tells whether something was learned from it for others. */
  take({ uri, path, version, text }: OpenText): boolean {
    const before = this.open.get(uri)
    const document = TextDocument.create(uri, 'python', version, text)
    const open: Open = { document, path, follower: before?.follower ?? this.checker.follow(), last: null }
    this.open.set(uri, open)
    if (path !== null) this.byPath.set(path, open)
    const known = path !== null && (before ? this.snapshot.hasRead(path) : this.snapshot.hasAsked(path))
    if (known) this.forget()
    return known
  }

  /** Forgets a document that was closed; tells the same. */
  drop(uri: string): boolean {
    const open = this.open.get(uri)
    if (!open) return false
    this.open.delete(uri)
    if (open.path === null) return false
    this.byPath.delete(open.path)
    const known = this.snapshot.hasAsked(open.path)
    if (known) this.forget()
    return known
  }

  /** Looks at the disk anew. */
  forget(): void {
    this.snapshot = this.look()
  }

  /** @throws Error when the document is not open */
  document(uri: string): TextDocument {
    return this.opened(uri).document
  }

  isOpen(uri: string): boolean {
    return this.open.has(uri)
  }

  /** The findings of an open document; those of the last time where nothing has changed since. */
  findings({ uri, path, options }: Subject): readonly Finding[] {
    const open = this.opened(uri)
    const key = JSON.stringify(options)
    const { snapshot } = this
    if (open.last?.key === key && open.last.snapshot === snapshot) return open.last.findings
    const text = open.document.getText()
    const findings = this.lookAt(text, path, options, open.follower)
    open.last = { key, snapshot, findings }
    return findings
  }

  /** What is found in a text that stands in a document's place. */
  findingsIn(text: string, { path, options }: Subject): readonly Finding[] {
    return this.checker.check(text, options, this.loader(path))
  }

  loader(path: string | null): Loader | undefined {
    return path === null ? undefined : this.snapshot.loader(path)
  }

  /** Whether a text can hold a finding; the command line parses no other file either. */
  concerns(text: string, path: string | null): boolean {
    const loader = this.loader(path)
    return tellingWords.some(name => text.includes(name)) || (loader !== undefined && this.checker.mayUse(text, loader))
  }

  private lookAt(text: string, path: string | null, options: Options, follower: Follower): readonly Finding[] {
    if (!this.concerns(text, path)) return []
    if (text.includes('\0')) return unreadable({ id: 'file.binary' }, options)
    const { findings }: Analysis = follower.analyse(text, options, this.loader(path))
    return findings
  }

  private opened(uri: string): Open {
    const open = this.open.get(uri)
    if (!open) throw new Error(`${uri} is not open`)
    return open
  }

  private look(): Snapshot {
    return new Snapshot(path => this.byPath.get(path)?.document.getText(), this.disk)
  }
}
