/** The way of a file into the book, in its order. */
export const steps = ['file', 'preview', 'columns', 'rules', 'check', 'import'] as const
export type Step = (typeof steps)[number]

export const indexOf = (step: Step): number => steps.indexOf(step)
export const stepBefore = (step: Step): Step => steps[Math.max(0, indexOf(step) - 1)] ?? 'file'
export const stepAfter = (step: Step): Step => steps[Math.min(steps.length - 1, indexOf(step) + 1)] ?? 'import'
