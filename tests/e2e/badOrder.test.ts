import type { Locator, Page } from '@playwright/test'
import { connect, openHistory, openView, outcome, renewButton, row, saveGroups } from './support/acts.ts'
import { chooseTheme, expectAccessible, resize } from './support/axe.ts'
import { expect, type TestVendor, test, testKey } from './support/leasebar.ts'
import { closeWindow, expectShown } from './support/window.ts'

const calculate = 'calculate/extend/order'
const good = ['1111111111111111111', '1111111111111111112']

const findButton = (page: Page): Locator =>
  page.getByRole('button', { name: 'Find the bad order', exact: true })
const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true })

/** Ids of every quote that was asked for, in order. */
function quotes(lab: TestVendor): string[][] {
  return lab.vendor.requests
    .filter(({ endpoint }) => endpoint === calculate)
    .map(({ body }) => (JSON.parse(body) as { orderIds: string[] }).orderIds)
}

async function refused(page: Page, name: string): Promise<void> {
  await renewButton(page, name).click()
  await expect(outcome(row(page, name), 'Refused')).toBeVisible()
}

test('a group with a bad id: refused, found by quotes, removed, undone, removed again, renewed', async ({
  start,
  lab,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: `${good[0]} 404 ${good[1]}` }])
  await expect(findButton(page)).toHaveCount(0)
  await refused(page, 'Berlin')
  const itsRow = row(page, 'Berlin')
  const before = quotes(lab).length

  await expect(findButton(page)).toHaveAccessibleDescription('Asks for quotes only, which cost nothing.')
  await findButton(page).focus()
  await page.keyboard.press('Enter')
  await expect(itsRow.getByText(/Asked [12] of at most 6 quotes\. Nothing is paid\./)).toBeVisible()
  // The button keeps its place and the focus while it is busy.
  await expect(findButton(page)).toHaveAttribute('aria-busy', 'true')
  await expect(findButton(page)).toBeFocused()
  await expect(itsRow).toContainText('The vendor does not accept 1 of 3 orders')
  await expect(itsRow.getByText('404', { exact: true })).toBeVisible()
  await expect(itsRow).toContainText('Asked 3 quotes; nothing was paid.')
  await expect(page.getByRole('status')).toContainText(
    'Berlin: The vendor does not accept 1 of 3 orders. 404. It accepts the other 2.',
  )
  await expect(findButton(page)).toBeFocused()
  expect(
    quotes(lab)
      .slice(before)
      .map((ids) => ids.length),
  ).toEqual([3, 1, 2])
  const times = lab.vendor.requests.filter(({ endpoint }) => endpoint === calculate).slice(before)
  for (const [index, { at }] of times.slice(1).entries()) {
    expect(at - (times[index]?.at ?? 0)).toBeGreaterThanOrEqual(990)
  }
  // Still the outcome of the renewal, and no other.
  await expect(outcome(itsRow, 'Refused')).toHaveCount(1)

  await page.keyboard.press('Tab')
  await expect(button(page, 'Remove it from the group')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(itsRow).toContainText('2 orders')
  await expect(findButton(page)).toHaveCount(0)
  await expect(renewButton(page, 'Berlin')).toBeFocused()
  await button(page, 'Undo').click()
  await expect(itsRow).toContainText('3 orders')
  await expect(page.getByRole('status')).toContainText('1 order is back in Berlin.')

  await findButton(page).click()
  await button(itsRow, 'Remove it from the group').click()
  await expect(itsRow).toContainText('2 orders')
  expect(lab.paid()).toBe(0)
  await renewButton(page, 'Berlin').click()
  await expect(outcome(itsRow, 'Renewed')).toBeVisible()
  expect(lab.paid()).toBe(1)
  expect(JSON.parse(lab.vendor.paidRequests()[0]?.body ?? '')).toMatchObject({ orderIds: good })
})

test('a 429 in between is waited out, and told with the time until the next try', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: `${good[0]} 404` }])
  await refused(page, 'Berlin')
  const before = quotes(lab).length
  lab.faults.plan({ kind: 'tooMany', retryAfter: 3, endpoint: calculate, nth: 2 })
  await findButton(page).click()
  await expect(row(page, 'Berlin')).toContainText(/The vendor asks to wait\. Next quote in [123] s/)
  await expect(row(page, 'Berlin')).toContainText('The vendor does not accept 1 of 2 orders')
  const asked = lab.vendor.requests.filter(({ endpoint }) => endpoint === calculate).slice(before)
  expect(asked.map(({ status }) => status)).toEqual([200, 429, 200, 200])
  expect((asked[2]?.at ?? 0) - (asked[1]?.at ?? 0)).toBeGreaterThanOrEqual(3000)
  expect(lab.paid()).toBe(0)
})

