import { words } from '../../words/words.ts'

/** What is known of a renewal (DESIGN.md, Words). */
export const outcomes = ['renewed', 'refused', 'not sent', 'unknown', 'not renewed'] as const

/** What is known of a renewal. */
export type Outcome = (typeof outcomes)[number]

/** The words that stand in a group's row and in the history, exactly these (DESIGN.md, Names). */
export function outcomeLabel(outcome: Outcome): string {
  return words().outcomes.labels[outcome]
}

/** What a renewal came to by now: settled, else its result; null while it is on its way, or its result is lost. */
export function currentOutcome(renewal: {
  readonly result: { readonly outcome: Outcome } | null
  readonly settlement: { readonly outcome: Outcome } | null
}): Outcome | null {
  return renewal.settlement?.outcome ?? renewal.result?.outcome ?? null
}
