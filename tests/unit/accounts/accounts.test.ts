import { expect, test } from 'vitest'
import { createAccounts } from '../../../src/main/accounts/accounts.ts'
import type { ConnectForm } from '../../../src/main/accounts/forms.ts'
import { createKeychain } from '../../../src/main/accounts/keychain.ts'
import type { StoredAccount } from '../../../src/main/accounts/ports.ts'
import { accountSchema } from '../../../src/shared/domain/account.ts'
import type { ReadProblem, VendorAccess } from '../../../src/shared/domain/exchange.ts'
import type { Money } from '../../../src/shared/domain/money.ts'
import { err, ok, type Result } from '../../../src/shared/domain/result.ts'
import { settled } from '../../support/clocks.ts'
import { money, NOW, uuid } from '../../support/domain.ts'

const KEY = 'canary-key-12345678'
const URL = 'https://youproxy.io'
const form: ConnectForm = { name: 'Main', key: KEY, apiUrl: URL, addressConfirmed: false, sessionOnly: false }

const problem = (kind: ReadProblem['kind'], message: string): ReadProblem => ({
  kind,
  message,
  vendorError: null,
  retryAfter: null,
})

function setup() {
  const stored = new Map<string, StoredAccount>()
  const items = new Map<string, string>()
  const state = {
    diskFull: false,
    keychain: 'open' as 'open' | 'locked' | 'gone',
    unsettled: 0,
    answer: ok(money(40)) as Result<Money, ReadProblem>,
    asked: [] as VendorAccess[],
    balances: [] as string[],
    changes: 0,
    practiceStarts: 0,
    practiceEnds: 0,
  }
  let ids = 0
  const disk = (write: () => void): Result<void, { message: string }> => {
    if (state.diskFull) return err({ message: 'The disk is full.' })
    write()
    return ok(undefined)
  }
  const locked = (): never => {
    throw new Error('locked')
  }
  const keychain = createKeychain({
    load: async () => {
      if (state.keychain === 'gone') throw new Error('no bus')
      return {
        getPassword: async (_service, id) => (state.keychain === 'locked' ? null : (items.get(id) ?? null)),
        setPassword: async (_service, id, key) =>
          state.keychain === 'locked' ? locked() : void items.set(id, key),
        deletePassword: async (_service, id) => (state.keychain === 'locked' ? false : items.delete(id)),
      }
    },
    wait: () => new Promise(() => {}),
    onLateAnswer: () => {},
  })
  const accounts = createAccounts({
    keychain,
    store: {
      list: () => [...stored.values()],
      get: (id) => stored.get(id) ?? null,
      save: (account) => disk(() => stored.set(account.id, account)),
      remove: (id) => disk(() => stored.delete(id)),
    },
    practice: {
      access: async () => {
        state.practiceStarts += 1
        await settled()
        return { apiUrl: 'http://127.0.0.1:1', key: 'practice-key' }
      },
      end: async () => {
        state.practiceEnds += 1
      },
    },
    readBalance: async (access) => {
      state.asked.push(access)
      await settled()
      return state.answer
    },
    unsettledCount: () => state.unsettled,
    defaultApiUrl: URL,
    now: () => NOW,
    newId: () => uuid(++ids),
    changed: () => {
      state.changes += 1
    },
    balanceRead: (id) => state.balances.push(id),
  })
  return { accounts, stored, items, state }
}

async function connected() {
  const parts = setup()
  const answer = await parts.accounts.connect(form)
  if (!answer.ok) return expect.unreachable('connecting failed')
  return { ...parts, id: answer.value.accountId }
}

test('a key that the vendor knows goes to the keychain and nowhere else', async () => {
  const { id, stored, items, state, accounts } = await connected()
  expect(state.asked).toEqual([{ apiUrl: URL, key: KEY }])
  expect([...items]).toEqual([[id, KEY]])
  expect(state.balances).toEqual([id])
  expect(JSON.stringify([...stored.values()])).not.toContain(KEY)
  expect(JSON.stringify(accounts.list())).not.toContain(KEY)
  expect(accountSchema.strict().safeParse(accounts.get(id)).error).toBeUndefined()
  expect(accounts.get(id)).toMatchObject({ keyState: 'ok', keyTail: '5678', sessionOnly: false })
  expect(await accounts.access(id)).toEqual({ ok: true, value: { apiUrl: URL, key: KEY } })
})

