import type { Message } from '../engine/message.ts'
import type { HtmlMessage } from './html.ts'
import type { PageMessage } from './page.ts'
import type { PlaygroundMessage } from './playground.ts'
import type { ReportMessage } from './report.ts'
import type { ServerMessage } from './server.ts'
import type { VerifyReportMessage } from './verify.ts'

/** All that is said to a person about their program: what the engine found, and what a report says around it. */
export type Said =
  | Message
  | ReportMessage
  | VerifyReportMessage
  | PageMessage
  | ServerMessage
  | HtmlMessage
  | PlaygroundMessage
