import type { ContractError } from '../../shared/contract/errors.ts'
import { type KeyProblem, keyWords } from './keychain.ts'

/** The key is not there, whatever the keychain says. */
export const absentKey: KeyProblem = { state: 'absent', message: keyWords.absent }

/** The account is gone. */
export const noSuchAccount: ContractError = {
  kind: 'not-found',
  message: 'This account is not there any more.',
}

/** One field of a form is refused. */
export function fieldError(field: string, message: string): ContractError {
  return { kind: 'fields', message, fields: { [field]: message } }
}

/** What removing an account with renewals that wait to be settled would mean. */
export function unsettledWords(name: string, count: number): string {
  const renewals =
    count === 1 ? 'one renewal whose outcome is unknown' : `${count} renewals whose outcome is unknown`
  return `“${name}” has ${renewals}. Without its key Leasebar cannot find out what became of the money. Remove it all the same?`
}
