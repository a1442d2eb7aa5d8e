import type { Page } from '@playwright/test'
import { ask } from '../support/desktop/ask.ts'
import {
  addAccountButton,
  balance,
  connect,
  outcome,
  renewButton,
  row,
  saveGroups,
  snapshotOf,
} from './support/acts.ts'
import { chooseTheme, expectAccessible, layouts, resize } from './support/axe.ts'
import { expect, otherKey, type TestVendor, test, testKey } from './support/leasebar.ts'

function history(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Balance history', exact: true })
  return {
    open: page.getByRole('button', { name: 'Balance history', exact: true }),
    dialog,
    summary: dialog.locator('figcaption'),
    slider: dialog.getByRole('slider', { name: 'Point in time', exact: true }),
    spend: dialog.getByRole('table', { name: 'Spend per month in USD', exact: true }),
    days: dialog.getByRole('table', { name: 'Balance by day', exact: true }),
    button: (name: string) => dialog.getByRole('button', { name, exact: true }),
    span: (name: string) => dialog.getByRole('radio', { name, exact: true }),
  }
}

/** One renewal that went through for $2.80, and one for $1.40 that nobody knows of. */
async function renewTwice(page: Page, lab: TestVendor): Promise<void> {
  await saveGroups(page, [
    { name: 'Near', orderIds: '1111111111111111111' },
    { name: 'Far', orderIds: '1111111111111111112' },
  ])
  await renewButton(page, 'Near').click()
  await expect(outcome(row(page, 'Near'), 'Renewed')).toBeVisible()
  await expect(row(page, 'Near')).toContainText('now ends')
  lab.faults.plan({ kind: 'html', status: 500, endpoint: 'extend/order', acts: false, nth: 1 })
  await renewButton(page, 'Far').click()
  await expect(outcome(row(page, 'Far'), 'Unknown')).toBeVisible()
}

/** Number of the picture's pixels in the colour of a token. */
function pixelsOf(page: Page, token: string): Promise<number> {
  return page.locator('.plot canvas').evaluate((canvas, name) => {
    if (!(canvas instanceof HTMLCanvasElement)) return 0
    const probe = document.body.appendChild(document.createElement('span'))
    probe.style.color = `var(${name})`
    const [r, g, b] = (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(Number)
    probe.remove()
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let found = 0
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] === r && data[at + 1] === g && data[at + 2] === b) found += 1
    }
    return found
  }, token)
}

test('shows the balance with its renewals, reads it out by keyboard, and sums the month', async ({
  start,
  lab,
}) => {
  const { page } = await start()
  const refused: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text())
  })
  await connect(page, 'Main', testKey)
  await renewTwice(page, lab)
  const { open, dialog, summary, slider, spend, days, button, span } = history(page)
  await open.focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await expect(balance(page)).toHaveCount(1)
  await expect(summary).toHaveText(
    /^Since .+: lowest \$97\.20 on .+, highest \$100\.00 on .+, now \$97\.20; 1 renewal, \$2\.80\. 1 more may have been paid, \$1\.40\.$/,
  )
  // A full mark for what was renewed, a hollow one for what may have been.
  await expect.poll(() => pixelsOf(page, '--good')).toBeGreaterThan(10)
  await expect.poll(() => pixelsOf(page, '--bad')).toBeGreaterThan(10)

  await slider.focus()
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', /: \$100\.00$/)
  const heard: string[] = []
  for (let step = 0; step < Number(await slider.getAttribute('max')); step += 1) {
    await page.keyboard.press('ArrowRight')
    heard.push((await slider.getAttribute('aria-valuetext')) ?? '')
  }
  expect(heard.filter((words) => /: \$97\.20\. Renewed: Near \$2\.80$/.test(words))).toHaveLength(1)
  expect(heard.filter((words) => /Unknown: Far \$1\.40, may have been paid$/.test(words))).toHaveLength(1)
  await expect(dialog.locator('.plot-tip')).toContainText('$97.20')

  const month = spend.getByRole('row').filter({ hasText: 'so far' })
  await expect(month.getByRole('cell')).toHaveText(['1', '$2.80', '$1.40'])
  await expect(spend.getByRole('columnheader')).toHaveText([
    'Month',
    'Renewals',
    'Paid in USD',
    'May have been paid',
  ])

  await button('Show as table').click()
  await expect(days).toContainText('Near $2.80')
  await expect(days).toContainText('Far $1.40, may have been paid')
  await expect(slider).toHaveCount(0)
  await button('Show as chart').click()
  await span('7 days').check()
  await expect(summary).toContainText('lowest $97.20')

  const accountId = (await snapshotOf(page)).accounts[0]?.id ?? ''
  await ask(page, 'account.update', { accountId, warnBelow: '50' })
  await expect.poll(() => pixelsOf(page, '--warn')).toBeGreaterThan(50)

  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(open).toBeFocused()
  expect(refused).toEqual([])
})

