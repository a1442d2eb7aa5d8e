import type { Page } from '@playwright/test'
import { connect, row, saveGroups, snapshotOf } from './support/acts.ts'
import { chooseTheme, expectAccessible, resize } from './support/axe.ts'
import { expect, type TestVendor, test, testKey } from './support/leasebar.ts'

const endpoint = 'extend/order/auto'
const ids = ['1111111111111111111', '1111111111111111112']

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const detail = (page: Page) => page.getByRole('region', { name: 'Chosen group' })
const question = (page: Page) => page.getByRole('group', { name: 'Switch auto-extend on?', exact: true })

/** Bodies of the requests that switched auto-extend, in order. */
function requests(lab: TestVendor): unknown[] {
  return lab.vendor.requests
    .filter((entry) => entry.endpoint === endpoint)
    .map((entry) => JSON.parse(entry.body))
}

const body = (autoExtend: boolean) => ({
  proxyType: 'IPv4',
  orderIds: ids,
  rentPeriodDays: 60,
  autoExtend,
})

/** Opens a group's auto-extend by its row's menu. */
async function openByMenu(page: Page, name: string): Promise<void> {
  await button(page, `More for ${name}`).click()
  await page.getByRole('menuitem', { name: 'Auto-extend…', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Vendor’s auto-extend', exact: true })).toBeFocused()
}

test('on and off for a group by keyboard: one request each, a question before on, none before off', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await resize(app, page, 'narrow')
  await saveGroups(page, [{ name: 'Berlin', orderIds: ids.join(' '), days: '60' }])
  await openByMenu(page, 'Berlin')
  await expect(detail(page)).toContainText('Auto-extend: off.')

  await page.keyboard.press('Tab')
  await expect(button(page, 'Switch on')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question(page)).toBeFocused()
  await expect(question(page)).toContainText('The vendor will renew these 2 orders, not Leasebar')
  await expect(question(page)).toContainText('for 60 days each time, also when Leasebar is not running')
  await page.keyboard.press('Escape')
  await expect(question(page)).toHaveCount(0)
  await expect(button(page, 'Switch on')).toBeFocused()
  expect(requests(lab)).toEqual([])

  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(button(page, 'Let the vendor renew')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(detail(page)).toContainText('Auto-extend: on for all 2 orders.')
  await expect(page.getByRole('status')).toContainText('Berlin: Switched on.')
  expect(requests(lab)).toEqual([body(true)])
  // The button that was pressed is gone: whoever uses the keyboard goes on from the heading.
  await expect(page.getByRole('heading', { name: 'Vendor’s auto-extend', exact: true })).toBeFocused()

  await page.keyboard.press('Tab')
  await expect(button(page, 'Switch off')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(detail(page)).toContainText('Auto-extend: off.')
  await expect(page.getByRole('status')).toContainText('Berlin: Switched off.')
  expect(requests(lab)).toEqual([body(true), body(false)])
  expect(lab.paid()).toBe(0)
})

test('a double-click is one request, and while it is on its way nothing else is asked', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await resize(app, page, 'wide')
  await saveGroups(page, [{ name: 'Berlin', orderIds: ids.join(' '), days: '60' }])
  const held = lab.faults.plan({ kind: 'none', endpoint, hold: 'beforeReply' })
  await button(page, 'Switch on').click()
  await button(page, 'Let the vendor renew').dblclick()
  await held.reached
  await expect(button(page, 'Switch on')).toHaveAttribute('aria-busy', 'true')
  await button(page, 'Switch on').click({ force: true })
  await expect(question(page)).toHaveCount(0)
  held.release()
  await expect(row(page, 'Berlin')).toContainText('auto-extend')
  await expect(detail(page)).toContainText('Auto-extend: on for all 2 orders.')
  await button(page, 'Switch off').dblclick()
  await expect(detail(page)).toContainText('Auto-extend: off.')
  await expect(row(page, 'Berlin')).not.toContainText('auto-extend')
  expect(requests(lab)).toEqual([body(true), body(false)])
})

test('a lost answer and a refusal are alerts with the vendor’s words, and the record can be copied', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await resize(app, page, 'wide')
  await saveGroups(page, [{ name: 'Berlin', orderIds: ids.join(' '), days: '60' }])
  lab.faults.plan({ kind: 'resetAfterActing', endpoint })
  await button(page, 'Switch on').click()
  await button(page, 'Let the vendor renew').click()
  await expect(page.getByRole('alert')).toContainText('It may or may not have been switched on')
  await expect(detail(page)).toContainText('Auto-extend: on for all 2 orders.')
  await expect(detail(page)).toContainText('The list read since says: on for all 2 orders.')
  expect(requests(lab)).toEqual([body(true)])

  lab.faults.plan({ kind: 'error', code: 29, message: 'Words of the vendor', endpoint, acts: false })
  await button(page, 'Switch off').click()
  await expect(page.getByRole('alert')).toContainText('Words of the vendor (error 29)')
  await expect(detail(page)).toContainText('Auto-extend: on for all 2 orders.')
  await button(page, 'Copy the record').click()
  const copied = () => app.app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(copied).toContain('Reply as received:')
  const text = await copied()
  expect(text).toContain('autoExtend: false')
  expect(text).toContain('Words of the vendor')
  expect(text).not.toContain(testKey)
  expect(requests(lab)).toHaveLength(2)
  // It is kept: another window's first look has it too.
  const [view] = (await snapshotOf(page)).groups
  expect(view?.autoExtend).toMatchObject({ state: 'all', last: { on: false, end: { kind: 'refused' } } })
})

test('axe finds nothing in any of its states', async ({ start, lab }) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, [
    { name: 'Berlin', orderIds: ids.join(' '), days: '60' },
    { name: 'Rome', orderIds: `${ids[1]} 404` },
  ])
  await resize(app, page, 'narrow')
  await openByMenu(page, 'Berlin')
  const looks = async (screen: string) => {
    for (const layout of ['narrow', 'wide'] as const) {
      await resize(app, page, layout)
      for (const theme of ['light', 'dark'] as const) {
        await chooseTheme(app, page, theme)
        await expectAccessible(page, `${screen}, ${layout}, ${theme}`)
      }
    }
  }
  await looks('auto-extend off')
  await button(page, 'Switch on').click()
  await looks('the question')
  lab.faults.plan({ kind: 'resetAfterActing', endpoint })
  await button(page, 'Let the vendor renew').click()
  await expect(detail(page)).toContainText('Auto-extend: on for all 2 orders.')
  await looks('after a lost answer')
  await openByMenu(page, 'Rome')
  await expect(detail(page)).toContainText(
    'Auto-extend: on for 1 of 2 orders. The vendor does not list 1 of them.',
  )
  await looks('on for some')
})
