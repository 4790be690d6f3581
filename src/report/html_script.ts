/** The page's filter. It reads what is there already, so that the page says all without it. */
export const script = `
'use strict'
const totals = document.getElementById('totals')
const main = document.querySelector('main')
const form = totals.querySelector('form')
main.before(totals)
if (form) filterBy(form)

function filterBy(form) {
  const files = Array.from(document.querySelectorAll('.file'), section => ({
    section,
    path: section.querySelector('h2 code').textContent,
    articles: Array.from(section.querySelectorAll('article')),
  }))
  const all = files.reduce((sum, file) => sum + file.articles.length, 0)
  const texts = new Map()
  const { text, code, fix, file } = form.elements
  const output = form.querySelector('output')

  choices(code, new Set(files.flatMap(file => file.articles.map(article => article.dataset.code))))
  choices(file, files.map(file => file.path))
  form.hidden = false
  form.addEventListener('submit', event => event.preventDefault())
  form.addEventListener('reset', () => setTimeout(apply))
  form.addEventListener('input', apply)
  addEventListener('hashchange', () => document.querySelector(':target[hidden]') && form.reset())
  apply()

  function choices(select, values) {
    for (const value of Array.from(values).sort()) select.add(new Option(value, value))
  }

  function textOf(article, path) {
    if (!texts.has(article)) texts.set(article, (path + ' ' + article.textContent).toLowerCase())
    return texts.get(article)
  }

  function apply() {
    const words = text.value.toLowerCase().split(/\\s+/).filter(word => word !== '')
    let shown = 0
    for (const { section, path, articles } of files) {
      let left = 0
      for (const article of articles) {
        const fits =
          (code.value === '' || article.dataset.code === code.value) &&
          (fix.value === '' || article.dataset.fix === fix.value) &&
          (file.value === '' || path === file.value) &&
          words.every(word => textOf(article, path).includes(word))
        article.hidden = !fits
        if (fits) left++
      }
      section.hidden = left === 0
      shown += left
    }
    output.value = shown + ' / ' + all + ' ' + output.dataset.word
  }
}
`
