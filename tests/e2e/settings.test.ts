import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { connect, openView, saveGroups } from './support/acts.ts'
import { chooseTheme, expectAccessible, resize } from './support/axe.ts'
import { expect, test, testKey } from './support/leasebar.ts'

test('the settings are searched, by keyboard, in every look', async ({ start }) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await openView(page, 'Settings')
  const search = page.getByRole('searchbox', { name: 'Search settings', exact: true })
  const shown = page.getByRole('heading', { level: 2 })
  await expect(shown).toHaveCount(8)
  await page.keyboard.press('/')
  await expect(search).toBeFocused()

  await page.keyboard.type('quiet hours')
  await expect(page.getByRole('switch')).toHaveCount(1)
  await expect(page.getByRole('switch', { name: 'Quiet hours', exact: true })).toBeVisible()
  await expect(shown).toHaveText(['Notifications'])

  // A section that is meant by its title shows all it has.
  await search.fill('money')
  await expect(page.getByRole('spinbutton', { name: 'Warn below', exact: true })).toBeVisible()
  await expect(page.getByRole('spinbutton', { name: 'Limit per day', exact: true })).toBeVisible()

  // An account is found by its key, which is in no label.
  await search.fill('keychain')
  await expect(page.getByRole('button', { name: 'Replace key', exact: true })).toBeVisible()

  await search.fill('no such setting')
  await expect(shown).toHaveCount(0)
  await expect(page.getByText('No setting is about “no such setting”.')).toBeVisible()
  for (const layout of ['narrow', 'wide'] as const) {
    await resize(app, page, layout)
    for (const theme of ['light', 'dark'] as const) {
      await chooseTheme(app, page, theme)
      await expectAccessible(page, `nothing found, ${layout}, ${theme}`)
    }
  }
  await page.getByRole('button', { name: 'Show all settings', exact: true }).click()
  await expect(search).toHaveValue('')
  await expect(shown).toHaveCount(8)
})

test('what is being typed into a setting outlives a search, with what is wrong with it', async ({
  start,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await openView(page, 'Settings')
  const days = page.getByRole('textbox', { name: 'Days before the end', exact: true })
  await days.fill('7, 7')
  const search = page.getByRole('searchbox', { name: 'Search settings', exact: true })
  await search.fill('theme')
  await expect(days).toBeHidden()
  await search.fill('')
  await expect(days).toHaveValue('7, 7')
  await expect(days).toHaveAttribute('aria-invalid', 'true')
})

test('a reset sets the app back and can be undone; accounts, groups and limits stay', async ({ start }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await openView(page, 'Settings')
  const reset = page.getByRole('button', { name: 'Reset settings', exact: true })
  const every = page.getByRole('spinbutton', { name: 'Check balance every', exact: true })
  const renewed = page.getByRole('switch', { name: 'Renewed', exact: true })
  const limit = page.getByRole('spinbutton', { name: 'Limit per day', exact: true })
  await expect(reset).toBeDisabled()

  await limit.fill('50')
  await limit.press('Enter')
  await every.fill('45')
  await every.press('Enter')
  await renewed.uncheck()
  await reset.click()
  await expect(every).toHaveValue('10')
  await expect(renewed).toBeChecked()
  await expect(limit).toHaveValue(/^50(\.00)?$/)
  await expect(reset).toBeDisabled()

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(every).toHaveValue('45')
  await expect(renewed).not.toBeChecked()
})

test('Copy diagnostics: versions, states and the log, without names, orders and keys', async ({
  start,
  folder,
}) => {
  const { app, page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Secret shop', orderIds: '1111111111111111111' }])
  await openView(page, 'Settings')
  await page.getByRole('button', { name: 'Copy diagnostics', exact: true }).click()
  await expect(page.getByText('Diagnostics copied').first()).toBeVisible()
  const text = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(text).toContain('groups: 1; orders in them: 1')
  expect(text).toMatch(/account 1: vendor; key ok; balance read 20\d\d-/)
  expect(text).toMatch(/ info started, Leasebar /)
  for (const secret of ['Main', 'Secret', '1111111111111111111', testKey]) expect(text).not.toContain(secret)
  expect(readdirSync(join(folder, 'logs'))).toEqual(['leasebar.log'])
})
