import type { ContractError } from '../../shared/contract/errors.ts'
import type { Amount } from '../../shared/domain/money.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { checkApiAddress } from '../../shared/domain/rules/apiAddress.ts'
import { isBlank, sameName } from '../../shared/domain/rules/groupDraft.ts'
import { parseTypedSum } from '../../shared/domain/rules/money.ts'
import { words } from '../../shared/words/words.ts'

/** So many characters a name and a key may have. */
const mostInName = 80
const mostInKey = 500

/** The connect form as typed. */
export interface ConnectForm {
  readonly name: string
  readonly key: string
  readonly apiUrl: string
  readonly addressConfirmed: boolean
  readonly sessionOnly: boolean
}

/** An account's name: trimmed, not empty, not taken. */
export function checkName(typed: string, taken: readonly string[]): Result<string, string> {
  const name = typed.trim().replace(/\s+/g, ' ')
  if (isBlank(name)) return err(words().accounts.nameMissing)
  // As the schemas count: a name of 41 emoji is 82 long.
  if (name.length > mostInName) return err(words().accounts.nameTooLong(mostInName))
  if (taken.some((other) => sameName(other, name))) return err(words().accounts.nameTaken(name))
  return ok(name)
}

/**
 * Checks the connect form. Fails with a message per field, or with `asks` when the key would go to a host that is not
 * the default and the person did not agree yet.
 */
export function checkConnectForm(
  form: ConnectForm,
  taken: readonly string[],
  defaultApiUrl: string,
): Result<{ name: string; key: string; apiUrl: string }, ContractError> {
  const name = checkName(form.name, taken)
  // Blanks around a pasted key, and a line break after it, are never part of it.
  const key = form.key.trim()
  const apiUrl = checkApiAddress(form.apiUrl.trim() === '' ? defaultApiUrl : form.apiUrl)
  const fields: Record<string, string> = {}
  if (!name.ok) fields.name = name.error
  if (key === '') fields.key = words().accounts.enterKey
  else if (key.length > mostInKey) fields.key = words().accounts.keyTooLong(mostInKey)
  if (!apiUrl.ok) fields.apiUrl = apiUrl.error
  if (!name.ok || !apiUrl.ok || Object.keys(fields).length > 0) {
    return err({ kind: 'fields', message: words().app.fields, fields })
  }
  if (apiUrl.value !== defaultApiUrl && !form.addressConfirmed) {
    const host = new URL(apiUrl.value).host
    const message = words().accounts.otherAddress(host)
    return err({ kind: 'asks', message })
  }
  return ok({ name: name.value, key, apiUrl: apiUrl.value })
}

/** The last four characters, to tell keys apart; none of a key so short that four would give it away. */
export function keyTailOf(key: string): string | null {
  return key.length >= 12 ? key.slice(-4) : null
}

/** The sums of an account as typed: absent is left alone, empty is none. */
export interface LimitsForm {
  readonly warnBelow?: string | undefined
  readonly renewalLimit?: string | undefined
  readonly dayLimit?: string | undefined
}

/** The sums of an account. */
interface Limits {
  readonly warnBelow: Amount | null
  readonly renewalLimit: Amount | null
  readonly dayLimit: Amount | null
}

/** Checks the sums of an account; fails with a message per field. */
export function checkLimits(form: LimitsForm, before: Limits): Result<Limits, ContractError> {
  const fields: Record<string, string> = {}
  function sum(field: keyof Limits): Amount | null {
    const typed = form[field]
    if (typed === undefined) return before[field]
    if (typed.trim() === '') return null
    const amount = parseTypedSum(typed)
    if (amount === null) fields[field] = words().accounts.enterSum
    return amount
  }
  const limits = { warnBelow: sum('warnBelow'), renewalLimit: sum('renewalLimit'), dayLimit: sum('dayLimit') }
  return Object.keys(fields).length === 0
    ? ok(limits)
    : err({ kind: 'fields', message: words().accounts.noSum, fields })
}
