import { describe, expect, test } from 'vitest'
import { closestLocale, environmentLocale, type Locale, locales } from '../../src/messages/locale.ts'
import { say } from '../../src/messages/say.ts'
import { samples } from './samples.ts'

const all = Object.values(samples)
/** Arguments that choose words instead of standing in the text; and why a value need not be seen. */
const chosen: Readonly<Record<string, string>> = {
  label: 'names words of the table',
  layer: 'names words of the table',
  'proof.unknown.reason': 'names words of the table',
  rule: 'names words of the table',
  kind: 'names words of the table',
  mode: 'names words of the table',
  used: 'names words of the table',
  applicability: 'names words of the table',
  'attribute.other-form.silent': 'chooses between two clauses',
  'attribute.other-form.certain': 'chooses whether a clause stands',
  same: 'chooses between two clauses, or none',
  'mindspore.other-window.shift': "only 'same' begins later",
  'summary.name': 'is said after the code in English; in Chinese the code says it',
  'summary.total': 'is said with what is left',
  'lifted.frames.count': 'no frames are not counted',
}

function isChosen(id: string, key: string): boolean {
  return [key, `${id}.${key}`, `${id.split('.')[0]}.${key}`].some(each => each in chosen)
}

/** The values of a message's arguments, those inside others too, with the name of the nearest. */
function values(key: string, value: unknown): readonly (readonly [string, string])[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap(each => values(key, each))
  if (typeof value === 'object') return Object.entries(value).flatMap(([name, each]) => values(name, each))
  return [[key, String(value)]]
}

describe.each(locales)('%s', locale => {
  test.each(Object.entries(samples))('%s says each of its arguments', (id, messages) => {
    for (const message of messages) {
      const { id: _, ...given } = message
      const said = values('', given).filter(([key]) => !isChosen(id, key))
      const text = say(message, locale)
      expect(said.filter(([, value]) => !text.includes(value)).map(([key]) => key)).toEqual([])
    }
  })

  test.each(Object.entries(samples))('%s has other words for each choice', (_, messages) => {
    const texts = messages.map(message => say(message, locale))
    expect(new Set(texts).size).toBe(texts.length)
    expect(texts.filter(text => text.trim() === '' || /undefined|\[object/.test(text))).toEqual([])
  })
})

test('what is said in Chinese is Chinese, but for names of the program', () => {
  const english = all.flat().filter(message => say(message, 'zh-CN') === say(message, 'en'))
  expect(english.map(message => say(message, 'zh-CN')).filter(text => !/^'?\w+'?$/.test(text))).toEqual([])
})

test.each<[string, Locale]>([
  ['zh-CN', 'zh-CN'],
  ['zh_CN.UTF-8', 'zh-CN'],
  ['zh-tw', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['en_US.UTF-8', 'en'],
  ['C', 'en'],
  ['POSIX', 'en'],
  ['zhx', 'en'],
  ['de_DE@euro', 'en'],
  ['', 'en'],
])('the closest language to %s is %s', (wanted, locale) => {
  expect(closestLocale(wanted)).toBe(locale)
})

test('an environment names its language by the first variable that is set', () => {
  expect(environmentLocale({})).toBe('en')
  expect(environmentLocale({ LANG: 'zh_CN.UTF-8' })).toBe('zh-CN')
  expect(environmentLocale({ LANG: 'zh_CN.UTF-8', LC_ALL: '' })).toBe('zh-CN')
  expect(environmentLocale({ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8' })).toBe('en')
  expect(environmentLocale({ LANG: 'en_US.UTF-8', LC_MESSAGES: 'de_DE', LC_ALL: 'zh_CN' })).toBe('zh-CN')
})
