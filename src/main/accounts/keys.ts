import type { ContractError } from '../../shared/contract/errors.ts'
import type { Account, KeyState } from '../../shared/domain/account.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import type { Keychain, KeyProblem } from './keychain.ts'
import type { AccountsParts, StoredAccount } from './ports.ts'
import { absentKey } from './refusals.ts'

/** The keys of all accounts: in the keychain, or in memory for this session only. They never go to a window. */
export function createKeys(parts: AccountsParts & { readonly keychain: Keychain }) {
  const { store, keychain } = parts
  const inMemory = new Map<string, string>()
  const states = new Map<string, KeyState>()
  const refused = new Set<string>()

  function setState(accountId: string, state: KeyState): void {
    if (states.get(accountId) === state) return
    states.set(accountId, state)
    parts.changed()
  }

  async function read(accountId: string): Promise<Result<string, KeyProblem>> {
    const account = store.get(accountId)
    if (!account) return err(absentKey())
    const held = inMemory.get(accountId)
    if (held !== undefined) return ok(held)
    if (account.kind === 'practice') return ok((await parts.practice.access()).key)
    const key = await keychain.read(accountId, account.keyStored)
    setState(accountId, key.ok ? 'ok' : key.error.state)
    return key
  }

  function setRefused(accountId: string, isRefused: boolean): void {
    if (refused.has(accountId) === isRefused) return
    if (isRefused) refused.add(accountId)
    else refused.delete(accountId)
    parts.changed()
  }

  return {
    /** Reads a key with its own deadline; fails with the state's words. */
    read,
    /** The vendor does not know the key (error 2), or it does. */
    setRefused,
    /** The account that already uses a key: it would let one set of orders be renewed from two places. */
    async ownerOf(key: string, apiUrl: string, except: string | null): Promise<StoredAccount | null> {
      for (const account of store.list()) {
        if (account.kind === 'practice' || account.apiUrl !== apiUrl || account.id === except) continue
        const other = await read(account.id)
        if (other.ok && other.value === key) return account
      }
      return null
    },
    /** Takes a key into the keychain, or into memory. Fails with the state's words, and nothing is kept. */
    async keep(accountId: string, key: string, sessionOnly: boolean): Promise<Result<void, ContractError>> {
      if (sessionOnly) {
        inMemory.set(accountId, key)
      } else {
        const written = await keychain.write(accountId, key)
        if (!written.ok) return err({ kind: 'key', message: written.error.message })
        inMemory.delete(accountId)
      }
      states.set(accountId, 'ok')
      refused.delete(accountId)
      return ok(undefined)
    },
    /** The key in memory as it is now; undefined when there is none. */
    held: (accountId: string): string | undefined => inMemory.get(accountId),
    /** Puts back what `held` gave before. */
    putBack(accountId: string, before: string | undefined): void {
      if (before === undefined) inMemory.delete(accountId)
      else inMemory.set(accountId, before)
    },
    /** The account is gone: nothing of it stays in memory. */
    forget(accountId: string): void {
      inMemory.delete(accountId)
      states.delete(accountId)
      refused.delete(accountId)
    },
    /** What windows may know of an account's key. */
    view(account: StoredAccount): Pick<Account, 'keyState' | 'keyRefused' | 'sessionOnly'> {
      const sessionOnly = inMemory.has(account.id)
      const untold: KeyState = account.kind === 'practice' || account.keyStored ? 'ok' : 'absent'
      const keyState = sessionOnly ? 'ok' : (states.get(account.id) ?? untold)
      return { keyState, keyRefused: refused.has(account.id), sessionOnly }
    },
  }
}
