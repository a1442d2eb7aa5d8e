/**
 * What a person can do about the vendor's refusal, by its error code (API.md, Error codes). Null where only the
 * vendor's own words help.
 */
export function adviceFor(code: number): string | null {
  return advice[code] ?? null
}

const advice: Readonly<Record<number, string>> = {
  2: 'Replace the API key in Settings.',
  4: 'Check the group’s proxy type.',
  11: 'Choose another rental period for the group.',
  16: 'Top up the balance at the vendor, then renew again.',
  24: 'Check the group’s order ids: the vendor finds no addresses for them.',
  25: 'Check the group’s order ids.',
  28: 'Take whole orders only: the vendor wants all addresses of an order.',
  29: 'Check the group’s order ids: one bad id refuses the whole group.',
}
