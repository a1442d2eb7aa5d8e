import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { electronPath } from '../../scripts/electron-path.mjs'
import { ask } from '../support/desktop/ask.ts'
import { pressInDialog } from '../support/desktop/dialogs.ts'
import { startBare } from '../support/desktop/launch.ts'
import { type SmallDisk, smallDisk } from '../support/smallDisk.ts'
import {
  connect,
  guardDialog,
  openHistory,
  outcome,
  renewButton,
  row,
  saveGroups,
  snapshotOf,
} from './support/acts.ts'
import { test as base, expect, killApp, quitApp, testKey } from './support/leasebar.ts'

const berlin = { name: 'Berlin', orderIds: '1111111111111111111' }
const paidCall = { endpoint: 'extend/order' } as const

/** Tests on a disk of a few megabytes. */
const test = base.extend<{ disk: SmallDisk; electron: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  disk: async ({}, use) => {
    const disk = await smallDisk(40)
    await use(disk)
    await disk.end()
  },
  electron: async ({ disk }, use) => {
    await use(disk.program(await electronPath()))
  },
})

/** Fills the disk for good: the store gives room back when a write fails, so that it is filled until nothing is left. */
async function fill(page: Page, disk: SmallDisk): Promise<void> {
  const [account] = (await snapshotOf(page)).accounts
  const accountId = account?.id ?? ''
  await expect
    .poll(async () => {
      disk.fill()
      // What is read is written, and finds no room.
      await ask(page, 'orders.refresh', { accountId })
      await ask(page, 'balance.refresh', { accountId })
      return disk.room()
    })
    .toBe(0)
}

test('a full disk before the money moves: Not sent, in words; with room again it is written and renewed', async ({
  start,
  lab,
  disk,
  electron,
}) => {
  const { page } = await start({ folder: disk.folder, electron })
  await connect(page, 'Main', testKey)
  await saveGroups(page, [berlin])
  await fill(page, disk)
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Not sent')).toBeVisible()
  const alert = page.getByRole('alert').filter({ hasText: 'Nothing was sent and nothing was paid' })
  await expect(alert.first()).toContainText('The disk is full')
  await expect(page.getByText('An outcome is not on the disk yet')).toBeVisible()
  expect(lab.paid()).toBe(0)

  disk.free()
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  const table = await openHistory(page)
  await expect(outcome(table, 'Not sent')).toHaveCount(1)
  await expect(outcome(table, 'Renewed')).toHaveCount(1)
  expect(lab.paid()).toBe(1)
})

test('a full disk after the reply: shown, and not lost by a kill either', async ({
  start,
  lab,
  disk,
  electron,
}) => {
  const first = await start({ folder: disk.folder, electron })
  await connect(first.page, 'Main', testKey)
  await saveGroups(first.page, [berlin])
  const held = lab.faults.plan({ kind: 'none', ...paidCall, hold: 'beforeReply' })
  await renewButton(first.page, 'Berlin').click()
  await held.reached
  await fill(first.page, disk)
  held.release()
  await expect(outcome(row(first.page, 'Berlin'), 'Renewed')).toBeVisible()
  await expect(first.page.getByText('An outcome is not on the disk yet')).toBeVisible()
  await killApp(first)
  expect(lab.paid()).toBe(1)

  disk.free()
  const { page } = await start({ folder: disk.folder, electron })
  // What the disk did not take is found again by the end dates.
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  await expect(outcome(await openHistory(page), 'Renewed')).toHaveCount(1)
  await page.getByRole('tab', { name: 'Groups', exact: true }).click()
  await renewButton(page, 'Berlin').click()
  await expect(guardDialog(page, 'Berlin')).toBeVisible()
  expect(lab.paid()).toBe(1)
})

base('another program that holds the database: Not sent, in words', async ({ start, lab, folder }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [berlin])
  const script = resolve('tests/integration/store/child/holds.ts')
  const other = spawn(process.execPath, [script, join(folder, 'leasebar.db')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(other.stdout, 'data')
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Not sent')).toBeVisible()
  const alert = page.getByRole('alert').filter({ hasText: 'Nothing was sent and nothing was paid' })
  await expect(alert.first()).toContainText('Another program holds Leasebar')
  expect(lab.paid()).toBe(0)

  const ended = once(other, 'exit')
  other.stdin.end()
  await ended
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  expect(lab.paid()).toBe(1)
})

base(
  'a folder that nobody may write to: said at the start, instead of ending without a word',
  async ({ folder }) => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o500 })
    const refused = await startBare({ userDataDir: join(closed, 'data') })
    const ended = once(refused.child, 'exit')
    await expect.poll(refused.output).toContain(`Leasebar is not allowed to write to ${join(closed, 'data')}`)
    await pressInDialog(refused.pid, 'Return')
    await ended
    expect(refused.child.exitCode).toBe(1)
  },
)

base(
  'a folder of one’s own that was made read-only is opened again: nothing is lost, and it renews',
  async ({ start, lab, folder }) => {
    const first = await start()
    await connect(first.page, 'Main', testKey)
    await saveGroups(first.page, [berlin])
    expect(await quitApp(first)).toBe(0)
    chmodSync(folder, 0o500)
    const { page } = await start()
    await renewButton(page, 'Berlin').click()
    await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
    expect(lab.paid()).toBe(1)
  },
)
