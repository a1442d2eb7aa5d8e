import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect, openHistory, openView, outcome, renewButton, row, saveGroups } from '../e2e/support/acts.ts'
import {
  desktopFolder,
  documentOf,
  filesWithKey,
  heapOf,
  holdsKey,
  keyInErrorPage,
  makeCanary,
} from '../e2e/support/leaks.ts'
import { expect, quitApp, test } from '../e2e/support/leasebar.ts'
import { closeAndReadHistory } from '../support/desktop/notifications.ts'
import { commandAndEnvironment, inspectable, processesOf } from './support.ts'

test('of the installed app the key is in the keychain and nowhere else', async ({ start, lab, folder }) => {
  test.setTimeout(180_000)
  const canary = makeCanary()
  const end = Date.now() + 20 * 86_400_000
  const orders = ['81', '82'].map((id) => ({ id, type: 'IPv4' as const, addresses: 1, end }))
  lab.world.addAccount({ key: canary.key, balance: '50.00', orders })
  const binary = `${inspectable()}-bin`
  const app = await start({ electron: inspectable(), entry: null })
  const { page } = app
  await connect(page, 'Main', canary.key)
  expect(holdsKey(await heapOf(page), canary), 'heap after connecting').toBe(false)

  await saveGroups(page, [
    { name: 'One', orderIds: '81' },
    { name: 'Two', orderIds: '82' },
  ])
  await renewButton(page, 'One').click()
  await expect(outcome(row(page, 'One'), 'Renewed')).toBeVisible()
  // A vendor that sends the key back, as its proxy's error page does.
  lab.faults.plan(keyInErrorPage(canary))
  await renewButton(page, 'Two').click()
  await expect(outcome(row(page, 'Two'), 'Unknown')).toBeVisible()
  const table = await openHistory(page)
  await table.getByRole('button', { name: /^Receipt of Two/ }).click()
  await expect(table).toContainText('Cannot POST')
  await openView(page, 'Settings')
  await page.getByRole('button', { name: 'Copy diagnostics', exact: true }).click()
  await expect(page.getByText('Diagnostics copied')).not.toHaveCount(0)

  const diagnostics = await app.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(diagnostics).toContain('Leasebar ')
  const heap = await heapOf(page)
  expect(heap.includes('Warn below'), 'the heap is the page’s').toBe(true)
  expect(holdsKey(heap, canary), 'heap at the end').toBe(false)
  expect(holdsKey(Buffer.from(await documentOf(page)), canary), 'document').toBe(false)
  expect(holdsKey(Buffer.from(diagnostics), canary), 'diagnostics').toBe(false)
  const running = processesOf(folder, binary)
  expect(running.length).toBeGreaterThan(1)
  for (const pid of running) {
    expect(holdsKey(Buffer.from(commandAndEnvironment(pid)), canary), `process ${pid}`).toBe(false)
    expect(readFileSync(`/proc/${pid}/limits`, 'utf8')).toMatch(/Max core file size\s+0\s+0/)
  }
  // The log is there to be looked through.
  expect(readFileSync(join(folder, 'logs', 'leasebar.log'), 'utf8')).toContain('renewal')
  expect(filesWithKey(desktopFolder(), canary), 'files while it runs').toEqual([])
  expect(await quitApp(app)).toBe(0)
  expect(filesWithKey(desktopFolder(), canary), 'files afterwards').toEqual([])
  expect(holdsKey(Buffer.from(app.output()), canary), 'stdout and stderr').toBe(false)
  const notifications = Buffer.from(JSON.stringify(await closeAndReadHistory()))
  expect(notifications.toString()).toContain('Unknown: Two')
  expect(holdsKey(notifications, canary), 'notifications').toBe(false)
})