test('the threshold is dragged by its line’s end, typed under the chart, and Escape puts the line back', async ({
  start,
  lab,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await renewTwice(page, lab)
  const { open, dialog } = history(page)
  await open.click()
  const field = dialog.getByRole('spinbutton', { name: 'Warn below', exact: true })
  const grip = dialog.locator('.plot-grip')
  const stored = async () => (await snapshotOf(page)).accounts[0]?.warnBelow
  await expect(field).toHaveValue('')
  await expect(grip).toHaveCount(0)

  await field.fill('50')
  await field.press('Enter')
  await expect.poll(stored).toBe(500_000)
  const grab = async () => {
    const place = await grip.boundingBox()
    const plot = await dialog.locator('.u-over').boundingBox()
    if (!place || !plot) throw new Error('neither grip nor chart')
    await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2)
    await page.mouse.down()
    return { x: place.x + place.width / 2, middle: place.y + place.height / 2, plot }
  }

  // Half way to the bottom is half the sum, round to a dollar in a chart of a hundred.
  const { x, middle, plot } = await grab()
  await page.mouse.move(x, (middle + plot.y + plot.height) / 2, { steps: 5 })
  expect(await stored(), 'nothing is saved while it is held').toBe(500_000)
  await page.mouse.up()
  await expect(field).toHaveValue(/^2[456]\.00$/)
  await expect.poll(stored).not.toBe(500_000)
  const dropped = await stored()
  expect(Number(dropped) / 10_000).toBe(Number(await field.inputValue()))

  await grab()
  await page.mouse.move(x, plot.y + 40, { steps: 5 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(dialog).toBeVisible()
  await expect(field).toHaveValue(/^2[456]\.00$/)
  expect(await stored()).toBe(dropped)

  await field.fill('-5')
  await field.press('Enter')
  await expect(dialog.getByRole('alert')).toBeVisible()
  expect(await stored()).toBe(dropped)
  await field.fill('')
  await field.press('Enter')
  await expect.poll(stored).toBe(null)
  await expect(grip).toHaveCount(0)
})

test('is the chosen account’s, and follows its readings while it is open', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await renewTwice(page, lab)
  await addAccountButton(page).click()
  await connect(page, 'Second', otherKey)
  await expect(balance(page)).toContainText('$7.00')
  const { open, dialog, summary } = history(page)
  await open.click()
  await expect(dialog).toContainText('Second')
  await expect(dialog).toContainText('No renewals in the last twelve months.')
  const { accounts } = await snapshotOf(page)
  const second = accounts.find(({ name }) => name === 'Second')?.id ?? ''
  const readAgain = () => ask(page, 'balance.refresh', { accountId: second })
  await readAgain()
  await expect(summary).toContainText('$7.00 all along; no renewals paid.')
  lab.world.topUp(otherKey, '43.00')
  await readAgain()
  await expect(summary).toContainText('lowest $7.00')
  await expect(summary).toContainText('now $50.00')
  await expect(dialog).not.toContainText('$97.20')
})

test('axe finds nothing in it, and it scrolls sideways at no width', async ({ start, lab }) => {
  test.setTimeout(120_000)
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await renewTwice(page, lab)
  const { open, dialog, button } = history(page)
  for (const layout of Object.keys(layouts) as (keyof typeof layouts)[]) {
    await resize(app, page, layout)
    await open.click()
    for (const theme of ['light', 'dark'] as const) {
      await chooseTheme(app, page, theme)
      // Drawn anew in the colours of its theme.
      await expect.poll(() => pixelsOf(page, '--accent-text')).toBeGreaterThan(100)
      await expectAccessible(page, `balance history, ${layout}, ${theme}`)
      await button('Show as table').click()
      await expectAccessible(page, `balance history as a table, ${layout}, ${theme}`)
      await button('Show as chart').click()
    }
    const sideways = await dialog.evaluate((element) =>
      [element, ...element.querySelectorAll('.scroll')].map((part) => part.scrollWidth - part.clientWidth),
    )
    expect(Math.max(...sideways), layout).toBeLessThanOrEqual(0)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
})
