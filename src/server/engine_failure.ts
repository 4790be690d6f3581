import { say } from '../messages/say.ts'
import type { ServerMessage } from '../messages/server.ts'

/** The engine could not answer: it took too long, or broke. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure'
  readonly said: ServerMessage

  constructor(said: ServerMessage) {
    super(say(said))
    this.said = said
  }

  static of(error: unknown): EngineFailure {
    if (error instanceof EngineFailure) return error
    return new EngineFailure({ id: 'server.failed', reason: error instanceof Error ? error.message : String(error) })
  }
}
