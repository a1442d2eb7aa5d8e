import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Store } from '../../../src/main/store/store.ts'
import type { AutoSwitch } from '../../../src/shared/domain/autoExtend.ts'
import { aSwitch, NOW, uuid } from '../../support/domain.ts'
import { must, opened, temporaryFolder } from './helpers.ts'

const day = 86_400_000
const end: AutoSwitch['end'] = {
  kind: 'switched',
  at: NOW,
  detail: 'Done.',
  vendorError: null,
  httpStatus: 200,
  reply: '{}',
}
// Ids that sort the other way round: they are by chance.
const first = aSwitch({ id: uuid(79), askedAt: NOW + 3 * day })
const second = aSwitch({ id: uuid(71), askedAt: NOW, request: { ...first.request, autoExtend: false } })

const lastOf = (store: Store) => store.autoSwitches.lastByGroup().get(first.groupId)?.id

test('the last switch is the one that was begun last, whatever the clock said and whenever its end was written', () => {
  const folder = temporaryFolder()
  const store = opened(folder)
  must(store.autoSwitches.begin(first))
  must(store.autoSwitches.begin(second))
  expect(lastOf(store)).toBe(second.id)
  must(store.autoSwitches.finish(second.id, end))
  // The disk took the end of the first only now.
  must(store.autoSwitches.finish(first.id, end))
  expect(lastOf(store)).toBe(second.id)
  store.close()
  expect(lastOf(opened(folder))).toBe(second.id)
})

test('it stays that after a new black box, and after a database that was rebuilt from it', () => {
  const folder = temporaryFolder()
  const store = opened(folder)
  must(store.autoSwitches.begin(first))
  must(store.autoSwitches.begin(second))
  must(store.autoSwitches.finish(second.id, end))
  store.close()
  rmSync(join(folder, 'journal.jsonl'))
  opened(folder).close()
  for (const name of ['leasebar.db', 'leasebar.db-wal']) rmSync(join(folder, name), { force: true })
  expect(lastOf(opened(folder))).toBe(second.id)
})
