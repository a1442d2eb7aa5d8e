import type { Finding } from '../../shared/domain/finding.ts'
import { words } from '../../shared/words/words.ts'

/** Why a renewal could not even be tried. */
export type RenewalRefusal = { readonly kind: 'not-found' | 'changed' | 'expired'; readonly message: string }

/** The group was deleted, or its account removed. */
export function gone(): RenewalRefusal {
  return { kind: 'not-found', message: words().groupRefusals.gone }
}

/** Nothing is left of the part of a group that a click meant. */
export function partGone(): RenewalRefusal {
  return { kind: 'not-found', message: words().renewals.refusals.partGone }
}

/** A confirmation is about the group as it was. */
export function changed(): RenewalRefusal {
  return { kind: 'changed', message: words().renewals.refusals.changed }
}

/** The group was edited while the vendor was asked. */
export function changedMeanwhile(): RenewalRefusal {
  return { kind: 'changed', message: words().renewals.refusals.changedMeanwhile }
}

/** A click that is not what the person wants now. */
export function stale(): RenewalRefusal {
  return { kind: 'expired', message: words().renewals.refusals.stale }
}

/** Nothing is sent any more. */
export function quitting(): RenewalRefusal {
  return { kind: 'expired', message: words().renewals.refusals.quitting }
}

/** A price that is too old to be paid without a word. */
export function agedQuote(): Finding {
  return { kind: 'no-quote', reason: words().renewals.agedQuote }
}
