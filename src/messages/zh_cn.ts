import type { Words } from './words.ts'
import { engineWords } from './zh_cn/engine.ts'
import { htmlWords } from './zh_cn/html.ts'
import { kernelWords } from './zh_cn/kernel.ts'
import { mappingWords } from './zh_cn/mapping.ts'
import { pageWords } from './zh_cn/page.ts'
import { playgroundWords } from './zh_cn/playground.ts'
import { reportWords } from './zh_cn/report.ts'
import { serverWords } from './zh_cn/server.ts'
import { verifyWords } from './zh_cn/verify.ts'
import { verifyReportWords } from './zh_cn/verify_report.ts'

/** 简体中文。 */
export const zhCn: Words = {
  ...kernelWords,
  ...mappingWords,
  ...engineWords,
  ...reportWords,
  ...verifyWords,
  ...verifyReportWords,
  ...pageWords,
  ...serverWords,
  ...htmlWords,
  ...playgroundWords,
}
