import { connect } from './support/acts.ts'
import { expect, test, testKey } from './support/leasebar.ts'

test('a click with the other button in a field offers to paste; the key cannot be copied out', async ({
  start,
}) => {
  const { app, page } = await start()
  // The system's menu is not in the page: what it would show is taken where Electron is told to show it.
  await app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup() {
      const shown = this.items.map(({ label, enabled }) => `${label} ${String(enabled)}`)
      Object.assign(globalThis, { shownMenu: shown })
    }
  })
  const shown = () => app.evaluate(() => Reflect.get(globalThis, 'shownMenu') as string[] | undefined)
  const key = page.getByLabel('API key', { exact: true })
  await key.fill('k3y-to-be-kept')
  await key.selectText()
  await key.click({ button: 'right' })
  await expect.poll(shown).toContain('Copy false')
  expect(await shown()).toContain('Select all true')

  await connect(page, 'Main', testKey)
  await app.evaluate(({ clipboard }) => clipboard.writeText('7301848211'))
  const search = page
    .getByRole('searchbox')
    .or(page.getByRole('button', { name: 'New group', exact: true }))
    .first()
  await search.click()
  const ids = page.getByRole('textbox', { name: 'Order IDs', exact: true })
  await ids.click({ button: 'right' })
  await expect.poll(shown).toContain('Paste true')
})
