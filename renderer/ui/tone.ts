/** The meaning of a colour, not the colour. */
const tones = ['neutral', 'accent', 'info', 'good', 'warn', 'bad'] as const
export type Tone = (typeof tones)[number]

/** Text on its soft ground. */
export const toneClass = {
  neutral: 'bg-grey-soft text-ink-muted',
  accent: 'bg-accent-soft text-accent',
  info: 'bg-blue-soft text-blue',
  good: 'bg-green-soft text-green',
  warn: 'bg-amber-soft text-amber',
  bad: 'bg-red-soft text-red',
} as const satisfies Record<Tone, string>
