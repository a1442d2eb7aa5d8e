import { expect, type Locator, type Page } from '@playwright/test'
import type { Snapshot } from '../../../src/shared/contract/snapshot.ts'
import { ask } from '../../support/desktop/ask.ts'

/** What a person types into the group editor. */
export interface GroupForm {
  readonly name: string
  readonly type?: 'IPv4' | 'IPv6' | 'Mobile' | 'ISP'
  readonly orderIds: string
  readonly days?: string
  readonly promoCode?: string
  readonly showInTray?: boolean
}

/** Connects an account on the first screen, and waits for its balance. */
export async function connect(page: Page, name: string, key: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Account name', exact: true }).fill(name)
  await page.getByLabel('API key', { exact: true }).fill(key)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(page.getByLabel('Balance', { exact: true })).toContainText('$')
}

/** Fills the open group editor. */
export async function fillGroup(page: Page, form: GroupForm): Promise<void> {
  await page.getByRole('textbox', { name: 'Group name', exact: true }).fill(form.name)
  if (form.type) await page.getByRole('radio', { name: form.type, exact: true }).click()
  await page.getByRole('textbox', { name: 'Order IDs', exact: true }).fill(form.orderIds)
  if (form.days !== undefined) {
    await page.getByRole('combobox', { name: 'Rental period', exact: true }).fill(form.days)
  }
  if (form.promoCode !== undefined) await page.getByLabel('Promo code', { exact: true }).fill(form.promoCode)
  if (form.showInTray !== undefined) {
    await page.getByRole('switch', { name: 'Show in tray', exact: true }).setChecked(form.showInTray)
  }
}

/** Saves a new group, and waits for its row. */
export async function addGroup(page: Page, form: GroupForm): Promise<Locator> {
  await page.getByRole('tab', { name: 'Groups', exact: true }).click()
  await page.getByRole('button', { name: 'New group', exact: true }).click()
  await fillGroup(page, form)
  await page.getByRole('button', { name: 'Save group', exact: true }).click()
  await expect(renewButton(page, form.name)).toBeVisible()
  return row(page, form.name)
}

/** The button that renews a group. */
export function renewButton(page: Page, name: string): Locator {
  return page.getByRole('button', { name: `Renew ${name}`, exact: true })
}

/** A group's row. */
export function row(page: Page, name: string): Locator {
  return page.getByRole('listitem').filter({ has: renewButton(page, name) })
}

/** The guard's dialog for a group. */
export function guardDialog(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name: `Renew ${name}?`, exact: true })
}

/** The button that adds one more account. */
export function addAccountButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Add account', exact: true })
}

/** An outcome in a row, a table or wherever else: its exact word. */
export function outcome(
  within: Locator,
  word: 'Renewed' | 'Refused' | 'Not sent' | 'Unknown' | 'Not renewed',
): Locator {
  return within.getByText(word, { exact: true })
}

/** The balance in the window's head. */
export function balance(page: Page): Locator {
  return page.getByLabel('Balance', { exact: true })
}

/** Opens a view by its tab. */
export async function openView(page: Page, name: 'Groups' | 'History' | 'Settings'): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click()
}

/** Opens the history: its table. */
export async function openHistory(page: Page): Promise<Locator> {
  await openView(page, 'History')
  return page.getByRole('table', { name: 'Renewals', exact: true })
}

/** Everything that main tells a window when it opens. */
export async function snapshotOf(page: Page): Promise<Snapshot> {
  const answer = await ask(page, 'snapshot.get', null)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

/** Saves groups past the editor, for tests that are about something else. Gives their ids. */
export async function saveGroups(page: Page, forms: readonly GroupForm[]): Promise<string[]> {
  const { accounts, settings } = await snapshotOf(page)
  const accountId = settings.selectedAccountId ?? accounts[0]?.id ?? ''
  const ids: string[] = []
  for (const form of forms) {
    const draft = {
      id: null,
      accountId,
      name: form.name,
      proxyType: form.type === 'Mobile' ? ('MOBILE' as const) : (form.type ?? 'IPv4'),
      orderIds: form.orderIds,
      rentPeriodDays: form.days ?? '30',
      promoCode: form.promoCode ?? '',
      showInTray: form.showInTray ?? false,
      priceLimit: '',
      dueDays: '',
    }
    const saved = await ask(page, 'group.save', draft)
    if (!saved.ok) throw new Error(JSON.stringify(saved.error))
    ids.push(saved.value.group.id)
  }
  for (const form of forms) await expect(renewButton(page, form.name)).toBeVisible()
  return ids
}
