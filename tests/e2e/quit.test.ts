import { once } from 'node:events'
import { pressInDialog, waitForDialog } from '../support/desktop/dialogs.ts'
import { waitForNotification } from '../support/desktop/notifications.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import { connect, openHistory, outcome, renewButton, row, saveGroups, snapshotOf } from './support/acts.ts'
import { resize } from './support/axe.ts'
import { expect, type Start, type Started, type TestVendor, test, testKey } from './support/leasebar.ts'

/** A group's renewal is sent and the vendor has acted on it; its reply is held back until `release`. */
async function paying(start: Start, lab: TestVendor) {
  const app = await start()
  await connect(app.page, 'Main', testKey)
  await saveGroups(app.page, [
    { name: 'Berlin', orderIds: '1111111111111111111' },
    { name: 'Paris', orderIds: '1111111111111111112' },
  ])
  const held = lab.faults.plan({ kind: 'none', endpoint: 'extend/order', hold: 'beforeReply' })
  await renewButton(app.page, 'Berlin').click()
  await held.reached
  const ended = once(app.child, 'exit')
  return { app, held, ended }
}

/** Quits as a person does, from the tray. */
async function quitFromTray(app: Started): Promise<void> {
  await (await waitForTray({ pid: app.pid })).click('Quit')
}

/** The first of the question's buttons has the focus; the others are reached as by a person at the keyboard. */
const press = {
  wait: (app: Started) => pressInDialog(app.pid, 'Return'),
  cancel: (app: Started) => pressInDialog(app.pid, 'Escape'),
  now: (app: Started) => pressInDialog(app.pid, 'Right', 'Return'),
}

/** It was `sending` on the disk: the next start says that nobody knows, and finds out without paying again. */
async function expectUnknownAfterRestart(start: Start, lab: TestVendor): Promise<void> {
  const { page } = await start()
  await waitForNotification({ summary: 'Unknown: Berlin' })
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  const table = await openHistory(page)
  await expect(outcome(table, 'Renewed')).toHaveCount(1)
  await expect(table.getByText('Paris')).toHaveCount(0)
  expect(lab.paid()).toBe(1)
}

test('Quit now: it ends at once, and the next start knows that it does not know', async ({ start, lab }) => {
  const { app, ended } = await paying(start, lab)
  await renewButton(app.page, 'Paris').click()
  await quitFromTray(app)
  await press.now(app)
  await ended
  expect(app.child.exitCode).toBe(0)
  await expectUnknownAfterRestart(start, lab)
})

test('Wait, then quit: what waits for its turn is waited for too', async ({ start, lab }) => {
  const { app, held, ended } = await paying(start, lab)
  await renewButton(app.page, 'Paris').click()
  await quitFromTray(app)
  await press.wait(app)
  held.release()
  await ended
  expect(app.child.exitCode).toBe(0)
  const { page } = await start()
  await expect(outcome(await openHistory(page), 'Renewed')).toHaveCount(2)
  expect(lab.paid()).toBe(2)
})

test('Cancel: it goes on, and its outcome is told as ever', async ({ start, lab }) => {
  const { app, held } = await paying(start, lab)
  await quitFromTray(app)
  await press.cancel(app)
  held.release()
  await expect(outcome(row(app.page, 'Berlin'), 'Renewed')).toBeVisible()
  expect(app.child.exitCode).toBeNull()
  expect(lab.paid()).toBe(1)
})

test('who waits may change their mind', async ({ start, lab }) => {
  const { app, ended } = await paying(start, lab)
  await quitFromTray(app)
  await press.wait(app)
  await quitFromTray(app)
  await press.now(app)
  await ended
  expect(app.child.exitCode).toBe(0)
  await expectUnknownAfterRestart(start, lab)
})

test('the session ends: nobody is asked, and no outcome is lost', async ({ start, lab }) => {
  const { app, ended } = await paying(start, lab)
  await renewButton(app.page, 'Paris').click()
  app.child.kill('SIGTERM')
  await ended
  expect(app.child.exitCode).toBe(0)
  await expectUnknownAfterRestart(start, lab)
})

test('the session ends while the question is open', async ({ start, lab }) => {
  const { app, ended } = await paying(start, lab)
  await quitFromTray(app)
  await waitForDialog(app.pid)
  app.child.kill('SIGTERM')
  await ended
  await expectUnknownAfterRestart(start, lab)
})

test('a reply that comes as the session ends is kept', async ({ start, lab }) => {
  const { app, held, ended } = await paying(start, lab)
  app.child.kill('SIGTERM')
  held.release()
  await ended
  expect(app.child.exitCode).toBe(0)
  const { page } = await start()
  await expect(outcome(await openHistory(page), 'Renewed')).toHaveCount(1)
  expect(lab.paid()).toBe(1)
})

test('the system shuts down: as at the session’s end', async ({ start, lab }) => {
  const { app, ended } = await paying(start, lab)
  // Electron's own event; the private desktop has no system bus to shut down on.
  await app.app
    .evaluate(({ powerMonitor }) => void powerMonitor.emit('shutdown', { preventDefault: () => undefined }))
    .catch(() => undefined)
  await ended
  expect(app.child.exitCode).toBe(0)
  await expectUnknownAfterRestart(start, lab)
})

for (const comes of [true, false]) {
  const what = comes ? 'its answer is still kept' : 'the next start does not know, and asks nobody twice'
  test(`quitting while the vendor’s auto-extend is switched: ${what}`, async ({ start, lab }) => {
    const app = await start()
    await connect(app.page, 'Main', testKey)
    await resize(app, app.page, 'wide')
    await saveGroups(app.page, [{ name: 'Berlin', orderIds: '1111111111111111111' }])
    const endpoint = 'extend/order/auto'
    const held = lab.faults.plan({ kind: 'none', endpoint, hold: 'beforeReply' })
    await app.page.getByRole('button', { name: 'Switch on', exact: true }).click()
    await app.page.getByRole('button', { name: 'Let the vendor renew', exact: true }).click()
    await held.reached
    const ended = once(app.child, 'exit')
    await quitFromTray(app)
    if (comes) held.release()
    await ended
    expect(app.child.exitCode).toBe(0)
    const { page } = await start()
    await expect(row(page, 'Berlin')).toContainText('auto-extend')
    const [view] = (await snapshotOf(page)).groups
    expect(view?.autoExtend.last?.end?.kind).toBe(comes ? 'switched' : 'unknown')
    expect(lab.vendor.requests.filter((entry) => entry.endpoint === endpoint)).toHaveLength(1)
  })
}
