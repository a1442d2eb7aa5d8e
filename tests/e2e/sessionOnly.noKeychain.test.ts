import { addGroup, renewButton, row } from './support/acts.ts'
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
