export type Slip = 'swapped' | 'doubled' | 'dropped' | 'added' | 'changed'

/**
 * The one slip by which `typed` came of `meant`, or nothing where they are the same or further apart: the edits of
 * Damerau and Levenshtein at distance one, told apart (Damerau 1964, doi:10.1145/363958.363994).
 */
export const oneSlip = (typed: string, meant: string): Slip | undefined => {
  if (typed === meant) return undefined
  let start = 0
  while (start < typed.length && start < meant.length && typed[start] === meant[start]) start += 1
  const [restTyped, restMeant] = [typed.slice(start), meant.slice(start)]
  if (restTyped.slice(1) === restMeant.slice(1) && restTyped !== '' && restMeant !== '') return 'changed'
  if (restTyped.slice(1) === restMeant) return typed[start] === typed[start - 1] ? 'doubled' : 'added'
  if (restTyped === restMeant.slice(1)) return 'dropped'
  const swapped = restTyped[0] === restMeant[1] && restTyped[1] === restMeant[0]
  return swapped && restTyped.slice(2) === restMeant.slice(2) ? 'swapped' : undefined
}
