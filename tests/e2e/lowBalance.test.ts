import type { Page } from '@playwright/test'
import { matching, shownNotifications, waitForNotification } from '../support/desktop/notifications.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import { balance, connect, openView, outcome, renewButton, row, saveGroups } from './support/acts.ts'
import { expect, quitApp, test, testKey } from './support/leasebar.ts'

const low = { summary: /^Low balance/ }

async function warnBelow(page: Page, sum: string): Promise<void> {
  await openView(page, 'Settings')
  const field = page.getByRole('spinbutton', { name: 'Warn below', exact: true })
  await field.fill(sum)
  await field.press('Enter')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await openView(page, 'Groups')
}

async function checkBalance(page: Page, sum: string): Promise<void> {
  await page.getByRole('button', { name: 'Check balance now', exact: true }).click()
  await expect(balance(page)).toContainText(sum)
}

test('told once for each fall below the threshold, in the tray too, and remembered over a restart', async ({
  start,
  lab,
}) => {
  const first = await start()
  await connect(first.page, 'Main', testKey)
  await saveGroups(first.page, [
    { name: 'Near', orderIds: '1111111111111111111' },
    { name: 'Far', orderIds: '1111111111111111112' },
  ])
  const tray = await waitForTray({ pid: first.pid })
  await tray.waitForLabel('Balance: $100.00')
  const calm = await tray.look()
  expect(calm.tooltip).toContain('$100.00')
  expect(await matching(low)).toEqual([])

  // Setting it above the balance counts as a crossing.
  await warnBelow(first.page, '150.5')
  const told = await waitForNotification(low)
  expect(told.summary).toBe('Low balance: $100.00')
  expect(told.body).toContain('Main is below $150.50')
  await expect(balance(first.page)).toContainText('low')
  const worried = await tray.waitForLook(
    'with the low-balance icon',
    ({ iconHash }) => iconHash !== calm.iconHash,
  )
  expect(worried.tooltip).toContain('$100.00 (low)')
  await tray.waitForLabel('Balance: $100.00 (low)')

  // More renewals below it, readings and a restart are the same fall.
  await renewButton(first.page, 'Near').click()
  await expect(outcome(row(first.page, 'Near'), 'Renewed')).toBeVisible()
  await checkBalance(first.page, '$97.20')
  expect(await quitApp(first)).toBe(0)
  const second = await start()
  await expect(balance(second.page)).toContainText('$97.20')
  await checkBalance(second.page, '$97.20')
  await (await waitForTray({ pid: second.pid })).waitForLabel('Balance: $97.20 (low)')

  // Above it, and below again by a renewal: the next fall.
  lab.world.topUp(testKey, '54.00')
  await checkBalance(second.page, '$151.20')
  const trayAgain = await waitForTray({ pid: second.pid })
  await trayAgain.waitForLook('with the usual icon', ({ iconHash }) => iconHash === calm.iconHash)
  await renewButton(second.page, 'Far').click()
  await expect(outcome(row(second.page, 'Far'), 'Renewed')).toBeVisible()
  const again = await waitForNotification({ summary: 'Low balance: $149.80' })
  expect((await matching(low)).map(({ id }) => id)).toEqual([told.id, again.id])
  // No other notification's title begins so.
  for (const { summary, body } of await shownNotifications()) {
    expect(summary.startsWith('Low balance')).toBe(/below \$150\.50/.test(body))
  }
})

test('a threshold that is no sum is refused at its field; emptied, nobody warns', async ({ start }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await openView(page, 'Settings')
  const field = page.getByRole('spinbutton', { name: 'Warn below', exact: true })
  await expect(field).toBeVisible()
  await expect(field).toHaveValue('')
  await field.fill('-5')
  await field.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Enter a sum' })).toBeVisible()
  await warnBelow(page, '150')
  const told = await waitForNotification(low)
  await warnBelow(page, '')
  await checkBalance(page, '$100.00')
  await expect(balance(page)).not.toContainText('low')
  // Setting it again is a crossing again, and the second that is told.
  await warnBelow(page, '120')
  await waitForNotification({ body: /below \$120\.00/ })
  expect((await matching(low)).map(({ id }) => id)[0]).toBe(told.id)
  expect(await matching(low)).toHaveLength(2)
})
