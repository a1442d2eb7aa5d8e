import type { Finding } from '../../shared/domain/finding.ts'

/** Why a renewal could not even be tried. */
export type RenewalRefusal = { readonly kind: 'not-found' | 'changed' | 'expired'; readonly message: string }

/** The group was deleted, or its account removed. */
export const gone: RenewalRefusal = { kind: 'not-found', message: 'This group is not there any more.' }
/** Nothing is left of the part of a group that a click meant. */
export const partGone: RenewalRefusal = {
  kind: 'not-found',
  message: 'These orders are not in the group any more. Nothing was sent.',
}
/** A confirmation is about the group as it was. */
export const changed: RenewalRefusal = {
  kind: 'changed',
  message: 'The group was changed since this question was asked. Nothing was sent. Press Renew again.',
}
/** The group was edited while the vendor was asked. */
export const changedMeanwhile: RenewalRefusal = {
  kind: 'changed',
  message: 'The group was changed while its price was read. Nothing was sent. Press Renew again.',
}
/** A click that is not what the person wants now. */
export const stale: RenewalRefusal = {
  kind: 'expired',
  message: 'This click waited more than five minutes for its turn. Nothing was sent. Press Renew again.',
}
/** Nothing is sent any more. */
export const quitting: RenewalRefusal = {
  kind: 'expired',
  message: 'Leasebar is quitting. Nothing was sent and nothing was paid.',
}
/** A price that is too old to be paid without a word. */
export const agedQuote: Finding = {
  kind: 'no-quote',
  reason: 'The price grew older than 30 seconds while end dates were read.',
}
