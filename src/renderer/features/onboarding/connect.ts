import type { ContractError } from '../../../shared/contract/errors.ts'
import { checkApiAddress } from '../../../shared/domain/rules/apiAddress.ts'

/** What connecting needs a word for: sending the key to another host, or keeping it for this session only. */
export type Ask =
  | { readonly kind: 'host'; readonly host: string; readonly message: string }
  | { readonly kind: 'session'; readonly message: string }

/** What main's refusal means for the form: a question, or nothing but words. */
export function askOf(error: ContractError, apiUrl: string): Ask | null {
  if (error.kind === 'asks') return { kind: 'host', host: hostOf(apiUrl), message: error.message }
  if (error.kind === 'key' && error.fields === undefined) return { kind: 'session', message: error.message }
  return null
}

/** The host of an API address as typed; the text itself where it is none. */
export function hostOf(apiUrl: string): string {
  const checked = checkApiAddress(apiUrl)
  return checked.ok ? new URL(checked.value).host : apiUrl.trim()
}
