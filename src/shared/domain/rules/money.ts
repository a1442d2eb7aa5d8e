import { locale } from '../../words/language.ts'

declare const tenThousandths: unique symbol

/**
 * A sum in integer ten-thousandths of its currency's unit (0.65 USD is 6500).
 * Money is never a binary float; the brand keeps plain numbers out.
 */
export type Amount = number & { readonly [tenThousandths]: true }

/** A sum with its currency (an ISO code as the vendor writes it). */
export interface Money {
  readonly amount: Amount
  readonly currency: string
}

const scale = 10_000
const decimalShape = /^([+-]?)(\d{1,11})(?:\.(\d{1,40}))?$/

/** Nothing, in any currency. */
export const zero = 0 as Amount

/** Takes an integer of ten-thousandths as an amount; null when it is no safe integer. */
export function amountOf(units: number): Amount | null {
  return Number.isSafeInteger(units) ? (units as Amount) : null
}

/**
 * Reads a decimal such as `0.65`, `"0.65"` or `6.5e-1` (as JSON numbers may print) exactly.
 * Past the fourth decimal it rounds half up by magnitude. Null for what is no finite decimal below 10^11.
 */
export function parseAmount(input: string | number): Amount | null {
  const text = typeof input === 'number' ? plainDecimal(input) : input.trim()
  const parts = text === null ? null : decimalShape.exec(text)
  if (!parts) return null
  const [, sign, whole = '0', fraction = ''] = parts
  const kept = Number(fraction.slice(0, 4).padEnd(4, '0'))
  const roundsUp = Number(fraction.charAt(4) || '0') >= 5 ? 1 : 0
  const units = Number(whole) * scale + kept + roundsUp
  // `-0` would survive a round trip through JSON as 0 and compare unequal by Object.is.
  return amountOf(sign === '-' && units !== 0 ? -units : units)
}

/**
 * Reads a sum that a person typed: not negative, with a point or a comma before the fraction. Null for anything else,
 * and for `1,000`: that is one in one country and a thousand in another, and a limit must not be guessed.
 */
export function parseTypedSum(text: string): Amount | null {
  const typed = text.trim()
  if (/^[+]?\d+,\d{3}$/.test(typed)) return null
  const amount = parseAmount(typed.replace(',', '.'))
  return amount === null || amount < 0 ? null : amount
}

function plainDecimal(value: number): string | null {
  if (!Number.isFinite(value)) return null
  const text = String(value)
  // Numbers print with an exponent below 1e-6 and from 1e21 on: the first are below a ten-thousandth.
  if (!text.includes('e')) return text
  return Math.abs(value) < 1 ? '0' : null
}

/** The exact decimal text of an amount, two to four decimals, no grouping: for exports, inputs and the clipboard. */
export function decimalText(amount: Amount): string {
  const size = Math.abs(amount)
  const fraction = String(size % scale)
    .padStart(4, '0')
    .replace(/0{1,2}$/, '')
  return `${amount < 0 ? '-' : ''}${Math.floor(size / scale)}.${fraction}`
}

/** `$12.50`, or `12.50 XTS` for a currency that Intl does not know. Keeps up to four decimals where they matter. */
export function formatMoney(money: Money, numbers: string = locale().numbers): string {
  const text = decimalText(money.amount)
  try {
    const format = new Intl.NumberFormat(numbers, {
      style: 'currency',
      currency: money.currency,
      minimumFractionDigits: 2,
      maximumFractionDigits: 4,
    })
    // A decimal string keeps Intl off the binary float.
    return format.format(text as `${number}`)
  } catch {
    return `${text} ${money.currency}`.trim()
  }
}

/** a + b. Only for amounts of one currency. */
export function plus(a: Amount, b: Amount): Amount {
  return (a + b) as Amount
}

/** a − b. Only for amounts of one currency. */
export function minus(a: Amount, b: Amount): Amount {
  return (a - b) as Amount
}

/** a × count, exact; null beyond what an amount can hold. `count`: a whole number, such as of renewals at one price. */
export function times(a: Amount, count: number): Amount | null {
  return amountOf(a * count)
}
