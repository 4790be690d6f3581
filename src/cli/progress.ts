/** How far a run is, as a person at a terminal sees it. */
export interface Progress {
  readonly isShown: boolean
  /** So many more files are done. */
  add(files: number): void
  /** Takes the bar away, so that what is printed next begins on an empty line. */
  end(): void
}

const unseen: Progress = { isShown: false, add: () => {}, end: () => {} }

/** A run over fewer files is over before a bar can be read. */
const leastFiles = 300

/** A bar on standard error when that is a terminal and there is something to wait for; otherwise nothing. */
export async function startProgress(files: number, isWanted: boolean): Promise<Progress> {
  // The types say that isTTY is there; of a pipe it is not.
  if (!isWanted || process.stderr.isTTY !== true || files < leastFiles) return unseen
  // Loaded only here, so that hooks and pipes start without it.
  const { SingleBar } = (await import('cli-progress')).default
  const format = 'torchspore {bar} {value}/{total} files'
  const bar = new SingleBar({ format, clearOnComplete: true, hideCursor: true, stream: process.stderr, barsize: 30 })
  bar.start(files, 0)
  return { isShown: true, add: count => bar.increment(count), end: () => bar.stop() }
}
