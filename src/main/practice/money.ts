/** Money of the embedded vendor: integer ten-thousandths inside, decimal numbers on the wire. */

/** An amount as a person writes it: `40`, `0.65`, `'40.00'`; at most four decimals. */
export type Amount = number | string

const DECIMAL = /^(-?)(\d{1,11})(?:\.(\d{1,4}))?$/

/** Turns an amount into ten-thousandths, digit by digit. Throws on anything that is no such amount (a bug). */
export function toUnits(amount: Amount): number {
  const match = DECIMAL.exec(String(amount))
  if (!match) throw new Error(`not an amount with at most four decimals: ${String(amount)}`)
  const [, sign, whole = '0', fraction = ''] = match
  const units = Number(whole) * 10_000 + Number(fraction.padEnd(4, '0'))
  return sign === '-' && units !== 0 ? -units : units
}

/** Ten-thousandths as the JSON number the vendor sends: one division, so the nearest double and its shortest digits. */
export function toAmount(units: number): number {
  return units / 10_000
}

/** The part of `units` that `percent` takes off, rounded half up to a ten-thousandth. */
export function shareOf(units: number, percent: number): number {
  return Math.round((units * percent) / 100)
}
