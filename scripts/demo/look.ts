import { isDeepStrictEqual } from 'node:util'
import { expect, type Locator, type Page } from '@playwright/test'
import { row } from '../../tests/e2e/support/acts.ts'

/** What an element says, on one line, its parts set apart. It is scrolled to first: what is not drawn says nothing. */
export async function wordsOf(element: Locator): Promise<string> {
  await element.scrollIntoViewIfNeeded()
  const words = async (): Promise<string> => {
    const [text = ''] = await element.allInnerTexts()
    const parts = text.split('\n').map((part) => part.trim())
    return parts.filter((part) => part !== '').join(' · ')
  }
  await expect.poll(words, { message: 'words on the screen' }).not.toBe('')
  return words()
}

/** Waits until the balance in the window's head says so, and answers all it says. */
export async function balanceSays(page: Page, sum: string): Promise<string> {
  const balance = page.getByLabel('Balance', { exact: true })
  await expect(balance).toContainText(sum)
  return wordsOf(balance)
}

/** Waits for an outcome in a group's row, exactly that word, and answers all that the row's receipt says. */
export async function rowSays(page: Page, group: string, outcome: string): Promise<string> {
  await expect(row(page, group).getByText(outcome, { exact: true })).toBeVisible()
  return rowWords(page, group)
}

/** What a group's row says, without the names of its buttons. */
export async function rowWords(page: Page, group: string): Promise<string> {
  return (await wordsOf(row(page, group))).replace(/ · Renew · More for .*$/, '')
}

/** Opens one of the three views. */
export async function openView(page: Page, name: 'Groups' | 'History' | 'Settings'): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click()
}

/** Fails the step when two things differ that a person or the vendor would notice. */
export function mustBe(what: string, found: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(found, wanted)) {
    throw new Error(`${what}: ${JSON.stringify(found)}, and not ${JSON.stringify(wanted)}`)
  }
}
