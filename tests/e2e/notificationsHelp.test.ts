import { connect, openView } from './support/acts.ts'
import { chooseTheme, expectAccessible, resize } from './support/axe.ts'
import { expect, test, testKey } from './support/leasebar.ts'

test('Settings tell every notification, when it comes and how to switch it off; by keyboard, in every look', async ({
  start,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await openView(page, 'Settings')
  const help = page.getByRole('button', { name: 'What Leasebar tells you', exact: true })
  await expect(page.getByText('“Low balance: $4.20”')).toHaveCount(0)
  await help.focus()
  await page.keyboard.press('Enter')
  await expect(help).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('term')).toHaveCount(11)
  await expect(page.getByText('“Low balance: $4.20”')).toBeVisible()
  await expect(
    page.getByText('To switch it off: the switch “Low balance” below. Or leave “Warn below” empty.'),
  ).toBeVisible()
  await expect(page.getByText('It cannot be switched off: money may be gone.')).toBeVisible()
  for (const name of await page.getByRole('term').allTextContents()) {
    if (/unknown|tray|closed/.test(name)) continue
    await expect(page.getByRole('switch', { name, exact: true })).toHaveCount(1)
  }
  for (const layout of ['narrow', 'wide'] as const) {
    await resize(app, page, layout)
    // Nothing is wider than the window.
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    for (const theme of ['light', 'dark'] as const) {
      await chooseTheme(app, page, theme)
      await expectAccessible(page, `help, ${layout}, ${theme}`)
    }
  }
  await help.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('term')).toHaveCount(0)
})
