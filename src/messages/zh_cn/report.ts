import type { Offer, ReportMessage, Tally } from '../report.ts'
import type { WordsFor } from '../words.ts'

export const reportWords: WordsFor<ReportMessage> = {
  'report.fix': ({ applicability }) => `[修复：${applicability === 'safe' ? '安全' : '不安全'}]`,
  'report.assumes': () => '假设',
  'report.refuted': () => '已证伪',
  'ask.fix': ({ applicability, count }) => {
    const kind = applicability === 'unsafe' ? '不安全的' : ''
    return count > 1 ? `应用这 ${count} 个相互关联的${kind}修复？` : `应用这个${kind}修复？`
  },
  'ask.apply': () => '应用',
  'ask.leave': () => '跳过',
  'ask.all': () => '应用它和之后的全部',
  'ask.quit': () => '跳过它并停止，写入已应用的修复',
  'summary.none': () => '全部检查通过！',
  'summary.found': ({ tally, offer }) => `发现 ${tally.total} 项${kinds(tally)}。${run(offer)}`,
  'summary.fixed': ({ fixed, left }) => `已修复 ${fixed} 项，${rest(left)}。`,
  'summary.would-fix': ({ fixed, left }) => `将修复 ${fixed} 项，${rest(left)}。`,
}

const rest = (tally: Tally) => (tally.total === 0 ? '没有剩余' : `剩余 ${tally.total} 项${kinds(tally)}`)

const run = (offer: Offer | null) => (offer ? `用 ${offer.flags} 应用其中 ${offer.count} 项。` : '')

function kinds(tally: Tally): string {
  const parts = [fixes(tally), needing(tally)].filter(part => part !== '')
  return parts.length > 0 ? `（${parts.join('；')}）` : ''
}

function fixes({ safe, unsafe }: Tally): string {
  const parts = [safe > 0 ? `${safe} 项有安全修复` : '', unsafe > 0 ? `${unsafe} 项有不安全修复` : '']
  return parts.filter(part => part !== '').join('，')
}

function needing({ rest }: Tally): string {
  const total = rest.reduce((sum, { count }) => sum + count, 0)
  const names = rest.map(({ code, count }) => (rest.length > 1 ? `${count} 项 ${code}` : code))
  return total > 0 ? `${total} 项需要你处理：${names.join('、')}` : ''
}
