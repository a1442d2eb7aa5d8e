import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Store } from '../../../src/main/store/store.ts'
import { aSwitch, uuid } from '../../support/domain.ts'
import {
  accountA,
  accountB,
  aGroup,
  anAccount,
  anIntent,
  aResult,
  crashImage,
  group2,
  must,
  opened,
  settled,
  temporaryFolder,
  usd,
} from './helpers.ts'

/** Journal rows of a life. */
export const rowCount = 60

/** Everything that has to survive, as texts that can be compared. */
export interface Everything {
  /** The journal's rows, by their number. */
  readonly rows: readonly string[]
  /** What stands for all of it elsewhere: lists, accounts, groups, settings. */
  readonly rest: string
}

/** Reads everything that has to survive. */
export function everything(store: Store): Everything {
  const { journal } = store
  const query = { accountId: accountA, groupId: null, outcome: null, search: '', offset: 0, limit: 200 }
  const { rows, total } = journal.page(query)
  const lists = [total, rows, journal.unsettled(null), journal.sending(), [...journal.lastByGroup()]]
  return {
    rows: Array.from({ length: rowCount }, (_, n) => JSON.stringify(journal.get(anIntent(n).id))),
    rest: JSON.stringify([
      lists,
      store.accounts.list(),
      store.groups.list(),
      store.settings.get(),
      [...store.autoSwitches.lastByGroup()],
      store.autoSwitches.sending(),
    ]),
  }
}

function writeRows(store: Store, from: number, to: number): void {
  for (let n = from; n < to; n += 1) {
    must(store.journal.begin(anIntent(n, { groupId: n % 2 ? group2 : aGroup().id })))
    if (n % 5 === 0) continue
    must(store.journal.finish(anIntent(n).id, aResult(n % 7 === 0 ? { outcome: 'unknown' } : {})))
    if (n % 7 === 0) {
      must(store.journal.settle(anIntent(n).id, settled('renewed', n)))
    }
    must(store.journal.addEndsAfter(anIntent(n).id, [{ orderId: '1234567890123456789', endsAt: n }]))
    store.balances.add(accountA, usd(900_000 - n), n)
    if (n % 5 === 1) writeSwitch(store, n)
  }
}

function writeSwitch(store: Store, n: number): void {
  const id = uuid(n)
  must(store.autoSwitches.begin(aSwitch({ id, groupId: n % 2 ? group2 : aGroup().id, askedAt: n })))
  const end = {
    kind: 'switched',
    at: n,
    detail: 'On.',
    vendorError: null,
    httpStatus: 200,
    reply: '{}',
  } as const
  if (n % 3 > 0) must(store.autoSwitches.finish(id, end))
}

/** A store that lived through two starts, with a good copy from between; open, with half of its rows in the log. */
async function lived(): Promise<{ folder: string; store: Store }> {
  const folder = temporaryFolder()
  const first = opened(folder)
  must(first.accounts.save(anAccount()))
  must(first.accounts.save(anAccount({ id: accountB, name: 'Second' })))
  must(first.groups.save(aGroup()))
  writeRows(first, 0, rowCount / 4)
  must(await first.keepGoodCopy())
  writeRows(first, rowCount / 4, rowCount / 2)
  first.close()
  const store = opened(folder)
  must(store.groups.save(aGroup({ id: group2, name: 'Paris' })))
  must(store.settings.update({ balanceMinutes: 7 }))
  writeRows(store, rowCount / 2, rowCount)
  return { folder, store }
}

/** A data folder as it can be found at a start, and everything that is in it. */
export interface Life {
  readonly folder: string
  readonly expected: Everything
  /** The database carries a seal, so that damage of any byte has to be noticed. */
  readonly sealed: boolean
  /** The number of a row whose result the black box alone has: damage of the black box may cost that, never the row. */
  readonly late: number | null
}

/** Killed with half of the rows in the log. */
export async function killed(): Promise<Life> {
  const { folder, store } = await lived()
  return { folder: crashImage(folder), expected: everything(store), sealed: true, late: null }
}

/** Quit as its menu does. */
export async function quit(): Promise<Life> {
  const { folder, store } = await lived()
  const expected = everything(store)
  store.close()
  return { folder, expected, sealed: true, late: null }
}

/** Killed while the log was being moved into the database: the seal is off, the pages are in both. */
export async function killedMoving(): Promise<Life> {
  const { folder, store } = await lived()
  const image = crashImage(folder)
  const into = temporaryFolder()
  rmSync(join(image, 'leasebar.seal'))
  const raw = new DatabaseSync(join(image, 'leasebar.db'))
  raw.exec('PRAGMA wal_checkpoint(PASSIVE)')
  cpSync(image, into, { recursive: true })
  raw.close()
  return { folder: into, expected: everything(store), sealed: false, late: null }
}

/** Killed between the moving and the new seal. */
export async function killedBeforeSealing(): Promise<Life> {
  const { folder, store } = await lived()
  const expected = everything(store)
  store.close()
  rmSync(join(folder, 'leasebar.seal'))
  return { folder, expected, sealed: false, late: null }
}

/** Killed on the first day: no copy yet, and nothing but a few lines. */
export async function young(): Promise<Life> {
  const folder = temporaryFolder()
  const store = opened(folder)
  must(store.accounts.save(anAccount()))
  must(store.groups.save(aGroup()))
  writeRows(store, 0, 3)
  return { folder: crashImage(folder), expected: everything(store), sealed: true, late: null }
}

/** Killed when the black box had taken a result and another program still kept it from the database. */
export async function killedBetweenTheTwo(): Promise<Life> {
  const { folder, store } = await lived()
  const late = rowCount - 5
  const viewer = new DatabaseSync(join(folder, 'leasebar.db'))
  viewer.exec('BEGIN IMMEDIATE')
  if (store.journal.finish(anIntent(late).id, aResult()).ok) throw new Error('the database took it')
  viewer.close()
  const image = crashImage(folder)
  must(store.journal.finish(anIntent(late).id, aResult()))
  return { folder: image, expected: everything(store), sealed: true, late }
}