test('it goes on while the window is closed, and can be stopped', async ({ start, lab }) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: `${good[0]} 404 ${good[1]}` }])
  await refused(page, 'Berlin')
  const held = lab.faults.plan({ kind: 'none', endpoint: calculate, hold: 'beforeReply' })
  await findButton(page).click()
  await held.reached
  await closeWindow(app)
  await expectShown(app, false)
  held.release()
  const before = quotes(lab).length
  await expect.poll(() => quotes(lab).length).toBe(before + 2)
  await app.app.evaluate(({ app: electron }) => void electron.emit('activate'))
  await expectShown(app, true)
  await expect(row(page, 'Berlin')).toContainText('The vendor does not accept 1 of 3 orders')
  // A window made anew knows of it too: main is the truth.
  await page.reload()
  await expect(row(page, 'Berlin')).toContainText('The vendor does not accept 1 of 3 orders')

  const again = lab.faults.plan({ kind: 'none', endpoint: calculate, hold: 'beforeReply' })
  await findButton(page).click()
  await again.reached
  await button(page, 'Stop the search').focus()
  await page.keyboard.press('Enter')
  await expect(row(page, 'Berlin')).toContainText('The search was stopped')
  await expect(findButton(page)).toBeFocused()
  again.release()
  await expect(page.getByRole('status')).toContainText('Berlin: The search was stopped.')
  expect(lab.paid()).toBe(0)
})

test('from the receipt in the history, and in the detail of a narrow window; each name once', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await resize(app, page, 'wide')
  await saveGroups(page, [
    { name: 'Berlin', orderIds: `${good[0]} 404` },
    { name: 'Wrong type', orderIds: '444444444444444 333333333333333333' },
  ])
  await refused(page, 'Berlin')
  await refused(page, 'Wrong type')
  // The plain name is the newest one's; the other's says whose it is.
  await expect(findButton(page)).toHaveCount(1)
  await expect(button(row(page, 'Wrong type'), 'Find the bad order')).toBeVisible()
  await expect(button(row(page, 'Berlin'), 'Find the bad order: Berlin')).toBeVisible()

  const table = await openHistory(page)
  await table.getByRole('button', { name: /^Receipt of Wrong type/ }).click()
  await findButton(page).click()
  await expect(table).toContainText('The vendor accepts none of 2 orders')
  await expect(table).toContainText('A group keeps at least one order')
  await expect(button(page, 'Remove them from the group')).toHaveCount(0)
  await button(page, 'Edit the order ids').click()
  await expect(page.getByRole('textbox', { name: 'Order IDs', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await openView(page, 'Groups')
  await resize(app, page, 'narrow')
  await page.getByRole('button', { name: 'Berlin', exact: true }).click()
  await findButton(page).click()
  const detail = page.getByRole('region', { name: 'Chosen group' })
  await expect(detail).toContainText('The vendor does not accept 1 of 2 orders')
  await button(detail, 'Copy the bad ids').click()
  await expect(page.getByRole('status')).toContainText('1 order id copied.')
  await expect.poll(() => app.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('404')
  await button(detail, 'Remove it from the group').click()
  await expect(button(page, 'Edit group')).toBeFocused()
  await expect(findButton(page)).toHaveCount(0)
  expect(lab.paid()).toBe(0)
})

test('a vendor that speaks of something else, or accepts all by now, is told in words', async ({
  start,
  lab,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: good.join(' ') }])
  lab.faults.plan({ kind: 'error', code: 29, message: 'Incorrect orderIds', endpoint: calculate })
  await refused(page, 'Berlin')
  lab.faults.plan({ kind: 'error', code: 35, message: 'Unknown', endpoint: calculate })
  await findButton(page).click()
  await expect(row(page, 'Berlin')).toContainText('The search could not go on')
  // In a row an outcome's word stands for the outcome alone.
  await expect(outcome(row(page, 'Berlin'), 'Unknown')).toHaveCount(0)
  await findButton(page).click()
  await expect(row(page, 'Berlin')).toContainText('The vendor accepts all of them now')
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  await expect(findButton(page)).toHaveCount(0)
  expect(lab.paid()).toBe(1)
})

test('axe finds nothing while it asks and at its end', async ({ start, lab }) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, [
    { name: 'Berlin', orderIds: `${good[0]} 404 405` },
    { name: 'Other', orderIds: '406 407' },
  ])
  await refused(page, 'Other')
  await refused(page, 'Berlin')
  const looks = async (screen: string) => {
    for (const layout of ['narrow', 'wide'] as const) {
      await resize(app, page, layout)
      for (const theme of ['light', 'dark'] as const) {
        await chooseTheme(app, page, theme)
        await expectAccessible(page, `${screen}, ${layout}, ${theme}`)
      }
    }
  }
  await looks('bad orders, not asked yet')
  const held = lab.faults.plan({ kind: 'none', endpoint: calculate, hold: 'beforeReply', nth: 2 })
  await findButton(page).click()
  await held.reached
  await looks('asking')
  held.release()
  await expect(row(page, 'Berlin')).toContainText('does not accept 2 of 3 orders')
  await looks('found')
  const table = await openHistory(page)
  await expect(outcome(table, 'Refused')).toHaveCount(2)
  for (const receipt of await table.getByRole('button', { name: /^Receipt of/ }).all()) await receipt.click()
  await expect(findButton(page)).toHaveCount(1)
  await looks('found, in the history')
})