test.each<[ReadProblem, string, RegExp]>([
  [problem('key-unknown', 'Error api key'), 'fields', /The vendor does not know this key/],
  [problem('offline', 'Not reached.'), 'offline', /Not reached\. Nothing was stored\./],
  [problem('bad-reply', 'Not understood.'), 'vendor', /Nothing was stored/],
  [problem('rate-limited', 'Wait.'), 'vendor', /Nothing was stored/],
])('a check that fails (%j) stores nothing', async (answer, kind, words) => {
  const { accounts, stored, items, state } = setup()
  state.answer = err(answer)
  const result = await accounts.connect(form)
  expect(result).toMatchObject({ ok: false, error: { kind, message: expect.stringMatching(words) } })
  if (kind === 'fields') expect(result).toMatchObject({ error: { fields: { key: expect.any(String) } } })
  expect([stored.size, items.size, accounts.list().length, state.balances.length]).toEqual([0, 0, 0, 0])
})

test('a bad form asks nobody', async () => {
  const { accounts, state } = setup()
  expect(await accounts.connect({ ...form, key: ' ' })).toMatchObject({ error: { kind: 'fields' } })
  expect(await accounts.connect({ ...form, apiUrl: 'https://other.example' })).toMatchObject({
    error: { kind: 'asks' },
  })
  expect(state.asked).toEqual([])
})

test('another host is asked once the person agreed', async () => {
  const { accounts, state } = setup()
  await accounts.connect({ ...form, apiUrl: 'https://other.example', addressConfirmed: true })
  expect(state.asked).toEqual([{ apiUrl: 'https://other.example', key: KEY }])
})

test.each([
  ['locked', /locked/],
  ['gone', /this session only/],
] as const)('a keychain that is %s stores nothing elsewhere and says the way out', async (mood, words) => {
  const { accounts, stored, items, state } = setup()
  state.keychain = mood
  const answer = await accounts.connect(form)
  expect(answer).toMatchObject({ ok: false, error: { kind: 'key', message: expect.stringMatching(words) } })
  expect([stored.size, items.size]).toEqual([0, 0])
})

test('for this session only: the key stays in memory', async () => {
  const { accounts, stored, items, state } = setup()
  state.keychain = 'gone'
  const answer = await accounts.connect({ ...form, sessionOnly: true })
  const id = answer.ok ? answer.value.accountId : ''
  expect(items.size).toBe(0)
  expect(stored.get(id)).toMatchObject({ keyStored: false })
  expect(JSON.stringify([...stored.values()])).not.toContain(KEY)
  expect(accounts.get(id)).toMatchObject({ keyState: 'ok', sessionOnly: true })
  expect(await accounts.readKey(id)).toEqual({ ok: true, value: KEY })
})

test('a disk that refuses the account takes the key out again', async () => {
  const { accounts, stored, items, state } = setup()
  state.diskFull = true
  expect(await accounts.connect(form)).toMatchObject({
    error: { kind: 'disk', message: 'The disk is full.' },
  })
  expect([stored.size, items.size, state.balances.length]).toEqual([0, 0, 0])
  expect(await accounts.connect({ ...form, sessionOnly: true })).toMatchObject({ error: { kind: 'disk' } })
  state.diskFull = false
  expect(await accounts.connect(form)).toMatchObject({ ok: true })
})

test('the same key twice is refused, naming the account that has it', async () => {
  const { accounts, stored, state } = await connected()
  const again = await accounts.connect({ ...form, name: 'Other' })
  expect(again).toMatchObject({
    ok: false,
    error: { kind: 'fields', fields: { key: expect.stringContaining('“Main”') } },
  })
  expect(stored.size).toBe(1)
  expect(state.asked).toHaveLength(1)
  expect(await accounts.connect({ ...form, name: 'Other', key: 'another-key-4711' })).toMatchObject({
    ok: true,
  })
})

