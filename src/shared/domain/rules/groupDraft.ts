import { words } from '../../words/words.ts'
import { err, ok, type Result } from '../result.ts'
import { maxDueDays } from './due.ts'
import { type Amount, parseTypedSum } from './money.ts'
import { maxOrderIdLength, maxOrdersInGroup, parseOrderIds } from './orderIds.ts'

/** The fields of the group editor that can be refused. */
export type GroupField = 'name' | 'orderIds' | 'rentPeriodDays' | 'promoCode' | 'priceLimit' | 'dueDays'

/** A message for each refused field. */
export type GroupFieldErrors = Partial<Record<GroupField, string>>

/** The editor's fields as typed, without those that cannot be wrong. */
export interface DraftText {
  readonly name: string
  readonly orderIds: string
  readonly rentPeriodDays: string
  readonly promoCode: string
  readonly priceLimit: string
  readonly dueDays: string
}

/** The same fields, checked. */
export interface CheckedDraft {
  readonly name: string
  readonly orderIds: string[]
  readonly dropped: number
  readonly rentPeriodDays: number
  readonly promoCode: string | null
  readonly priceLimit: Amount | null
  /** Null: as the settings say. */
  readonly dueDays: number | null
}

/** Two names that a person would take for the same. */
export function sameName(a: string, b: string): boolean {
  return a.trim().normalize('NFC').toLocaleLowerCase() === b.trim().normalize('NFC').toLocaleLowerCase()
}

/** True for a text with nothing in it that can be seen: blanks, zero-width characters. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cc}\p{Cf}]/u.test(text)
}

function nameError(name: string, taken: readonly string[]): string | undefined {
  if (isBlank(name)) return words().groups.fields.noName
  // As the schemas count: a name of 41 emoji is 82 long.
  if (name.length > 80) return words().groups.fields.longName
  if (taken.some((other) => sameName(other, name))) return words().groups.fields.nameTaken(name)
  return undefined
}

function orderIdsError(parsed: ReturnType<typeof parseOrderIds>): string | undefined {
  const { fields } = words().groups
  const first = parsed.invalid[0]
  if (first !== undefined) {
    const shown = first.length > 40 ? `${first.slice(0, 40)}…` : first
    const more = parsed.invalid.length - 1
    if (first.length > maxOrderIdLength) return fields.longId(shown, more, maxOrderIdLength)
    return fields.oddId(shown, more)
  }
  if (parsed.ids.length === 0) return fields.noIds
  if (parsed.ids.length > maxOrdersInGroup) return fields.manyIds(maxOrdersInGroup, parsed.ids.length)
  return undefined
}

/** Whole days as typed, from 1 to `most`, or null. */
function parseDays(text: string, most: number): number | null {
  const trimmed = text.trim()
  if (!/^\d{1,5}$/.test(trimmed)) return null
  const days = Number(trimmed)
  return days >= 1 && days <= most ? days : null
}

/** A rental period as typed: whole days from 1 to 3650, or null. */
export function parsePeriod(text: string): number | null {
  return parseDays(text, 3650)
}

/**
 * Checks what was typed into the group editor. `taken`: names of the account's other groups.
 * Fails with a message per field, naming the way out.
 */
export function checkGroupDraft(
  draft: DraftText,
  taken: readonly string[],
): Result<CheckedDraft, GroupFieldErrors> {
  const name = draft.name.trim().replace(/\s+/g, ' ')
  const parsed = parseOrderIds(draft.orderIds)
  const rentPeriodDays = parsePeriod(draft.rentPeriodDays)
  const promoCode = draft.promoCode.trim()
  const limitText = draft.priceLimit.trim()
  const priceLimit = limitText === '' ? null : parseTypedSum(limitText)
  const dueText = draft.dueDays.trim()
  const dueDays = parseDays(dueText, maxDueDays)
  const { fields } = words().groups
  const found: Record<GroupField, string | undefined> = {
    name: nameError(name, taken),
    orderIds: orderIdsError(parsed),
    rentPeriodDays: rentPeriodDays === null ? fields.period : undefined,
    promoCode: promoCode.length > 80 ? fields.promoCode : undefined,
    priceLimit: limitText !== '' && priceLimit === null ? fields.priceLimit : undefined,
    dueDays: dueText !== '' && dueDays === null ? fields.dueDays(maxDueDays) : undefined,
  }
  const errors: GroupFieldErrors = {}
  for (const field of Object.keys(found) as GroupField[]) {
    const message = found[field]
    if (message !== undefined) errors[field] = message
  }
  if (Object.keys(errors).length > 0 || rentPeriodDays === null) return err(errors)
  return ok({
    name,
    orderIds: [...parsed.ids],
    dropped: parsed.dropped,
    rentPeriodDays,
    promoCode: promoCode === '' ? null : promoCode,
    priceLimit,
    dueDays,
  })
}
