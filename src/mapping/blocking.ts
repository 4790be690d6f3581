/** The codes of what stands in the way of a rewrite, gravest first. */
export const blockingCodes = ['TSP208', 'TSP206', 'TSP205', 'TSP204', 'TSP203', 'TSP202', 'TSP201', 'TSP207'] as const

export type BlockingCode = (typeof blockingCodes)[number]
