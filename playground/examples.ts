import type { PlaygroundLabel } from '../src/messages/playground.ts'
import halfMade from './examples/half_made.py?raw'
import official from './examples/official.py?raw'
import outputPadding from './examples/output_padding.py?raw'
import starred from './examples/starred.py?raw'
import vocoder from './examples/vocoder.py?raw'

/** Texts to begin with. */
export interface Example {
  readonly label: PlaygroundLabel
  readonly source: string
}

export const firstExample: Example = { label: 'vocoder', source: vocoder }

export const examples: readonly Example[] = [
  firstExample,
  { label: 'output-padding', source: outputPadding },
  { label: 'official', source: official },
  { label: 'starred', source: starred },
  { label: 'half-made', source: halfMade },
]
