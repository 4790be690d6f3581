export type Severity = 'error' | 'warning' | 'info'

/** Every code, its name and how grave it is; `byDefault: false` has to be selected. */
export const codes = {
  TSP101: { name: 'conv-transpose1d', severity: 'warning', byDefault: true },
  TSP102: { name: 'conv-transpose1d-output-padding', severity: 'warning', byDefault: true },
  TSP103: { name: 'conv-transpose1d-compat', severity: 'warning', byDefault: true },
  TSP201: { name: 'output-padding', severity: 'error', byDefault: true },
  TSP202: { name: 'padding-mode', severity: 'error', byDefault: true },
  TSP203: { name: 'device', severity: 'error', byDefault: true },
  TSP204: { name: 'dtype', severity: 'error', byDefault: true },
  TSP205: { name: 'not-a-scalar', severity: 'error', byDefault: true },
  TSP206: { name: 'starred-arguments', severity: 'error', byDefault: true },
  TSP207: { name: 'evaluated-twice', severity: 'error', byDefault: true },
  TSP208: { name: 'torch-raises', severity: 'error', byDefault: true },
  TSP209: { name: 'groups-on-ascend', severity: 'warning', byDefault: true },
  TSP301: { name: 'not-a-call', severity: 'warning', byDefault: true },
  TSP302: { name: 'subclass', severity: 'warning', byDefault: true },
  TSP303: { name: 'wrapper', severity: 'warning', byDefault: true },
  TSP304: { name: 'output-size', severity: 'warning', byDefault: true },
  TSP305: { name: 'attribute-form', severity: 'warning', byDefault: true },
  TSP306: { name: 'functional', severity: 'warning', byDefault: true },
  TSP307: { name: 'lazy', severity: 'warning', byDefault: true },
  TSP308: { name: 'may-be-torch', severity: 'warning', byDefault: true },
  TSP309: { name: 'torch-method', severity: 'warning', byDefault: true },
  TSP401: { name: 'no-such-class', severity: 'error', byDefault: true },
  TSP402: { name: 'torch-keyword', severity: 'error', byDefault: true },
  TSP403: { name: 'other-window', severity: 'warning', byDefault: false },
  TSP404: { name: 'announced-signature', severity: 'warning', byDefault: false },
  TSP901: { name: 'syntax-error', severity: 'error', byDefault: true },
  TSP902: { name: 'unreadable', severity: 'error', byDefault: true },
  TSP903: { name: 'unused-suppression', severity: 'warning', byDefault: true },
} as const satisfies Readonly<Record<string, { name: string; severity: Severity; byDefault: boolean }>>

export type Code = keyof typeof codes
export type RuleName = (typeof codes)[Code]['name']
