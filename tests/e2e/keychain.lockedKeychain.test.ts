import {
  type KeychainState,
  keychainItems,
  keychainState,
  lockKeychain,
  unlockKeychain,
} from '../support/desktop/keychain.ts'
import { addGroup, balance, connect, outcome, renewButton, row } from './support/acts.ts'
import { expect, quitApp, test, testKey } from './support/leasebar.ts'

async function expectKeychain(state: KeychainState): Promise<void> {
  expect(await keychainState()).toBe(state)
}

test.beforeEach(async () => {
  await lockKeychain()
})

test('a locked keychain is said in words, and the key can be kept for this session only', async ({
  start,
  lab,
}) => {
  await expectKeychain('locked')
  const { page } = await start()
  await page.getByRole('textbox', { name: 'Account name', exact: true }).fill('Main')
  await page.getByLabel('API key', { exact: true }).fill(testKey)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  const asked = page.getByRole('alert').filter({ hasText: 'The key cannot be kept in a keychain' })
  await expect(asked).toContainText('The keychain is locked. Unlock it')
  await page.getByRole('button', { name: 'Keep it for this session only', exact: true }).click()
  await expect(balance(page)).toContainText('$100.00')
  await addGroup(page, { name: 'Berlin', orderIds: '1111111111111111111', days: '30' })
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  expect(lab.paid()).toBe(1)
  await unlockKeychain()
  expect(await keychainItems()).toEqual([])
})

test('a keychain that is locked at the start is said, sends nothing, and goes on once it is unlocked', async ({
  start,
  lab,
}) => {
  await unlockKeychain()
  const first = await start()
  await connect(first.page, 'Main', testKey)
  await addGroup(first.page, { name: 'Berlin', orderIds: '1111111111111111111', days: '30' })
  expect(await quitApp(first)).toBe(0)
  await lockKeychain()

  const { page } = await start()
  await expect(page.getByText('The keychain is locked', { exact: true })).toBeVisible()
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Not sent')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'Berlin' })).toContainText(
    'Nothing was sent and nothing was paid. The keychain is locked.',
  )
  expect(lab.paid()).toBe(0)
  await unlockKeychain()
  await page.getByRole('button', { name: 'Try again', exact: true }).click()
  await expect(page.getByText('The keychain is locked', { exact: true })).toHaveCount(0)
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  expect(lab.paid()).toBe(1)
})
