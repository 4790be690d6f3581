import { setFlagsFromString } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import { createMessageConnection, PortMessageReader, PortMessageWriter } from 'vscode-languageserver/node'
import { loadChecker } from '../../host/load_checker.ts'
import { ask, forget } from '../worker_protocol.ts'
import { callReport } from './call_report.ts'
import { Desk } from './desk.ts'
import { diagnosticOf } from './diagnostic.ts'
import { fixesOf } from './file_fixes.ts'
import { remediesIn } from './remedies.ts'

/**
 * The worker's side: the engine, and all that may hang or break with it. What throws here ends in an answer that says so,
 * and the server starts another worker.
 */
export function work(): void {
  if (!parentPort) throw new Error('this is no worker')
  const connection = createMessageConnection(new PortMessageReader(parentPort), new PortMessageWriter(parentPort))
  // Half as much room again as is in use: enough to be quick, and what an edit leaves behind does not add up.
  setFlagsFromString('--heap-growing-percent=60')
  const opening = loadChecker().then(checker => new Desk(checker))
  connection.onRequest(ask.ready, async () => void (await opening))
  connection.onRequest(ask.take, async text => (await opening).take(text))
  connection.onRequest(ask.drop, async ({ uri }) => (await opening).drop(uri))
  connection.onRequest(ask.check, async subject => {
    const desk = await opening
    const document = desk.document(subject.uri)
    return desk.findings(subject).map(finding => diagnosticOf(finding, document, subject.locale))
  })
  connection.onRequest(ask.remedies, async ({ range, ...subject }) => remediesIn(await opening, subject, range))
  connection.onRequest(ask.fix, async ({ applied, ...subject }) => fixesOf(await opening, subject, applied))
  connection.onRequest(ask.call, async ({ position, asked, ...subject }) =>
    callReport(await opening, subject, position, asked),
  )
  connection.onNotification(forget, async () => (await opening).forget())
  connection.listen()
}
