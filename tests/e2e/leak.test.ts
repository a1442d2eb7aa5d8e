import { once } from 'node:events'
import { keychainItems } from '../support/desktop/keychain.ts'
import { startBare } from '../support/desktop/launch.ts'
import { closeAndReadHistory } from '../support/desktop/notifications.ts'
import { connect, openHistory, openView, outcome, renewButton, row, saveGroups } from './support/acts.ts'
import {
  type Canary,
  desktopFolder,
  documentOf,
  filesWithKey,
  heapOf,
  holdsKey,
  keyInErrorPage,
  makeCanary,
  recordedMessages,
  recordMessages,
} from './support/leaks.ts'
import { expect, quitApp, type Started, type TestVendor, test } from './support/leasebar.ts'

function addCanary(lab: TestVendor): Canary {
  const canary = makeCanary()
  const end = Date.now() + 200 * 3_600_000
  const orders = ['81', '82', '83', '84'].map((id) => ({ id, type: 'IPv4' as const, addresses: 1, end }))
  lab.world.addAccount({ key: canary.key, balance: '50.00', orders })
  return canary
}

/** Everything that a vendor could send back with the key in it, on every kind of call. */
function echoes(lab: TestVendor, canary: Canary): void {
  const { key } = canary
  const path = `/client/api/v1/${encodeURIComponent(key)}/extend/order`
  lab.faults.plan(keyInErrorPage(canary))
  lab.faults.plan({
    kind: 'redirect',
    status: 307,
    location: `${lab.vendor.url}${path}`,
    endpoint: 'extend/order',
    acts: false,
  })
  const message = `No such key: ${key} (${encodeURIComponent(key)})`
  lab.faults.plan({ kind: 'error', code: 29, message, endpoint: 'calculate/extend/order', nth: 3 })
  lab.faults.plan({ kind: 'error', code: 99, message, endpoint: 'balance' })
}

/** What a person does in a day with things going wrong. */
async function live({ page }: Started, lab: TestVendor, canary: Canary): Promise<void> {
  const names = ['One', 'Two', 'Three', 'Four']
  await saveGroups(
    page,
    names.map((name, index) => ({ name, orderIds: `8${index + 1}` })),
  )
  echoes(lab, canary)
  await page.getByRole('button', { name: 'Check balance now', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'The balance could not be read' })).toBeVisible()
  await renewButton(page, 'One').click()
  await expect(outcome(row(page, 'One'), 'Unknown')).toBeVisible()
  await renewButton(page, 'Two').click()
  await expect(outcome(row(page, 'Two'), 'Unknown')).toBeVisible()
  await renewButton(page, 'Three').click()
  await expect(outcome(row(page, 'Three'), 'Refused')).toBeVisible()
  await renewButton(page, 'Four').click()
  await expect(outcome(row(page, 'Four'), 'Renewed')).toBeVisible()
  expect(lab.faults.pending).toBe(0)
  const table = await openHistory(page)
  await expect(outcome(table, 'Unknown')).toHaveCount(2)
  for (const receipt of await table.getByRole('button', { name: /^Receipt of/ }).all()) await receipt.click()
  await expect(table).toContainText('Cannot POST')
}

test('the key is in the keychain and nowhere else', async ({ start, lab }) => {
  const canary = addCanary(lab)
  const app = await start()
  const { page } = app
  await recordMessages(app)
  // A first try that the vendor does not know, with another canary: refused keys are keys too.
  const refused = makeCanary()
  await page.getByRole('textbox', { name: 'Account name', exact: true }).fill('Main')
  await page.getByLabel('API key', { exact: true }).fill(refused.key)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(page.getByText('The vendor does not know this key')).toBeVisible()
  await connect(page, 'Main', canary.key)
  expect((await keychainItems()).filter(({ secret }) => secret === canary.key)).toHaveLength(1)
  const afterConnecting = await heapOf(page)
  await live(app, lab, canary)
  await openView(page, 'Settings')
  await expect(page.getByText('ends in tail')).toBeVisible()
  const heap = await heapOf(page)
  const messages = await recordedMessages(app)
  const document = await documentOf(page)

  for (const one of [canary, refused]) {
    expect(holdsKey(afterConnecting, one), 'heap after connecting').toBe(false)
    expect(holdsKey(heap, one), 'heap at the end').toBe(false)
    expect(holdsKey(Buffer.from(document), one), 'document').toBe(false)
    const carriers = messages.filter(({ text }) => holdsKey(Buffer.from(text), one))
    expect(carriers.map(({ channel, way }) => `${way} ${channel}`)).toEqual(['in account.connect'])
    expect(filesWithKey(desktopFolder(), one), 'files while it runs').toEqual([])
  }
  expect(messages.length).toBeGreaterThan(20)
  expect(heap.includes('Warn below'), 'the heap is the page’s').toBe(true)
  expect(await quitApp(app)).toBe(0)
  const notifications = JSON.stringify(await closeAndReadHistory())
  for (const one of [canary, refused]) {
    expect(filesWithKey(desktopFolder(), one), 'files afterwards').toEqual([])
    expect(holdsKey(Buffer.from(app.output()), one), 'stdout and stderr').toBe(false)
    expect(holdsKey(Buffer.from(notifications), one), 'notifications').toBe(false)
  }
})

test('a key that is entered again, or kept for one session, stays nowhere either', async ({ start, lab }) => {
  const canary = addCanary(lab)
  const other = addCanary(lab)
  const app = await start()
  const { page } = app
  await connect(page, 'Main', canary.key)
  await recordMessages(app)
  await openView(page, 'Settings')
  await page.getByRole('button', { name: 'Replace key', exact: true }).click()
  await page.getByLabel('API key', { exact: true }).fill(other.key)
  await page.getByRole('button', { name: 'Save key', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await keychainItems()).map(({ secret }) => secret)).toContain(other.key)
  expect((await keychainItems()).map(({ secret }) => secret)).not.toContain(canary.key)
  const heap = await heapOf(page)
  const carriers = (await recordedMessages(app)).filter(({ text }) => holdsKey(Buffer.from(text), other))
  expect(carriers.map(({ channel, way }) => `${way} ${channel}`)).toEqual(['in account.replace-key'])
  for (const one of [canary, other]) {
    expect(holdsKey(heap, one)).toBe(false)
    expect(filesWithKey(desktopFolder(), one)).toEqual([])
  }
})

test('the search for a leak finds one', async ({ start, lab }) => {
  const canary = addCanary(lab)
  const { page } = await start()
  await page.getByLabel('API key', { exact: true }).fill(canary.key)
  expect(holdsKey(Buffer.from(await documentOf(page)), canary)).toBe(true)
  await page.evaluate((key) => Object.assign(window, { kept: { deep: [`a${key}b`] } }), canary.key)
  expect(holdsKey(await heapOf(page), canary)).toBe(true)
  for (const text of [
    encodeURIComponent(canary.key),
    JSON.stringify({ canary: canary.key }),
    Buffer.from(`x${canary.key}`).toString('base64'),
  ]) {
    expect(holdsKey(Buffer.from(`${text} and more`), canary)).toBe(true)
  }
  expect(holdsKey(Buffer.from(`x${canary.key}`, 'utf16le'), canary)).toBe(true)
})

test('an environment that would print the key is refused at the start', async ({ folder }) => {
  const bare = await startBare({ userDataDir: folder, env: { NODE_DEBUG: 'undici' } })
  const [code] = await once(bare.child, 'exit')
  expect(code).toBe(1)
  expect(bare.output()).toContain('NODE_DEBUG is set, and would print the API key.')
})
