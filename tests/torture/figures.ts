import { currentOutcome } from '../../src/shared/domain/rules/outcomes.ts'
import type { Scene } from './scene.ts'

/** What some sequences came to. */
export interface Figures {
  /** Sequences that ran to their end. */
  readonly sequences: number
  /** Renewals in the journals: each one attempt. */
  readonly renewals: number
  /** Paid requests that arrived at the vendor. */
  readonly paidRequests: number
  /** Of these the vendor carried out. */
  readonly carriedOut: number
  /** Times that the guard asked. */
  readonly questions: number
  readonly restarts: number
  /** Rows by their outcome at the end. */
  readonly renewed: number
  readonly unknown: number
  readonly settledRenewed: number
  readonly settledNotRenewed: number
  /** Settled as renewed after others had done the same: see settlements.ts. */
  readonly indistinguishable: number
  /** Of these with a balance that fell by the very price as well. */
  readonly byBalanceToo: number
}

/** Nothing yet. */
export const noFigures: Figures = {
  sequences: 0,
  renewals: 0,
  paidRequests: 0,
  carriedOut: 0,
  questions: 0,
  restarts: 0,
  renewed: 0,
  unknown: 0,
  settledRenewed: 0,
  settledNotRenewed: 0,
  indistinguishable: 0,
  byBalanceToo: 0,
}

/** Adds two sums of figures. */
export function added(a: Figures, b: Figures): Figures {
  const sum = { ...a }
  for (const name of Object.keys(a) as (keyof Figures)[]) Object.assign(sum, { [name]: a[name] + b[name] })
  return sum
}

/** What a sequence came to, at its end. */
export function figuresOf({ app, truth, run }: Scene): Figures {
  const rows = [...truth.rows.keys(), ...truth.attempts.keys()].flatMap(
    (id) => app.store.journal.get(id) ?? [],
  )
  const byEvidence = rows.filter(({ settlement }) => settlement?.by === 'evidence')
  return {
    sequences: 1,
    renewals: rows.length,
    paidRequests: truth.arrived,
    carriedOut: truth.own.size,
    questions: truth.asked.length,
    restarts: run - 2,
    renewed: rows.filter((row) => currentOutcome(row) === 'renewed').length,
    unknown: rows.filter((row) => currentOutcome(row) === 'unknown').length,
    settledRenewed: byEvidence.filter(({ settlement }) => settlement?.outcome === 'renewed').length,
    settledNotRenewed: byEvidence.filter(({ settlement }) => settlement?.outcome === 'not renewed').length,
    indistinguishable: truth.indistinguishable.size,
    byBalanceToo: [...truth.indistinguishable].filter(({ settlement }) =>
      settlement?.evidence.some((line) => line.startsWith('The balance fell by the quoted price')),
    ).length,
  }
}
