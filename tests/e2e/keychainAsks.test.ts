import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { KEYCHAIN_PASSWORD } from '../../scripts/lib/desktop-session.mjs'
import { keychainItems, keychainState, lockKeychain, unlockKeychain } from '../support/desktop/keychain.ts'
import { until } from '../support/desktop/until.ts'
import { balance, connect } from './support/acts.ts'
import { expect, quitApp, test, testKey } from './support/leasebar.ts'

const run = promisify(execFile)

/** The keychain's own prompt on the screen; undefined when there is none. */
async function promptWindow(): Promise<string | undefined> {
  const found = await run('xdotool', ['search', '--onlyvisible', '--class', 'gcr-prompter']).catch(() => null)
  return found?.stdout.trim().split('\n').at(-1)
}

/** Types into the keychain's prompt, as a person does. */
async function answerPrompt(text: string): Promise<void> {
  const id = await until('prompt of the keychain', promptWindow)
  await run('xdotool', ['windowactivate', '--sync', id, 'type', text])
  await run('xdotool', ['key', 'Return'])
}

test.afterEach(async () => {
  await unlockKeychain()
  // A prompt that nobody answered takes all keys and clicks to itself.
  await until('screen without a prompt', async () => {
    const id = await promptWindow()
    if (id === undefined) return true
    await run('xdotool', ['windowactivate', '--sync', id, 'key', 'Escape']).catch(() => {})
    return undefined
  })
})

test('a keychain that asks the person is said in words; answered, the account connects', async ({
  start,
}) => {
  await lockKeychain()
  const { page } = await start()
  await page.getByRole('textbox', { name: 'Account name', exact: true }).fill('Main')
  await page.getByLabel('API key', { exact: true }).fill(testKey)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  const asked = page.getByRole('alert').filter({ hasText: 'The key cannot be kept in a keychain' })
  await expect(asked).toContainText('The keychain is asking for your permission.')
  await expect(page.getByRole('button', { name: 'Keep it for this session only', exact: true })).toBeVisible()
  await answerPrompt(KEYCHAIN_PASSWORD)
  await expect.poll(keychainState).toBe('unlocked')
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(balance(page)).toContainText('$100.00')
  expect((await keychainItems()).map(({ secret }) => secret)).toContain(testKey)
})

test('quitting while the keychain asks ends the process, and the next start is the first one again', async ({
  start,
}) => {
  const first = await start()
  await connect(first.page, 'Main', testKey)
  expect(await quitApp(first)).toBe(0)
  await lockKeychain()
  const asking = await start()
  await expect(askingHint(asking.page)).toBeVisible()
  await quitApp(asking)
  await unlockKeychain()
  const { page } = await start()
  await expect(balance(page)).toContainText('$100.00')
  await expect(askingHint(page)).toHaveCount(0)
})

/** What the window says while the keychain asks. */
function askingHint(page: Page) {
  return page.getByText('The keychain is asking you something', { exact: true })
}
