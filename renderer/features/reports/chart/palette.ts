/** Colours of a chart; a canvas can't read the tokens of the window. */
export type Palette = {
  text: string
  muted: string
  grid: string
  surface: string
  /** For series without a meaning of their own; the last is for what was added up. */
  series: readonly string[]
  rest: string
  /** A value, and the part of it to be counted on. */
  value: string
  weighted: string
  won: string
  lost: string
  rate: string
}

export const lightPalette: Palette = {
  text: '#1b1a17',
  muted: '#5b5a53',
  grid: '#e3e2dd',
  surface: '#ffffff',
  series: ['#0e6b5e', '#3b82c4', '#d9902f', '#8a67b5', '#c2574c', '#6f9f3c', '#4aa3a0'],
  rest: '#a9a79e',
  value: '#a9d3ca',
  weighted: '#0e6b5e',
  won: '#0e6b5e',
  lost: '#d98b82',
  rate: '#1f5fa8',
}

export const darkPalette: Palette = {
  text: '#ecebe5',
  muted: '#a9a79e',
  grid: '#2d2c28',
  surface: '#1c1c1a',
  series: ['#4cc2ac', '#6fa8e6', '#e0a552', '#b497de', '#e5857b', '#98c56d', '#79c4cf'],
  rest: '#75736b',
  value: '#2c5a51',
  weighted: '#4cc2ac',
  won: '#4cc2ac',
  lost: '#b5615a',
  rate: '#86b6ec',
}
