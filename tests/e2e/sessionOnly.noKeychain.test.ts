import { addGroup, balance, openView, outcome, renewButton, row } from './support/acts.ts'
import { desktopFolder, filesWithKey, heapOf, holdsKey, makeCanary } from './support/leaks.ts'
import { expect, quitApp, test, testKey } from './support/leasebar.ts'

test('without a keychain the key is kept for this session only, and nowhere else', async ({ start, lab }) => {
  const first = await start()
  const { page } = first
  await page.getByRole('textbox', { name: 'Account name', exact: true }).fill('Main')
  await page.getByLabel('API key', { exact: true }).fill(testKey)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(page.getByText('No keychain answers on this system.')).toBeVisible()
  await page.getByRole('button', { name: /session only/ }).click()
  await expect(page.getByLabel('Balance', { exact: true })).toContainText('$100.00')
  await addGroup(page, { name: 'Berlin', orderIds: '1111111111111111111', days: '30' })
  await renewButton(page, 'Berlin').click()
  await expect(row(page, 'Berlin').getByText('Renewed', { exact: true })).toBeVisible()
  expect(lab.paid()).toBe(1)
  expect(await quitApp(first)).toBe(0)

  const second = await start()
  await expect(second.page.getByText('No keychain answers', { exact: true })).toBeVisible()
  await expect(row(second.page, 'Berlin')).toBeVisible()
})

test('a key for this session only is written nowhere, and can be entered again after a restart', async ({
  start,
  lab,
}) => {
  const canary = makeCanary()
  const end = Date.now() + 200 * 3_600_000
  const orders = [{ id: '81', type: 'IPv4' as const, addresses: 1, end }]
  lab.world.addAccount({ key: canary.key, balance: '50.00', orders })
  const first = await start()
  await first.page.getByRole('textbox', { name: 'Account name', exact: true }).fill('Main')
  await first.page.getByLabel('API key', { exact: true }).fill(canary.key)
  await first.page.getByRole('button', { name: 'Connect', exact: true }).click()
  await first.page.getByRole('button', { name: 'Keep it for this session only', exact: true }).click()
  await expect(balance(first.page)).toContainText('$50.00')
  await addGroup(first.page, { name: 'Berlin', orderIds: '81', days: '30' })
  expect(holdsKey(await heapOf(first.page), canary)).toBe(false)
  expect(filesWithKey(desktopFolder(), canary)).toEqual([])
  await openView(first.page, 'Settings')
  await expect(first.page.getByText('ends in tail, for this session only')).toBeVisible()
  expect(await quitApp(first)).toBe(0)
  expect(filesWithKey(desktopFolder(), canary)).toEqual([])

  const { page } = await start()
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Not sent')).toBeVisible()
  expect(lab.paid()).toBe(0)
  await page.getByRole('button', { name: 'Enter key again', exact: true }).click()
  await page.getByLabel('API key', { exact: true }).fill(canary.key)
  await page.getByRole('button', { name: 'Save key', exact: true }).click()
  await page.getByRole('button', { name: 'Keep it for this session only', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  expect(lab.paid()).toBe(1)
})
