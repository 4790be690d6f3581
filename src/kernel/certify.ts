import type { Certificate } from './certificate.ts'
import type { KernelMessage } from './message.ts'
import { assumptions, prove } from './prove.ts'
import { sample } from './sample.ts'
import type { SymbolicPipeline, TorchLayer } from './window.ts'

/** Says whether a pipeline of MindSpore's layers gives the shapes and values of torch's layer: by proof, else by trying values. */
export function certify(torch: TorchLayer, mindspore: SymbolicPipeline): Certificate {
  const proved = prove(torch, mindspore)
  if (proved) return proved
  const { valid, counterexample, choseCall } = sample(torch, mindspore)
  const assumes = assumptions(torch)
  const unknown = (reason: 'no-samples' | 'call-result'): Certificate => {
    return { status: 'unknown', statement: { id: 'proof.unknown', reason }, assumes }
  }
  if (counterexample && choseCall) return unknown('call-result')
  const refuted: KernelMessage = { id: 'proof.refuted' }
  if (counterexample) return { status: 'refuted', statement: refuted, assumes, counterexample }
  return valid > 0
    ? { status: 'tested', statement: { id: 'proof.tested', samples: valid }, assumes }
    : unknown('no-samples')
}
