import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

const twoWords = /[A-Za-z]{2,}[,:;]? [A-Za-z]{2,}/

/** Leaves out what is said to a person: a text with two words in succession. A call's text has none. */
const prose = {
  shouldIgnore({ node }) {
    if (node.type === 'StringLiteral' && twoWords.test(node.value)) return 'prose'
    const texts = node.type === 'TemplateLiteral' ? node.quasis.map(({ value }) => value.raw) : []
    return texts.some(text => twoWords.test(text)) ? 'prose' : undefined
  },
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'prose', prose)]
