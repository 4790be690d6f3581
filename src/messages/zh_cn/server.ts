import type { ServerMessage } from '../server.ts'
import type { WordsFor } from '../words.ts'

export const serverWords: WordsFor<ServerMessage> = {
  'server.ignore': ({ code }) => `在这一行忽略 ${code}`,
  'server.fix-all': () => '应用全部安全修复（torchspore）',
  'server.fixes': ({ applicability }) => `torchspore：${applicability === 'safe' ? '安全' : '不安全'}修复`,
  'server.fixes-explained': ({ applicability }) =>
    applicability === 'safe'
      ? '每个调用都已证明相等，周围也没有默默改变的东西'
      : '每个调用都已证明相等，但其中一些的周围会有变化；请逐一查看',
  'server.wrong-settings': ({ problem, used }) =>
    `${problem}。在此之前使用${used === 'last' ? '先前的设置' : '默认设置'}。`,
  'server.stopped': ({ seconds }) => `检查超过 ${seconds} 秒，已停止`,
  'server.failed': ({ reason }) => `内部错误，请报告：${reason}`,
  'server.fixing': ({ done, files }) => `${done} / ${files} 个文件`,
  'server.fix-workspace': () => 'torchspore：正在寻找修复',
  'server.not-here': ({ uri }) => `${uri} 既没有打开，也不在工作区文件夹里，所以不修改它`,
}
