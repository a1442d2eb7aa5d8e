import type { Locator, Page } from '@playwright/test'
import { oddListing } from '../../src/main/practice/oddListing.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import { connect, openView, outcome, renewButton, row, snapshotOf } from './support/acts.ts'
import { expect, type TestVendor, test, testKey } from './support/leasebar.ts'

const hour = 3_600_000
const first = 7_400_000_000_000_000_000n

/** Rents out IPv4 orders of one address each, the soonest to end first. */
function rent(lab: TestVendor, count: number): string[] {
  const now = Date.now()
  return Array.from({ length: count }, (_, at) => {
    const id = String(first + BigInt(at))
    lab.world.addOrder(testKey, { id, type: 'IPv4', end: now + 40.5 * hour + at * hour })
    return id
  })
}

/** Saves `Group 001`, `Group 002`, … (`before`: how many there are) of one order each, past the editor, all at once. */
async function saveMany(page: Page, orderIds: readonly string[], before = 0): Promise<void> {
  const { accounts } = await snapshotOf(page)
  const accountId = accounts[0]?.id ?? ''
  const drafts = orderIds.map((id, at) => ({
    id: null,
    accountId,
    name: `Group ${String(before + at + 1).padStart(3, '0')}`,
    proxyType: 'IPv4' as const,
    orderIds: id,
    rentPeriodDays: '30',
    promoCode: '',
    showInTray: false,
    priceLimit: '',
    dueDays: '',
  }))
  const refused = await page.evaluate(async (groups) => {
    const answers = await Promise.all(groups.map((group) => window.leasebar.invoke('group.save', group)))
    return answers.filter((answer) => !JSON.parse(answer).ok).length
  }, drafts)
  expect(refused).toBe(0)
}

function list(page: Page): { readonly rows: Locator; readonly scroller: Locator; readonly search: Locator } {
  const whole = page.getByRole('list', { name: 'Saved groups, soonest to end first', exact: true })
  return {
    rows: whole.getByRole('listitem'),
    scroller: page.locator('.rows'),
    search: page.getByRole('searchbox', { name: 'Search', exact: true }),
  }
}

/** The name of the group in the middle of what is in sight: of all rows the last to go as places are measured. */
function nameInTheMiddle(scroller: Locator): Promise<string> {
  return scroller.evaluate((element) => {
    const { top, height } = element.getBoundingClientRect()
    const middle = (row: Element) => {
      const box = row.getBoundingClientRect()
      return Math.abs(box.top + box.height / 2 - top - height / 2)
    }
    const [row] = [...element.querySelectorAll('li')].sort((a, b) => middle(a) - middle(b))
    return row?.querySelector('.row-name')?.textContent ?? ''
  })
}

test('up to 100 groups every row is in the document, once; of more only those near', async ({
  start,
  lab,
}) => {
  const ids = rent(lab, 101)
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveMany(page, ids.slice(0, 100))
  const { rows } = list(page)
  await expect(rows).toHaveCount(100)
  await expect(rows.first()).not.toHaveAttribute('aria-setsize')
  await saveMany(page, ids.slice(100), 100)
  await expect(rows.first()).toHaveAttribute('aria-setsize', '101')
  expect(await rows.count()).toBeLessThan(60)
})

