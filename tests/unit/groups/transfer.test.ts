import { expect, test } from 'vitest'
import { type ChosenFile, createTransfer } from '../../../src/main/groups/transfer.ts'
import type { Group } from '../../../src/shared/domain/group.ts'
import { err, ok, type Result } from '../../../src/shared/domain/result.ts'
import { NOW, uuid } from '../../support/domain.ts'

const account = uuid(100)
const shop: Group = {
  id: uuid(1),
  accountId: account,
  name: 'Shop',
  proxyType: 'ISP',
  orderIds: ['11', '12'],
  rentPeriodDays: 30,
  promoCode: null,
  showInTray: false,
  priceLimit: null,
  dueDays: null,
  createdAt: NOW,
  updatedAt: NOW,
}

function setup(own: readonly Group[] = [shop]) {
  const groups = [...own]
  const saved: { suggested: string; text: string }[] = []
  let ids = 500
  const state = {
    chosen: ok(null) as Result<ChosenFile | null, { message: string }>,
    disk: ok('/home/me/groups.json') as Result<string | null, { message: string }>,
  }
  const transfer = createTransfer({
    groups: {
      list: () => groups,
      addAll: (accountId, added) => {
        const made = added.map((one) => ({
          ...one,
          id: uuid(++ids),
          accountId,
          createdAt: NOW,
          updatedAt: NOW,
        }))
        groups.push(...made)
        return ok(made)
      },
    },
    accountName: (id) => (id === account ? 'Main / “EU”' : null),
    newId: () => uuid(++ids),
    save: async (suggested, _kind, text) => {
      saved.push({ suggested, text })
      return state.disk
    },
    choose: async () => state.chosen,
  })
  const file = (text: string) => {
    state.chosen = ok({ name: 'groups.csv', bytes: new TextEncoder().encode(text) })
  }
  return { transfer, groups, saved, state, file }
}

const head = 'name,proxyType,orderIds,rentPeriodDays\n'

test('an export holds the account’s own groups, under a name that every system takes', async () => {
  const { transfer, saved } = setup([shop, { ...shop, id: uuid(2), accountId: uuid(200), name: 'Other' }])
  expect(await transfer.exportGroups(account, 'json')).toEqual(ok({ path: '/home/me/groups.json', count: 1 }))
  expect(saved[0]?.suggested).toBe('Leasebar groups Main EU.json')
  expect(saved[0]?.text).toContain('"Shop"')
  expect(saved[0]?.text).not.toContain('Other')
})

test('an export that is called off, or refused by the disk, says so', async () => {
  const { transfer, state } = setup()
  state.disk = ok(null)
  expect(await transfer.exportGroups(account, 'csv')).toEqual(ok(null))
  state.disk = err({ message: 'The disk is full.' })
  expect(await transfer.exportGroups(account, 'csv')).toEqual(
    err({ kind: 'disk', message: 'The disk is full.' }),
  )
  expect(await transfer.exportGroups(uuid(9), 'csv')).toMatchObject({ error: { kind: 'not-found' } })
})

test('looking at a file changes nothing; importing adds what is new, once', async () => {
  const { transfer, groups, file } = setup()
  file(`${head}Shop,ISP,11 12,30\nShop,ISP,13,30\nNew,IPv4,14,60\n`)
  const choice = await transfer.chooseImport(account)
  if (!choice.ok || choice.value?.kind !== 'plan') throw new Error('no plan')
  expect(choice.value.groups.map(({ fate, name }) => [fate, name])).toEqual([
    ['same', 'Shop'],
    ['renamed', 'Shop copy'],
    ['new', 'New'],
  ])
  expect(groups).toHaveLength(1)
  const { importId } = choice.value
  const added = transfer.importGroups(importId)
  expect(added.ok && added.value.groupIds).toHaveLength(2)
  expect(groups.map(({ name, orderIds }) => [name, orderIds])).toEqual([
    ['Shop', ['11', '12']],
    ['Shop copy', ['13']],
    ['New', ['14']],
  ])
  expect(transfer.importGroups(importId)).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  expect(groups).toHaveLength(3)
})

test('groups that changed since they were looked at are not imported', async () => {
  const { transfer, groups, file } = setup()
  file(`${head}New,IPv4,14,60\n`)
  const choice = await transfer.chooseImport(account)
  if (!choice.ok || choice.value?.kind !== 'plan') throw new Error('no plan')
  groups.push({ ...shop, id: uuid(3), name: 'new' })
  expect(transfer.importGroups(choice.value.importId)).toMatchObject({ ok: false, error: { kind: 'asks' } })
  expect(groups).toHaveLength(2)
})

test('a file that is not taken says why, line by line; a long list of reasons is cut', async () => {
  const { transfer, file, state } = setup()
  file(`${head}${'Shop,IPv5,11,30\n'.repeat(80)}`)
  const choice = await transfer.chooseImport(account)
  if (!choice.ok || choice.value?.kind !== 'refused') throw new Error('it was taken')
  expect(choice.value.problems[0]).toEqual({
    line: 2,
    reason: '“IPv5” is no proxy type: use IPv4, IPv6, MOBILE, ISP.',
  })
  expect([choice.value.problems.length, choice.value.more]).toEqual([50, 30])
  state.chosen = err({ message: 'It could not be read.' })
  expect(await transfer.chooseImport(account)).toEqual(
    err({ kind: 'disk', message: 'It could not be read.' }),
  )
})

test('more groups than Leasebar keeps are refused before anything changes', async () => {
  const many = Array.from({ length: 4999 }, (_, at) => ({ ...shop, id: uuid(at), name: `Group ${at}` }))
  const { transfer, file } = setup(many)
  file(`${head}A,ISP,1,30\nB,ISP,2,30\n`)
  const choice = await transfer.chooseImport(account)
  expect(choice).toMatchObject({
    value: { problems: [{ line: null, reason: 'Leasebar keeps at most 5000 groups; one more fits in.' }] },
  })
})
