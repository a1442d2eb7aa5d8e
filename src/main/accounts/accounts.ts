import type { ContractError } from '../../shared/contract/errors.ts'
import type { Account } from '../../shared/domain/account.ts'
import type { VendorAccess } from '../../shared/domain/exchange.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'
import {
  type ConnectForm,
  checkConnectForm,
  checkLimits,
  checkName,
  keyTailOf,
  type LimitsForm,
} from './forms.ts'
import type { Keychain, KeyProblem } from './keychain.ts'
import { createKeys } from './keys.ts'
import { type AccountsParts, emptyAccount, type StoredAccount } from './ports.ts'
import { absentKey, fieldError, noSuchAccount } from './refusals.ts'

/** Accounts and their keys. The key comes in once, at connecting, and goes to the keychain or stays in memory. */
export function createAccounts(parts: AccountsParts & { readonly keychain: Keychain }) {
  const { store, keychain } = parts
  const keys = createKeys(parts)
  /** Accounts of which it was said that their key cannot be taken out of the keychain. */
  const askedAboutKey = new Set<string>()
  let turns: Promise<unknown> = Promise.resolve()

  /** One after another: two clicks on Connect at once must not make two accounts of one key. */
  function inTurn<A extends unknown[], T>(work: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
    return (...args) => {
      const turn = turns.then(() => work(...args))
      turns = turn.catch(() => undefined)
      return turn
    }
  }

  async function checkKey(access: VendorAccess, except: string | null) {
    const same = await keys.ownerOf(access.key, access.apiUrl, except)
    if (same) return err(fieldError('key', words().accounts.keyConnected(same.name)))
    const balance = await parts.readBalance(access)
    if (balance.ok) return balance
    const { kind, message } = balance.error
    if (kind === 'key-unknown') return err(fieldError('key', words().accounts.keyUnknown))
    return err<ContractError>({
      kind: kind === 'offline' ? 'offline' : 'vendor',
      message: words().accounts.nothingStored(message),
    })
  }

  function saved(account: StoredAccount): Result<void, ContractError> {
    const result = store.save(account)
    parts.changed()
    return result.ok ? ok(undefined) : err({ kind: 'disk', message: result.error.message })
  }

  async function connect(form: ConnectForm): Promise<Result<{ accountId: string }, ContractError>> {
    const names = store.list().map((account) => account.name)
    const checked = checkConnectForm(form, names, parts.defaultApiUrl)
    if (!checked.ok) return checked
    const { name, key, apiUrl } = checked.value
    const balance = await checkKey({ apiUrl, key }, null)
    if (!balance.ok) return balance
    const id = parts.newId()
    const kept = await keys.keep(id, key, form.sessionOnly)
    if (!kept.ok) return kept
    const account: StoredAccount = {
      ...emptyAccount(id, name, parts.now()),
      apiUrl,
      keyStored: !form.sessionOnly,
      keyTail: keyTailOf(key),
    }
    const stored = saved(account)
    if (!stored.ok) {
      keys.forget(id)
      if (!form.sessionOnly) await keychain.remove(id)
      return stored
    }
    parts.balanceRead(id, balance.value, parts.now())
    return ok({ accountId: id })
  }

  async function replaceKey(
    accountId: string,
    typed: string,
    sessionOnly: boolean,
  ): Promise<Result<null, ContractError>> {
    const account = store.get(accountId)
    if (!account || account.kind === 'practice') return err(noSuchAccount())
    const key = typed.trim()
    if (key === '') return err(fieldError('key', words().accounts.enterKey))
    const balance = await checkKey({ apiUrl: account.apiUrl, key }, accountId)
    if (!balance.ok) return balance
    const before = keys.held(accountId)
    const kept = await keys.keep(accountId, key, sessionOnly)
    if (!kept.ok) return kept
    const stored = saved({
      ...account,
      keyStored: account.keyStored || !sessionOnly,
      keyTail: keyTailOf(key),
    })
    if (!stored.ok) {
      keys.putBack(accountId, before)
      // Without its marker on the disk nobody would ever take this key out of the keychain again.
      if (!sessionOnly && !account.keyStored) await keychain.remove(accountId)
      return stored
    }
    if (sessionOnly && account.keyStored) await forgetStoredKey(accountId)
    parts.balanceRead(accountId, balance.value, parts.now())
    return ok(null)
  }

  /** A key replaced for this session only must not be followed by the old one at the next start. */
  async function forgetStoredKey(accountId: string): Promise<void> {
    const gone = await keychain.remove(accountId)
    const account = store.get(accountId)
    if (gone.ok && account) saved({ ...account, keyStored: false })
  }

  async function practice(): Promise<Result<{ accountId: string }, ContractError>> {
    const existing = store.list().find((account) => account.kind === 'practice')
    if (existing) return ok({ accountId: existing.id })
    const access = await parts.practice.access()
    const account: StoredAccount = {
      ...emptyAccount(parts.newId(), words().accounts.practiceName, parts.now()),
      kind: 'practice',
      apiUrl: access.apiUrl,
    }
    const stored = saved(account)
    return stored.ok ? ok({ accountId: account.id }) : stored
  }

  async function remove(accountId: string, confirmed: boolean): Promise<Result<null, ContractError>> {
    const account = store.get(accountId)
    if (!account) return err(noSuchAccount())
    const waiting = parts.unsettledCount(accountId)
    if (waiting > 0 && !confirmed)
      return err({ kind: 'asks', message: words().accounts.unsettled(account.name, waiting) })
    if (account.keyStored) {
      const gone = await keychain.remove(accountId)
      // A yes to another question (unsettled renewals) is no yes to leaving the key behind.
      if (!gone.ok && !(confirmed && askedAboutKey.has(accountId))) {
        askedAboutKey.add(accountId)
        const message = words().accounts.keyStays(gone.error.message, accountId)
        return err({ kind: 'asks', message })
      }
    }
    const removed = store.remove(accountId)
    if (!removed.ok) return err({ kind: 'disk', message: removed.error.message })
    keys.forget(accountId)
    askedAboutKey.delete(accountId)
    if (account.kind === 'practice') await parts.practice.end()
    parts.changed()
    return ok(null)
  }

  function update(
    accountId: string,
    form: LimitsForm & { name?: string | undefined },
  ): Result<null, ContractError> {
    const account = store.get(accountId)
    if (!account) return err(noSuchAccount())
    const others = store.list().filter((other) => other.id !== accountId)
    const name =
      form.name === undefined
        ? ok(account.name)
        : checkName(
            form.name,
            others.map((other) => other.name),
          )
    if (!name.ok) return err(fieldError('name', name.error))
    const limits = checkLimits(form, account)
    if (!limits.ok) return limits
    const stored = saved({ ...account, ...limits.value, name: name.value })
    return stored.ok ? ok(null) : stored
  }

  function view(account: StoredAccount): Account {
    const { keyStored, createdAt, ...shown } = account
    return { ...shown, ...keys.view(account) }
  }

  return {
    connect: inTurn(connect),
    practice: inTurn(practice),
    replaceKey: inTurn(replaceKey),
    update,
    remove: inTurn(remove),
    /** Reads the key with its own deadline; fails with the state's words. */
    readKey: keys.read,
    /** How to reach an account's vendor now; fails with the state of its key. */
    async access(accountId: string): Promise<Result<VendorAccess, KeyProblem>> {
      const account = store.get(accountId)
      if (account?.kind === 'practice') return ok(await parts.practice.access())
      const key = await keys.read(accountId)
      return key.ok && account
        ? ok({ apiUrl: account.apiUrl, key: key.value })
        : key.ok
          ? err(absentKey())
          : key
    },
    /** All accounts as windows see them. */
    list: (): Account[] => store.list().map(view),
    get: (accountId: string): Account | null => {
      const account = store.get(accountId)
      return account ? view(account) : null
    },
    /** The vendor said that it does not know the key (error 2): shown as a key to be entered again. */
    keyRefused: (accountId: string): void => keys.setRefused(accountId, true),
    /** The vendor answered to the key. */
    keyTaken: (accountId: string): void => keys.setRefused(accountId, false),
  }
}

/** Accounts, as others call them. */
export type Accounts = ReturnType<typeof createAccounts>
