import type { ServerMessage } from '../server.ts'
import type { WordsFor } from '../words.ts'

export const serverWords: WordsFor<ServerMessage> = {
  'server.ignore': ({ code }) => `Ignore ${code} on this line`,
  'server.fix-all': () => 'Fix all that is safe (torchspore)',
  'server.fixes': ({ applicability }) => `torchspore: ${applicability} fixes`,
  'server.fixes-explained': ({ applicability }) =>
    applicability === 'safe'
      ? 'each call is proved equal, and nothing around it changes in silence'
      : 'each call is proved equal, but something around some of them changes; look at each',
  'server.wrong-settings': ({ problem, used }) =>
    `${problem}. Until then ${used === 'last' ? 'the settings before hold' : 'the defaults hold'}.`,
  'server.stopped': ({ seconds }) => `checking took longer than ${seconds} seconds, and was stopped`,
  'server.failed': ({ reason }) => `internal error, please report it: ${reason}`,
  'server.fixing': ({ done, files }) => `${done} of ${files} files`,
  'server.fix-workspace': () => 'torchspore: looking for fixes',
  'server.not-here': ({ uri }) => `${uri} is neither open nor inside a workspace folder, so it is not edited`,
}
