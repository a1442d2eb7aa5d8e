import type { Page } from '@playwright/test'
import { keychainItems } from '../support/desktop/keychain.ts'
import {
  addAccountButton,
  balance,
  connect,
  openHistory,
  openView,
  outcome,
  renewButton,
  row,
  saveGroups,
} from './support/acts.ts'
import { expect, otherKey, test, testKey } from './support/leasebar.ts'

const keyField = (page: Page) => page.getByLabel('API key', { exact: true })
const nameField = (page: Page) => page.getByRole('textbox', { name: 'Account name', exact: true })
const addressField = (page: Page) => page.getByRole('textbox', { name: 'API address', exact: true })
const connectButton = (page: Page) => page.getByRole('button', { name: 'Connect', exact: true })

/** Adds one more account by the button in the window's head. */
async function connectAnother(page: Page, name: string, key: string): Promise<void> {
  await addAccountButton(page).click()
  await nameField(page).fill(name)
  await keyField(page).fill(key)
  await connectButton(page).click()
}

async function chooseAccount(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `Account: ${from}` }).click()
  await page.getByRole('menuitemradio', { name: to }).click()
}

async function secrets(): Promise<(string | undefined)[]> {
  return (await keychainItems()).map(({ secret }) => secret)
}

test('an empty name, an empty key and a wrong key are refused at the field, and nothing is stored', async ({
  start,
  lab,
}) => {
  const { page } = await start()
  const before = await secrets()
  await connectButton(page).click()
  await expect(page.getByText('Give the account a name.')).toBeVisible()
  await expect(page.getByText('Enter the API key.')).toBeVisible()
  await expect(nameField(page)).toBeFocused()
  await nameField(page).fill('Main')
  await keyField(page).fill(' \t ')
  await connectButton(page).click()
  await expect(page.getByText('Enter the API key.')).toBeVisible()
  expect(lab.vendor.requests).toHaveLength(0)

  await keyField(page).fill('no-such-key-0123456789')
  await connectButton(page).click()
  await expect(page.getByText('The vendor does not know this key')).toBeVisible()
  await expect(keyField(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(nameField(page)).toHaveValue('Main')
  expect(await secrets()).toEqual(before)
  expect(lab.vendor.requests.map(({ endpoint, method }) => `${method} ${endpoint}`)).toEqual(['GET balance'])
})

test('blanks around a pasted key and a line break after it are not part of it', async ({ start, lab }) => {
  const { app, page } = await start()
  await nameField(page).fill('Main')
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), ` \t${testKey} \r\n`)
  await keyField(page).focus()
  await page.keyboard.press('Control+V')
  await connectButton(page).click()
  await expect(balance(page)).toContainText('$100.00')
  expect(await secrets()).toContain(testKey)
  expect(lab.vendor.requests[0]?.path).toBe(`/client/api/v1/${testKey}/balance`)
})

test('an API address that will not do is refused at the field, saying why', async ({ start, lab }) => {
  const { page } = await start()
  await nameField(page).fill('Main')
  await keyField(page).fill(testKey)
  await page.getByText('Another address').click()
  const rows: readonly (readonly [string, string])[] = [
    ['http://example.com', 'over http:// anyone on the way could read the API key'],
    ['nonsense', 'This is not an address.'],
    ['ftp://example.com', 'The address must begin with https://.'],
    ['https://example.com/api', 'without a path'],
    ['https://me:secret@example.com', 'must not hold a user name or password'],
  ]
  for (const [address, words] of rows) {
    await addressField(page).fill(address)
    await connectButton(page).click()
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
    await expect(addressField(page)).toHaveValue(address)
    await expect(keyField(page)).toHaveValue(testKey)
  }
  expect(lab.vendor.requests).toHaveLength(0)
})

test('a key goes to another address only after a word that names the host', async ({ start, lab }) => {
  const { page } = await start({ env: { LEASEBAR_API_URL: 'http://127.0.0.1:9' } })
  const { host } = new URL(lab.vendor.url)
  await nameField(page).fill('Main')
  await keyField(page).fill(testKey)
  await page.getByText('Another address').click()
  await addressField(page).fill(lab.vendor.url)
  await connectButton(page).click()
  await expect(page.getByRole('alert').filter({ hasText: host })).toContainText('not the default address')
  expect(lab.vendor.requests).toHaveLength(0)
  await page.getByRole('button', { name: `Send the key to ${host}`, exact: true }).click()
  await expect(balance(page)).toContainText('$100.00')
})

