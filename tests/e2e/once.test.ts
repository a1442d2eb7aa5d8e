import { waitForTray } from '../support/desktop/tray.ts'
import { connect, guardDialog, outcome, renewButton, row, saveGroups, snapshotOf } from './support/acts.ts'
import { expect, test, testKey } from './support/leasebar.ts'

const berlin = { name: 'Berlin', orderIds: '1111111111111111111', showInTray: true }

test('clicks on a group that is on its way join the first: one paid request', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  const [groupId = ''] = await saveGroups(page, [berlin])
  const held = lab.faults.plan({ kind: 'none', endpoint: 'extend/order', hold: 'beforeReply' })
  const button = renewButton(page, 'Berlin')
  await button.dblclick()
  await held.reached
  await expect(button).toHaveAttribute('aria-busy', 'true')
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(row(page, 'Berlin')).toContainText('Paying.')
  // Neither the mouse nor the keyboard nor a script of the page gets a second one out.
  await button.click({ force: true })
  await button.press('Enter')
  await expect(button).toBeFocused()
  const joined = await page.evaluateHandle(
    (id) => ({ answers: [1, 2].map(() => window.leasebar.invoke('renewal.start', { groupId: id })) }),
    groupId,
  )
  // Main answers in order: with this, those two are in.
  await snapshotOf(page)
  held.release()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  const answers = await joined.evaluate(({ answers }) => Promise.all(answers))
  expect(answers.map((answer) => JSON.parse(answer).value.kind)).toEqual(['ended', 'ended'])
  await expect(button).not.toHaveAttribute('aria-busy', 'true')
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')
  expect(lab.paid()).toBe(1)
  expect(lab.world.paid).toHaveLength(1)
})

test('two quick clicks: one paid request, and no question', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [berlin])
  await renewButton(page, 'Berlin').dblclick()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  await expect(guardDialog(page, 'Berlin')).toBeHidden()
  expect(lab.paid()).toBe(1)
})

test('a click in the window and one in the tray at once: one paid request', async ({ start, lab }) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, [berlin])
  const tray = await waitForTray({ pid: app.pid })
  // The menu is open already: whoever clicks it does not see that it changes.
  const entry = await tray.waitForLabel('Renew Berlin · 30 days')
  const held = lab.faults.plan({ kind: 'none', endpoint: 'extend/order', hold: 'beforeReply' })
  await Promise.all([renewButton(page, 'Berlin').click({ force: true }), tray.chooseOld(entry)])
  await held.reached
  await tray.chooseOld(entry)
  expect(await tray.waitForLabel('Renewing Berlin…')).toMatchObject({ enabled: false })
  held.release()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  await tray.waitForLabel('Renew Berlin · 30 days')
  await expect(guardDialog(page, 'Berlin')).toBeHidden()
  expect(lab.paid()).toBe(1)
})

test('an entry of a menu that has changed meanwhile renews nothing else', async ({ start, lab }) => {
  const app = await start()
  await connect(app.page, 'Main', testKey)
  await saveGroups(app.page, [berlin])
  const tray = await waitForTray({ pid: app.pid })
  const stale = await tray.waitForLabel('Renew Berlin · 30 days')
  // This one takes the first place in the menu.
  await saveGroups(app.page, [{ name: 'Aachen', orderIds: '1111111111111111112', showInTray: true }])
  await tray.waitForLabel('Renew Aachen · 30 days')
  await tray.chooseOld(stale)
  await tray.click('Renew Berlin · 30 days')
  await expect(outcome(row(app.page, 'Berlin'), 'Renewed')).toBeVisible()
  await expect(row(app.page, 'Aachen')).toContainText('No renewals yet')
  for (const { body } of lab.vendor.paidRequests()) {
    expect(JSON.parse(body)).toMatchObject({ orderIds: ['1111111111111111111'] })
  }
})
