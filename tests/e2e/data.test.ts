import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { pressInDialog } from '../support/desktop/dialogs.ts'
import { startBare } from '../support/desktop/launch.ts'
import { connect, openHistory, outcome, renewButton, row, saveGroups } from './support/acts.ts'
import { expect, quitApp, type Start, test, testKey } from './support/leasebar.ts'

/** Connects, saves a group, renews it, and quits: a data folder with something in it. */
async function makeData(start: Start): Promise<void> {
  const app = await start()
  await connect(app.page, 'Main', testKey)
  await saveGroups(app.page, [{ name: 'Berlin', orderIds: '1111111111111111111' }])
  await renewButton(app.page, 'Berlin').click()
  await expect(outcome(row(app.page, 'Berlin'), 'Renewed')).toBeVisible()
  expect(await quitApp(app)).toBe(0)
}

/** Name and content of Leasebar's own files in a folder. */
function fingerprints(folder: string): Record<string, string> {
  const own = readdirSync(folder).filter((name) => /^(leasebar|journal)\./.test(name))
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
  return Object.fromEntries(own.filter((name) => !name.endsWith('.lock')).map((name) => [name, hash(name)]))
}

test('a database of a newer Leasebar is refused in words, and nothing is touched', async ({
  start,
  folder,
}) => {
  await makeData(start)
  const db = new DatabaseSync(join(folder, 'leasebar.db'))
  db.exec('PRAGMA user_version = 99')
  db.close()
  rmSync(join(folder, 'leasebar.seal'), { force: true })
  const before = fingerprints(folder)
  expect(Object.keys(before)).toEqual(expect.arrayContaining(['leasebar.db', 'journal.jsonl']))

  const refused = await startBare({ userDataDir: folder })
  const ended = once(refused.child, 'exit')
  await expect.poll(refused.output).toContain('was written by a newer Leasebar (its form is number 99)')
  await pressInDialog(refused.pid, 'Return')
  await ended
  expect(refused.child.exitCode).toBe(1)
  expect(fingerprints(folder)).toEqual(before)
})

test('a damaged database is set aside and rebuilt: told, with its history, and without paying anew', async ({
  start,
  lab,
  folder,
}) => {
  await makeData(start)
  const file = join(folder, 'leasebar.db')
  const middle = Math.floor(statSync(file).size / 2)
  writeSync(openSync(file, 'r+'), Buffer.alloc(4096, 0xa5), 0, 4096, middle)

  const { page } = await start()
  await expect(page.getByText('The database could not be used')).toBeVisible()
  await expect(page.getByText('The database could not be used')).toContainText(
    'Renewals, groups, accounts and settings are complete',
  )
  expect(readdirSync(folder).filter((name) => name.startsWith('leasebar.damaged-'))).not.toEqual([])
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  await expect(outcome(await openHistory(page), 'Renewed')).toHaveCount(1)
  expect(lab.paid()).toBe(1)
  await page
    .getByRole('button', { name: /^Dismiss: The database was restored/ })
    .first()
    .click()
  await expect(page.getByText('The database could not be used')).toHaveCount(0)
})

test('a database that is gone comes back from the black box', async ({ start, folder }) => {
  await makeData(start)
  for (const name of readdirSync(folder)) {
    if (name.startsWith('leasebar.')) rmSync(join(folder, name))
  }
  const { page } = await start()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  await expect(outcome(await openHistory(page), 'Renewed')).toHaveCount(1)
})