test('300 groups: found by search, walked through with Tab, the focus kept, renewed once', async ({
  start,
  lab,
}) => {
  test.setTimeout(120_000)
  const ids = rent(lab, 300)
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveMany(page, ids)
  const { rows, scroller, search } = list(page)
  await expect(rows.first()).toHaveAttribute('aria-setsize', '300')
  await expect(renewButton(page, 'Group 001')).toBeVisible()
  await expect(renewButton(page, 'Group 280')).toHaveCount(0)

  // Every stop of Tab is in the next row's place, however far beyond what was in sight.
  await renewButton(page, 'Group 001').focus()
  const places: number[] = []
  for (let stop = 0; stop < 90; stop += 1) {
    await page.keyboard.press('Tab')
    const place = await page.evaluate(() =>
      document.activeElement?.closest('li')?.getAttribute('aria-posinset'),
    )
    places.push(Number(place))
  }
  expect(
    places.every((place, at) => at === 0 || place === places[at - 1] || place === (places[at - 1] ?? 0) + 1),
  ).toBe(true)
  expect(places.at(-1)).toBe(31)

  // The wheel takes the row out of sight and not the focus out of the row.
  const name = await page.evaluate(() => document.activeElement?.textContent)
  await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await expect(renewButton(page, 'Group 300')).toBeInViewport()
  await expect(row(page, 'Group 300')).toHaveAttribute('aria-posinset', '300')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name)

  // The arrows, Home and End reach every row as well, in sight or not.
  await page.keyboard.press('End')
  await expect(renewButton(page, 'Group 300')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(renewButton(page, 'Group 299')).toBeFocused()
  await page.keyboard.press('Home')
  await expect(renewButton(page, 'Group 001')).toBeFocused()
  await expect(renewButton(page, 'Group 001')).toBeInViewport()

  await search.fill(ids[279] ?? '')
  await expect(rows).toHaveCount(1)
  await renewButton(page, 'Group 280').click()
  await expect(outcome(row(page, 'Group 280'), 'Renewed')).toBeVisible()
  expect(lab.paid()).toBe(1)
  await search.press('Escape')
  await expect(rows.first()).toHaveAttribute('aria-setsize', '300')

  // Deleted and brought back, the focus is in its row again.
  await scroller.evaluate((element) => element.scrollTo(0, 6000))
  await expect(renewButton(page, 'Group 001')).toHaveCount(0)
  const gone = await nameInTheMiddle(scroller)
  await page.getByRole('button', { name: `More for ${gone}`, exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click()
  await expect(rows.first()).toHaveAttribute('aria-setsize', '299')
  await scroller.evaluate((element) => element.scrollTo(0, 0))
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(row(page, gone).locator('.row-name')).toBeFocused()
})

test('an odd list of 20,000 addresses: window and tray say what is in it, and what could not be understood', async ({
  start,
  lab,
}) => {
  test.setTimeout(180_000)
  const ids = rent(lab, 20_000)
  lab.faults.plan({ kind: 'odd', endpoint: 'ipAddress', change: oddListing(40), times: 1000 })
  const started = await start()
  const { page } = started
  await connect(page, 'Main', testKey)
  // Long past the first 2,000 by their ends; the second one is an order that the vendor does not list.
  await saveMany(page, [`${ids[19_001]}\n999999`, ids[0] ?? ''])
  await expect
    .poll(async () => (await snapshotOf(page)).orders[0]?.count ?? 0, { timeout: 60_000 })
    .toBeGreaterThan(19_000)
  const { orders } = await snapshotOf(page)
  const { count = 0, notUnderstood = 0, repeated = 0, ungrouped = 0 } = orders[0] ?? {}
  expect(notUnderstood).toBeGreaterThan(0)
  expect(repeated).toBeGreaterThan(0)
  const words = (figure: number): string => figure.toLocaleString('en-US')
  await expect(page.getByText(`${words(ungrouped)} orders are in no group`, { exact: true })).toBeVisible()
  await expect(
    page.getByText(`${words(notUnderstood)} records of the vendor’s list not understood`, { exact: true }),
  ).toBeVisible()

  const tray = await waitForTray({ pid: started.pid })
  await tray.waitForLook('with what is due', ({ tooltip }) => tooltip.includes('1 group due'))
  await tray.waitForLabel('Renew all due…')

  await page.getByRole('button', { name: 'Pick from orders', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Pick from orders', exact: true })
  await expect(dialog).toContainText(
    `${words(notUnderstood)} records of the vendor’s list could not be understood`,
  )
  await expect(dialog).toContainText(`${words(repeated)} records of the vendor’s list came twice`)
  await expect(dialog).toContainText(`of ${words(count)} orders`)
  const boxes = dialog.getByRole('checkbox', { name: /^Pick / })
  expect(await boxes.count()).toBeLessThan(80)
  const search = dialog.getByRole('searchbox', { name: 'Search orders', exact: true })
  await search.fill(ids[19_999] ?? '')
  await expect(boxes).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click()

  // A group's orders are told from the whole list, wherever in it they stand.
  await openView(page, 'Groups')
  await page.getByRole('button', { name: 'Group 001', exact: true }).click()
  const detail = page.getByRole('region', { name: 'Chosen group', exact: true })
  await expect(detail.getByRole('row').filter({ hasText: ids[19_001] ?? '' })).toContainText(
    /ends in \d+ days/,
  )
  await expect(detail.getByRole('row').filter({ hasText: '999999' })).toContainText('not listed')
})
