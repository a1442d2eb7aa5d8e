import { expect, test } from 'vitest'
import { diagnosticsText } from '../../../src/main/logs/diagnostics.ts'
import { snapshot } from '../renderer/samples.ts'
import { account, balance, groupView, ids, usd } from '../watch/records.ts'

test('diagnostics tell how everything stands, and leave out names, orders and sums', () => {
  const text = diagnosticsText({
    snapshot: snapshot({
      accounts: [{ ...account(ids.main, 'Secret name'), keyState: 'locked' }],
      groups: [groupView({ name: 'Secret group', orderIds: ['7301848215'] })],
      balances: [balance(ids.main, usd(12.5))],
    }),
    versions: ['electron 45.4.1'],
    system: 'linux x64',
    lines: ['2027-01-12T09:30:00.000Z info started'],
    now: Date.UTC(2027, 0, 12, 9, 31),
  })
  expect(text).toContain('electron 45.4.1')
  expect(text).toContain('groups: 1; orders in them: 1')
  expect(text).toContain('account 1: vendor; key locked')
  expect(text).toContain('2027-01-12T09:30:00.000Z info started')
  for (const secret of ['Secret', '7301848215', '12.5', ids.main]) expect(text).not.toContain(secret)
})