test('the same key at another address is another account', async () => {
  const { accounts } = await connected()
  const other = { ...form, name: 'Other', apiUrl: 'https://other.example', addressConfirmed: true }
  expect(await accounts.connect(other)).toMatchObject({ ok: true })
})

test('two clicks on Connect at once make one account', async () => {
  const { accounts, stored, items } = setup()
  const answers = await Promise.all([accounts.connect(form), accounts.connect({ ...form, name: 'Other' })])
  expect(answers.map((answer) => answer.ok)).toEqual([true, false])
  expect([stored.size, items.size]).toEqual([1, 1])
})

test('practice: once, however often it is asked for, without a key in the keychain', async () => {
  const { accounts, stored, items, state } = setup()
  const answers = await Promise.all([accounts.practice(), accounts.practice()])
  expect(answers[0]).toEqual(answers[1])
  expect([stored.size, items.size]).toEqual([1, 0])
  const [account] = accounts.list()
  expect(account).toMatchObject({ kind: 'practice', keyState: 'ok', keyTail: null })
  expect(JSON.stringify([...stored.values()])).not.toContain('practice-key')
  expect(await accounts.access(account?.id ?? '')).toMatchObject({ value: { key: 'practice-key' } })
  expect(await accounts.remove(account?.id ?? '', false)).toMatchObject({ ok: true })
  expect(state.practiceEnds).toBe(1)
})

test('removing an account removes its key', async () => {
  const { accounts, stored, items, id } = await connected()
  expect(await accounts.remove(id, false)).toEqual({ ok: true, value: null })
  expect([stored.size, items.size]).toEqual([0, 0])
  expect(await accounts.readKey(id)).toMatchObject({ error: { state: 'absent' } })
  expect(await accounts.remove(id, false)).toMatchObject({ error: { kind: 'not-found' } })
})

test('one with an unknown renewal asks first, and keeps its key until the answer', async () => {
  const { accounts, stored, items, state, id } = await connected()
  state.unsettled = 2
  expect(await accounts.remove(id, false)).toMatchObject({
    error: { kind: 'asks', message: expect.stringContaining('2 renewals whose outcome is unknown') },
  })
  expect([stored.size, items.size]).toEqual([1, 1])
  expect(await accounts.remove(id, true)).toMatchObject({ ok: true })
  expect([stored.size, items.size]).toEqual([0, 0])
})

test('a key that cannot be taken out asks, naming where it stays', async () => {
  const { accounts, stored, state, id } = await connected()
  state.keychain = 'locked'
  const asked = await accounts.remove(id, false)
  expect(asked).toMatchObject({ error: { kind: 'asks', message: expect.stringContaining(id) } })
  expect(stored.size).toBe(1)
  expect(await accounts.remove(id, true)).toMatchObject({ ok: true })
  expect(stored.size).toBe(0)
})

test('a yes to the unknown renewal is no yes to leaving the key behind', async () => {
  const { accounts, stored, state, id } = await connected()
  state.unsettled = 1
  state.keychain = 'locked'
  expect(await accounts.remove(id, false)).toMatchObject({
    error: { message: expect.stringContaining('unknown') },
  })
  expect(await accounts.remove(id, true)).toMatchObject({
    error: { kind: 'asks', message: expect.stringContaining('keychain') },
  })
  expect(stored.size).toBe(1)
  expect(await accounts.remove(id, true)).toMatchObject({ ok: true })
})

test('a disk that refuses the removal leaves the account to be removed again', async () => {
  const { accounts, stored, state, id } = await connected()
  state.diskFull = true
  expect(await accounts.remove(id, false)).toMatchObject({ error: { kind: 'disk' } })
  expect(stored.size).toBe(1)
  state.diskFull = false
  expect(await accounts.remove(id, false)).toMatchObject({ ok: true })
})

