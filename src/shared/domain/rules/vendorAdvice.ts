import { type Words, words } from '../../words/words.ts'

/** The vendor's code for order ids that it does not accept (vendor doc: "Incorrect orderIds"). */
export const incorrectOrders = 29

/** The vendor's code for a balance that is too low; a warning at a quote, a refusal at a renewal. */
export const insufficientFunds = 16

/** The vendor's code for a key that it does not know (API.md, Error codes). */
export const unknownKey = 2

/** The advice by the vendor's error code (API.md, Error codes). */
const advice: Readonly<Record<number, keyof Words['vendorAdvice']>> = {
  [unknownKey]: 'key',
  4: 'type',
  11: 'period',
  [insufficientFunds]: 'funds',
  24: 'addresses',
  25: 'order',
  28: 'whole',
  [incorrectOrders]: 'orders',
}

/** One sentence of advice for an error code of the vendor's; for other codes, how to ask the vendor. */
export function adviceFor(code: number): string {
  return words().vendorAdvice[advice[code] ?? 'other']
}
