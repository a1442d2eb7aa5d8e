import { describe, expect, it, test } from 'vitest'
import { commandReplySchema } from '../../../src/main/commands/command.ts'
import { type CommandParts, obey } from '../../../src/main/commands/obey.ts'
import type { RenewalAnswer } from '../../../src/shared/contract/types.ts'
import type { Renewal } from '../../../src/shared/domain/renewal.ts'
import { aGroup, anIntent, aQuote, aRenewal, aResult, money, NOW, uuid } from '../../support/domain.ts'

const [main, euro] = [uuid(100), uuid(101)]
const shop = aGroup({ id: uuid(1), accountId: main, name: 'Shop' })
const twin = aGroup({ id: uuid(2), accountId: euro, name: 'Twin' })
const other = aGroup({ id: uuid(3), accountId: main, name: 'Twin' })

function lab(answer: Awaited<ReturnType<CommandParts['renew']>>, change: Partial<CommandParts> = {}) {
  const renewed: string[] = []
  const asked: string[] = []
  const parts: CommandParts = {
    accounts: () => [
      { id: main, name: 'Main' },
      { id: euro, name: 'Euro' },
    ],
    groups: () => [shop, twin, other],
    selectedAccountId: () => null,
    renew: async (groupId) => {
      renewed.push(groupId)
      return answer
    },
    ask: (_accountId, { question }) => asked.push(question.groupId),
    readBalance: async () => ({ ok: true, value: null }),
    balance: () => money(12.5),
    show: () => undefined,
    ...change,
  }
  return { parts, renewed, asked }
}

function ended(renewal: Renewal): { ok: true; value: RenewalAnswer } {
  return { ok: true, value: { kind: 'ended', renewal } }
}

const renewal = (outcome: 'renewed' | 'refused' | 'not sent' | 'unknown', balance = money(9.7)): Renewal =>
  aRenewal({
    intent: anIntent({ groupId: shop.id, groupName: 'Shop', quote: aQuote({ price: money(2.8) }) }),
    result: { ...aResult(outcome), balanceAfter: outcome === 'unknown' ? null : balance, detail: 'Said so.' },
  })

const renew = (group: string, account: string | null = null) => ({ kind: 'renew', group, account }) as const

test.each([
  ['renewed', 0],
  ['refused', 1],
  ['not sent', 1],
  ['unknown', 2],
] as const)('%s ends with %d, and its line tells price and balance', async (outcome, exit) => {
  const { parts } = lab(ended(renewal(outcome)))
  const reply = await obey(parts, renew('Shop'))
  expect(commandReplySchema.parse(reply)).toEqual(reply)
  expect(reply).toMatchObject({
    exit,
    line: { group: 'Shop', outcome, price: '2.80', currency: 'USD', message: 'Said so.' },
  })
})

test('a balance in another currency than the price is not printed beside it', async () => {
  const { parts } = lab(ended(renewal('renewed', money(9.7, 'EUR'))))
  expect((await obey(parts, renew('Shop'))).line).toMatchObject({ currency: 'USD', balance: null })
})

test('the guard’s question goes to the window, and the script is told with 3', async () => {
  const question = {
    confirmationId: uuid(7),
    groupId: shop.id,
    groupName: 'Shop',
    orderCount: 1,
    rentPeriodDays: 30,
    price: money(2.8),
    balance: money(12.5),
    findings: [{ kind: 'no-quote' as const, reason: 'Why.' }],
    expiresAt: NOW,
  }
  const { parts, asked } = lab({ ok: true, value: { kind: 'asks', question } })
  expect(await obey(parts, renew('Shop'))).toMatchObject({
    exit: 3,
    line: { group: 'Shop', outcome: null, price: '2.80', balance: '12.50' },
  })
  expect(asked).toEqual([shop.id])
})

describe('which group', () => {
  it.each([
    [renew('Shop'), [shop.id]],
    [renew(shop.id), [shop.id]],
    [renew('Twin', 'Euro'), [twin.id]],
    [renew('Twin', main), [other.id]],
  ])('%j', async (command, ids) => {
    const { parts, renewed } = lab(ended(renewal('renewed')))
    await obey(parts, command)
    expect(renewed).toEqual(ids)
  })

  it.each([
    [renew('Twin'), 'Several groups have that name'],
    [renew('shop'), 'There is no group of that name'],
    [renew('Shop', 'Euro'), 'There is no group of that name'],
    [renew('Shop', 'Nobody'), 'There is no such account'],
  ])('%j names none, and nothing is renewed', async (command, words) => {
    const { parts, renewed } = lab(ended(renewal('renewed')))
    expect(await obey(parts, command)).toMatchObject({
      exit: 4,
      line: { message: expect.stringContaining(words) },
    })
    expect(renewed).toEqual([])
  })
})

describe('a balance', () => {
  const check = (account: string | null, show = false) => ({ kind: 'check-balance', account, show }) as const

  it('is that of the account that is named, of the chosen one, or of the only one', async () => {
    const answer = ended(renewal('renewed'))
    const line = { price: null, currency: 'USD', balance: '12.50' }
    expect(await obey(lab(answer).parts, check('Euro'))).toMatchObject({
      exit: 0,
      line: { ...line, message: 'Euro: $12.50.' },
    })
    const chosen = lab(answer, { selectedAccountId: () => euro }).parts
    expect((await obey(chosen, check(null))).line.message).toBe('Euro: $12.50.')
    expect(await obey(lab(answer).parts, check(null))).toMatchObject({ exit: 4 })
    const only = lab(answer, { accounts: () => [{ id: main, name: 'Main' }] }).parts
    expect((await obey(only, check(null))).line.message).toBe('Main: $12.50.')
  })

  it('that cannot be read ends with 1 and no old figure; --show shows the window', async () => {
    const shown: string[] = []
    const { parts } = lab(ended(renewal('renewed')), {
      readBalance: async () => ({ ok: false, error: 'No answer.' }),
      show: (id) => shown.push(id),
    })
    expect(await obey(parts, check('Main', true))).toMatchObject({
      exit: 1,
      line: { balance: null, message: 'No answer.' },
    })
    expect(shown).toEqual([main])
  })
})