test('a key can be replaced; a wrong one changes nothing', async () => {
  const { accounts, items, state, id } = await connected()
  state.answer = err(problem('key-unknown', 'Error api key'))
  expect(await accounts.replaceKey(id, 'wrong-key-000000', false)).toMatchObject({
    error: { kind: 'fields', fields: { key: expect.stringContaining('does not know this key') } },
  })
  expect([...items]).toEqual([[id, KEY]])
  state.answer = ok(money(1))
  expect(await accounts.replaceKey(id, '  new-key-00009999\n', false)).toEqual({ ok: true, value: null })
  expect([...items]).toEqual([[id, 'new-key-00009999']])
  expect(accounts.get(id)).toMatchObject({ keyTail: '9999' })
  expect(await accounts.replaceKey(id, ' ', false)).toMatchObject({ error: { kind: 'fields' } })
  expect(await accounts.replaceKey(uuid(999), 'x', false)).toMatchObject({ error: { kind: 'not-found' } })
})

test('a disk that refuses the replaced key leaves none in the keychain that nobody would remove', async () => {
  const { accounts, items, state } = setup()
  const answer = await accounts.connect({ ...form, sessionOnly: true })
  const id = answer.ok ? answer.value.accountId : ''
  state.diskFull = true
  expect(await accounts.replaceKey(id, 'new-key-00009999', false)).toMatchObject({ error: { kind: 'disk' } })
  expect(items.size).toBe(0)
  expect(await accounts.readKey(id)).toEqual({ ok: true, value: KEY })
})

test('what became of a key shows, and comes back when it can be read', async () => {
  const { accounts, items, state, id } = await connected()
  state.keychain = 'locked'
  expect(await accounts.readKey(id)).toMatchObject({ error: { state: 'locked' } })
  expect(accounts.get(id)).toMatchObject({ keyState: 'locked' })
  state.keychain = 'gone'
  await accounts.readKey(id)
  expect(accounts.get(id)).toMatchObject({ keyState: 'unavailable' })
  state.keychain = 'open'
  const changes = state.changes
  await accounts.readKey(id)
  expect(accounts.get(id)).toMatchObject({ keyState: 'ok' })
  expect(state.changes).toBe(changes + 1)
  await accounts.readKey(id)
  expect(state.changes).toBe(changes + 1)
  items.clear()
  await accounts.readKey(id)
  expect(accounts.get(id)).toMatchObject({ keyState: 'absent' })
})

test('a key that the vendor refuses says so, apart from where it lies, until the vendor takes one', async () => {
  const { accounts, id } = await connected()
  accounts.keyRefused(id)
  await accounts.readKey(id)
  expect(accounts.get(id)).toMatchObject({ keyState: 'ok', keyRefused: true })
  accounts.keyTaken(id)
  expect(accounts.get(id)).toMatchObject({ keyState: 'ok', keyRefused: false })
  accounts.keyRefused(id)
  await accounts.replaceKey(id, 'another-key-4711', false)
  expect(accounts.get(id)).toMatchObject({ keyRefused: false })
})

test('a key replaced for this session only leaves no old one behind for the next start', async () => {
  const { accounts, items, stored, id } = await connected()
  expect(await accounts.replaceKey(id, 'another-key-4711', true)).toEqual({ ok: true, value: null })
  expect([...items.values()]).toEqual([])
  expect(stored.get(id)).toMatchObject({ keyStored: false, keyTail: '4711' })
  expect(await accounts.readKey(id)).toEqual({ ok: true, value: 'another-key-4711' })
})

test('name and sums can be changed; bad ones change nothing', async () => {
  const { accounts, stored, id } = await connected()
  await accounts.connect({ ...form, name: 'Other', key: 'another-key-4711' })
  expect(accounts.update(id, { name: 'other' })).toMatchObject({
    error: { fields: { name: expect.any(String) } },
  })
  expect(accounts.update(id, { name: 'Main', warnBelow: 'x' })).toMatchObject({ error: { kind: 'fields' } })
  expect(stored.get(id)).toMatchObject({ name: 'Main', warnBelow: null })
  expect(accounts.update(id, { warnBelow: '25', dayLimit: '100' })).toEqual({ ok: true, value: null })
  expect(accounts.get(id)).toMatchObject({
    warnBelow: money(25).amount,
    dayLimit: money(100).amount,
    renewalLimit: null,
  })
  expect(accounts.update(uuid(999), {})).toMatchObject({ error: { kind: 'not-found' } })
})
