import { defaultOptions, type Options } from '../src/engine/options.ts'
import { find } from './dom.ts'

const targets = ['CPU', 'GPU', 'Ascend'] as const
const offByDefault = ['TSP403', 'TSP404']

/** The form of the settings; a field that holds no valid value counts as its default. */
export class SettingsForm {
  private readonly form = find('#settings', HTMLFormElement)

  constructor(onChange: () => void) {
    this.write({})
    this.form.addEventListener('submit', event => event.preventDefault())
    this.form.addEventListener('input', onChange)
  }

  options(): Partial<Options> {
    const { compatModule, mindsporeVersion, deviceTarget, extras } = this.valid()
    return {
      compatModule: compatModule || null,
      mindsporeVersion: mindsporeVersion || defaultOptions.mindsporeVersion,
      deviceTarget: targets.find(each => each === deviceTarget) ?? null,
      extendSelect: extras ? offByDefault : [],
    }
  }

  /** The fields as they are, by name. */
  read(): Readonly<Record<string, string>> {
    const entries = [...new FormData(this.form)].map(([name, value]) => [name, String(value)] as const)
    return Object.fromEntries(entries)
  }

  /** Fills the fields; one that is not named gets its default. */
  write(settings: Readonly<Record<string, string>>): void {
    for (const field of this.fields()) {
      if (field.type === 'checkbox' && field instanceof HTMLInputElement) field.checked = field.name in settings
      else
        field.value = settings[field.name] ?? (field.name === 'mindsporeVersion' ? defaultOptions.mindsporeVersion : '')
    }
  }

  private valid(): Readonly<Record<string, string>> {
    const invalid = new Set(this.fields().flatMap(field => (field.validity.valid ? [] : [field.name])))
    return Object.fromEntries(Object.entries(this.read()).filter(([name]) => !invalid.has(name)))
  }

  private fields(): readonly (HTMLInputElement | HTMLSelectElement)[] {
    return [...this.form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')]
  }
}
