import { expect, test } from 'vitest'
import { createKeychain, type KeychainBackend, keychainService } from '../../../src/main/accounts/keychain.ts'
import { type Words, words } from '../../../src/shared/words/words.ts'
import { fakeClock, settled } from '../../support/clocks.ts'
import { NOW } from '../../support/domain.ts'

/** How a backend behaves, by what was measured of keytar on Linux (runtime-and-desktop.md). */
type Mood =
  | 'open'
  | 'no bus'
  | 'locked, no display'
  | 'locked, asks'
  | 'asks to write'
  | 'keeps nothing'
  | 'garbles'

function setup(mood: Mood) {
  const items = new Map<string, string>()
  const prompts: (() => void)[] = []
  const calls: string[] = []
  const state = { mood }
  async function act<T>(call: string, work: () => T, whenLocked: () => T): Promise<T> {
    calls.push(call)
    if (state.mood === 'no bus') throw new Error('Cannot autolaunch D-Bus without X11 $DISPLAY')
    if (state.mood === 'locked, no display') return whenLocked()
    const asks = state.mood === 'locked, asks' || (state.mood === 'asks to write' && !call.startsWith('get'))
    if (asks) await new Promise<void>((resolve) => prompts.push(resolve))
    return work()
  }
  const refuse = (): never => {
    throw new Error('Cannot create an item in a locked collection')
  }
  const backend: KeychainBackend = {
    getPassword: (service, account) =>
      act(
        `get ${account}`,
        () => items.get(`${service} ${account}`) ?? null,
        () => null,
      ),
    setPassword: (service, account, password) =>
      act(
        `set ${account}`,
        () => {
          if (state.mood === 'keeps nothing') return
          items.set(`${service} ${account}`, state.mood === 'garbles' ? `${password}?` : password)
        },
        refuse,
      ),
    deletePassword: (service, account) =>
      act(
        `delete ${account}`,
        () => items.delete(`${service} ${account}`),
        () => false,
      ),
  }
  const clock = fakeClock(NOW)
  const late: string[] = []
  const keychain = createKeychain({
    load: async () => backend,
    wait: clock.wait,
    onLateAnswer: (accountId) => late.push(accountId),
  })
  /** Runs a call while the person answers no prompt. */
  async function patient<T>(call: Promise<T>): Promise<T> {
    await clock.pass(20_000)
    return call
  }
  return { items, prompts, calls, state, clock, late, keychain, patient, mine: `${keychainService} a` }
}

test('ok: a key comes back as it was stored, under the name Leasebar', async () => {
  const { keychain, items } = setup('open')
  expect(await keychain.write('a', 'KEY')).toEqual({ ok: true, value: undefined })
  expect([...items]).toEqual([['Leasebar a', 'KEY']])
  expect(await keychain.read('a', true)).toEqual({ ok: true, value: 'KEY' })
})

test.each<[Mood, boolean, keyof Words['accounts']['keychain']]>([
  ['open', false, 'absent'],
  ['open', true, 'absent'],
  ['no bus', false, 'unavailable'],
  ['no bus', true, 'unavailable'],
  ['locked, no display', false, 'absent'],
  // Null is not absence: the marker says that a key is there, and the keychain takes no write.
  ['locked, no display', true, 'locked'],
  ['locked, asks', true, 'waiting'],
])('a key that cannot be had from a keychain that is %s (stored: %s) is %s', async (mood, stored, state) => {
  const { keychain, items, patient } = setup(mood)
  expect(await patient(keychain.read('a', stored))).toEqual({
    ok: false,
    error: { state, message: words().accounts.keychain[state] },
  })
  expect([...items]).toEqual([])
})

test('the probe for writing leaves nothing behind and touches no key', async () => {
  const { keychain, items, calls } = setup('open')
  items.set('Leasebar b', 'OTHER')
  await keychain.read('a', true)
  expect(calls).toEqual(['get a', 'set probe', 'delete probe'])
  expect([...items]).toEqual([['Leasebar b', 'OTHER']])
})

test.each<[Mood, keyof Words['accounts']['keychain']]>([
  ['no bus', 'unavailable'],
  ['locked, no display', 'locked'],
  ['locked, asks', 'waiting'],
  ['keeps nothing', 'locked'],
  ['garbles', 'locked'],
])('a write to a keychain that is %s fails as %s and leaves nothing', async (mood, state) => {
  const { keychain, items, patient } = setup(mood)
  expect(await patient(keychain.write('a', 'KEY'))).toMatchObject({ ok: false, error: { state } })
  expect([...items]).toEqual([])
})

test('a keychain that cannot even be loaded is unavailable', async () => {
  const keychain = createKeychain({
    load: () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file')),
    wait: fakeClock(NOW).wait,
    onLateAnswer: () => {},
  })
  for (const answer of [keychain.read('a', true), keychain.write('a', 'KEY'), keychain.remove('a')]) {
    expect(await answer).toMatchObject({ ok: false, error: { state: 'unavailable' } })
  }
})

