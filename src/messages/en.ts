import { engineWords } from './en/engine.ts'
import { htmlWords } from './en/html.ts'
import { kernelWords } from './en/kernel.ts'
import { mappingWords } from './en/mapping.ts'
import { pageWords } from './en/page.ts'
import { playgroundWords } from './en/playground.ts'
import { reportWords } from './en/report.ts'
import { serverWords } from './en/server.ts'
import { verifyWords } from './en/verify.ts'
import { verifyReportWords } from './en/verify_report.ts'
import type { Words } from './words.ts'

/** English. */
export const en: Words = {
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
