import type { ContractError } from '../../shared/contract/errors.ts'
import { words } from '../../shared/words/words.ts'
import type { KeyProblem } from './keychain.ts'

/** The key is not there, whatever the keychain says. */
export function absentKey(): KeyProblem {
  return { state: 'absent', message: words().accounts.keychain.absent }
}

/** The account is gone. */
export function noSuchAccount(): ContractError {
  return { kind: 'not-found', message: words().accounts.gone }
}

/** One field of a form is refused. */
export function fieldError(field: string, message: string): ContractError {
  return { kind: 'fields', message, fields: { [field]: message } }
}