test('a backend that throws instead of rejecting does not wedge the account', async () => {
  const throwing = { on: true }
  const get = (): Promise<string | null> => {
    if (throwing.on) throw new Error('bad argument')
    return Promise.resolve('KEY')
  }
  const keychain = createKeychain({
    load: async () => ({ getPassword: get, setPassword: async () => {}, deletePassword: async () => true }),
    wait: fakeClock(NOW).wait,
    onLateAnswer: () => {},
  })
  expect(await keychain.read('a', true)).toMatchObject({ ok: false, error: { state: 'unavailable' } })
  throwing.on = false
  expect(await keychain.read('a', true)).toEqual({ ok: true, value: 'KEY' })
})

test('reads at once do not take each other for a prompt that hangs', async () => {
  const { keychain, items, mine } = setup('open')
  items.set(mine, 'KEY')
  const reads = [1, 2, 3].map(() => keychain.read('a', true))
  for (const read of await Promise.all(reads)) expect(read).toEqual({ ok: true, value: 'KEY' })
})

test('reads at once open one prompt', async () => {
  const { keychain, items, calls, patient, mine } = setup('locked, asks')
  items.set(mine, 'KEY')
  const reads = Promise.all([keychain.read('a', true), keychain.read('a', true)])
  for (const read of await patient(reads)) expect(read).toMatchObject({ error: { state: 'waiting' } })
  expect(calls).toEqual(['get a'])
})

test('a prompt is opened once; its late answer is told and the next read has the key', async () => {
  const { keychain, items, prompts, calls, late, patient, mine, state } = setup('locked, asks')
  items.set(mine, 'KEY')
  expect(await patient(keychain.read('a', true))).toMatchObject({ error: { state: 'waiting' } })
  expect(await keychain.read('a', true)).toMatchObject({ error: { state: 'waiting' } })
  expect(await keychain.write('a', 'NEW')).toMatchObject({ error: { state: 'waiting' } })
  expect(calls).toEqual(['get a'])
  expect(late).toEqual([])
  state.mood = 'open'
  prompts[0]?.()
  await settled()
  expect(late).toEqual(['a'])
  expect(await keychain.read('a', true)).toEqual({ ok: true, value: 'KEY' })
})

test.each([
  ['which had none', null],
  ['which had another', 'OLD'],
])(
  'a write that the person lets through after the deadline is taken back from an account %s',
  async (_name, old) => {
    // Reading asks nothing where there is nothing to unlock; the write is what asks.
    const { keychain, items, prompts, calls, late, clock, mine, state } = setup('asks to write')
    if (old !== null) items.set(mine, old)
    const writing = keychain.write('a', 'NEW')
    await clock.pass(6000)
    expect(await writing).toMatchObject({ ok: false, error: { state: 'waiting' } })
    expect(calls).toEqual(['get a', 'set a'])
    state.mood = 'open'
    prompts[0]?.()
    await settled()
    expect([...items]).toEqual(old === null ? [] : [[mine, old]])
    expect(late).toEqual(['a'])
  },
)

test('two reads at once both get the key: neither takes the other for a prompt', async () => {
  const { keychain, items, mine } = setup('open')
  items.set(mine, 'KEY')
  const both = await Promise.all([keychain.read('a', true), keychain.read('a', true)])
  expect(both).toEqual([
    { ok: true, value: 'KEY' },
    { ok: true, value: 'KEY' },
  ])
})

test('an answer in time is no late one; another account’s call waits for it instead of opening a second prompt', async () => {
  const { keychain, items, prompts, late, clock, state, mine } = setup('locked, asks')
  items.set(mine, 'KEY')
  const reading = keychain.read('a', true)
  await clock.pass(4999)
  const writing = keychain.write('b', 'OTHER')
  state.mood = 'open'
  expect(prompts).toHaveLength(1)
  prompts[0]?.()
  expect(await reading).toEqual({ ok: true, value: 'KEY' })
  expect(await writing).toMatchObject({ ok: true })
  await clock.pass(20_000)
  expect(late).toEqual([])
})

test.each<[Mood, string | null, { readonly ok: boolean }]>([
  ['open', 'KEY', { ok: true }],
  ['open', null, { ok: true }],
  ['no bus', 'KEY', { ok: false }],
  // `false` from a locked keychain does not mean that there was nothing.
  ['locked, no display', 'KEY', { ok: false }],
  ['locked, asks', 'KEY', { ok: false }],
])('removing from a keychain that is %s with %s in it', async (mood, key, expected) => {
  const { keychain, items, patient, mine } = setup(mood)
  if (key !== null) items.set(mine, key)
  expect(await patient(keychain.remove('a'))).toMatchObject(expected)
  expect(items.has(mine)).toBe(key !== null && !expected.ok)
})

test('no words of a state hold a key or a stack', () => {
  for (const text of Object.values(words().accounts.keychain)) expect(text).toMatch(/^[A-Z][^\n]*\.$/)
})
