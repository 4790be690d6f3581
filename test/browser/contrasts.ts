/** The contrast of each kind of text with what is behind it, as WCAG counts it; runs in the page. */
export const contrasts = `(() => {
  const parse = colour => colour.match(/[\\d.]+/g).map(Number)
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor)
      if (colour.length < 4 || colour[3] > 0) return colour
    }
    return [255, 255, 255]
  }
  const found = {}
  for (const element of document.querySelectorAll('body *:not(script, option)')) {
    const isText = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== '')
    if (!isText || !element.checkVisibility() || element.closest('svg, .skip')) continue
    const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(behind(element))]
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    const name = element.localName + '.' + element.className
    found[name] = Math.min(found[name] ?? Infinity, ratio)
  }
  return found
})()`
