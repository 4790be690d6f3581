import { pages } from '../../rules/conv_transpose1d/pages/index.ts'
import type { Page } from '../../rules/conv_transpose1d/pages/page.ts'
import { inChinese } from '../../rules/conv_transpose1d/pages/zh_cn/index.ts'
import { type Code, codes, type RuleName, type Severity } from './codes.ts'

/** The page of one code, with what the table of codes says of it. */
export interface CodePage extends Page {
  readonly code: Code
  readonly name: RuleName
  readonly severity: Severity
}

/** The pages of all codes, in their order, in English. */
export const codePages: readonly CodePage[] = withCodes(pages)

/** The pages of all codes in each language, by its BCP 47 tag. */
export const codePagesIn = { en: codePages, 'zh-CN': withCodes(pages.map(inChinese)) } as const

function withCodes(written: readonly Page[]): readonly CodePage[] {
  return written.flatMap(page => {
    const { code } = page
    return isCode(code) ? [{ ...page, code, name: codes[code].name, severity: codes[code].severity }] : []
  })
}

function isCode(text: string): text is Code {
  return text in codes
}
