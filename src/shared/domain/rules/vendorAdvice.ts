/** The vendor's code for order ids that it does not accept (vendor doc: "Incorrect orderIds"). */
export const incorrectOrders = 29

/** The vendor's code for a balance that is too low; a warning at a quote, a refusal at a renewal. */
export const insufficientFunds = 16

/** The vendor's code for a key that it does not know (API.md, Error codes). */
export const unknownKey = 2

/** What to do next, by the vendor's error code (API.md, Error codes). Shown behind the vendor's own words. */
const advice: Readonly<Record<number, string>> = {
  [unknownKey]: 'Enter the API key again in Settings.',
  4: 'Check the group’s proxy type: every order of it must be of that type.',
  11: 'Choose another rental period: the vendor does not offer this one for this type.',
  [insufficientFunds]: 'Top up the balance at the vendor, then renew again.',
  24: 'Check the group’s orders: the vendor does not accept their addresses.',
  25: 'Check the group’s order ids: the vendor does not accept one of them.',
  28: 'Orders of this type can only be renewed whole. Check the group’s order ids.',
  [incorrectOrders]:
    'Check the group’s order ids: one that the vendor does not know refuses the whole group. “Find the bad order” finds it, and costs nothing.',
}

/** One sentence of advice for an error code of the vendor's; for other codes, how to ask the vendor. */
export function adviceFor(code: number): string {
  return advice[code] ?? 'If this keeps happening, ask the vendor’s support about this error.'
}