test('the same key twice, and a name twice, are refused', async ({ start }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await connectAnother(page, 'Again', testKey)
  await expect(page.getByText('This key is already connected, as “Main”.')).toBeVisible()
  await nameField(page).fill('main')
  await keyField(page).fill(otherKey)
  await connectButton(page).click()
  await expect(page.getByText('An account is already called “main”.')).toBeVisible()
})

test('two accounts do not mix: groups, balance, history, keys', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: '1111111111111111111' }])
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()

  await connectAnother(page, 'Second', otherKey)
  await expect(balance(page)).toContainText('$7.00')
  await expect(renewButton(page, 'Berlin')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'No groups yet' })).toBeVisible()
  // The same name is free in another account.
  await saveGroups(page, [{ name: 'Berlin', orderIds: '5555555555555555555' }])
  await openView(page, 'History')
  await expect(page.getByRole('heading', { name: 'No renewals yet' })).toBeVisible()
  await openView(page, 'Groups')
  await renewButton(page, 'Berlin').click()
  await expect(balance(page)).toContainText('$5.60')
  await expect(outcome(await openHistory(page), 'Renewed')).toHaveCount(1)

  await chooseAccount(page, 'Second', 'Main')
  await expect(balance(page)).toContainText('$97.20')
  await expect(outcome(await openHistory(page), 'Renewed')).toHaveCount(1)
  expect(lab.vendor.paidRequests().map(({ path }) => path)).toEqual([
    `/client/api/v1/${testKey}/extend/order`,
    `/client/api/v1/${otherKey}/extend/order`,
  ])
  expect(await secrets()).toEqual(expect.arrayContaining([testKey, otherKey]))
})

test('removing an account takes its key out of the keychain; an unknown renewal asks first', async ({
  start,
  lab,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: '1111111111111111111' }])
  lab.faults.plan({ kind: 'html', status: 500, endpoint: 'extend/order', acts: false })
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Unknown')).toBeVisible()
  const count = (await secrets()).filter((secret) => secret === testKey).length
  expect(count).toBeGreaterThan(0)

  await openView(page, 'Settings')
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByRole('button', { name: 'Remove account', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Remove “Main”?' })).toContainText(
    'one renewal whose outcome is unknown',
  )
  expect((await secrets()).filter((secret) => secret === testKey)).toHaveLength(count)
  await page.getByRole('button', { name: 'Remove anyway', exact: true }).click()
  await expect(nameField(page)).toBeVisible()
  expect((await secrets()).filter((secret) => secret === testKey)).toHaveLength(count - 1)
})

test('another key for an account replaces the one in the keychain', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  const before = (await secrets()).length
  lab.world.addAccount({ key: 'k3y-replaced-by-this-one-001122334455', balance: '55.00', orders: [] })
  await openView(page, 'Settings')
  await page.getByRole('button', { name: 'Replace key', exact: true }).click()
  await keyField(page).fill('wrong-wrong-wrong')
  await page.getByRole('button', { name: 'Save key', exact: true }).click()
  await expect(page.getByText('The vendor does not know this key')).toBeVisible()
  expect(await secrets()).toContain(testKey)
  await keyField(page).fill('k3y-replaced-by-this-one-001122334455')
  await page.getByRole('button', { name: 'Save key', exact: true }).click()
  await expect(balance(page)).toContainText('$55.00')
  expect(await secrets()).toContain('k3y-replaced-by-this-one-001122334455')
  expect(await secrets()).toHaveLength(before)
})

test('a practice account needs no key, and its vendor’s stays out of the keychain', async ({
  start,
  lab,
}) => {
  const { page } = await start()
  const before = await secrets()
  await page.getByRole('button', { name: 'Try a practice account', exact: true }).click()
  await expect(balance(page)).toContainText('$40.00')
  await expect(page.getByRole('heading', { name: 'From your orders' })).toBeVisible()
  expect(await secrets()).toEqual(before)
  expect(lab.vendor.requests).toHaveLength(0)
})
