import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooseInFileDialog, pressInDialog } from '../support/desktop/dialogs.ts'
import { addGroup, connect, openView, row } from './support/acts.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, quitApp, test, testKey } from './support/leasebar.ts'

const head = 'name,proxyType,orderIds,rentPeriodDays'

test('groups go to a file and come back from it on another installation, looked at first', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'exported.json')
  const first = await start()
  await connect(first.page, 'Main', testKey)
  await addGroup(first.page, { name: '=Berlin', orderIds: '1111111111111111111 1111111111111111112' })
  await openView(first.page, 'Settings')
  await first.page.getByRole('button', { name: 'Export as JSON', exact: true }).click()
  await chooseInFileDialog(first, file)
  await expect(first.page.getByText('Exported 1 group', { exact: true }).first()).toBeVisible()
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    format: 'leasebar-groups',
    groups: [{ name: '=Berlin', orderIds: ['1111111111111111111', '1111111111111111112'] }],
  })
  await quitApp(first)

  const app = await start({ folder: join(folder, 'second') })
  const { page } = app
  await connect(page, 'Main', testKey)
  await addGroup(page, { name: '=berlin', orderIds: '1111111111111111111' })
  await openView(page, 'Settings')
  const choose = page.getByRole('button', { name: 'Import groups…', exact: true })
  await choose.click()
  await pressInDialog(app.pid, 'Escape')
  await expect(choose).toBeEnabled()
  await choose.click()
  await chooseInFileDialog(app, file)
  const dialog = page.getByRole('dialog', { name: 'Import groups', exact: true })
  await expect(dialog.getByRole('row', { name: /^=Berlin .*Added as “=Berlin copy”/ })).toBeVisible()
  await expectAccessible(page, 'import')
  await dialog.getByRole('button', { name: 'Import 1 group', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await openView(page, 'Groups')
  await expect(row(page, '=Berlin copy')).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(row(page, '=Berlin copy')).toHaveCount(0)
  await expect(row(page, '=berlin')).toBeVisible()
})

test('a damaged file is refused with its lines, and nothing changes', async ({ start, folder }) => {
  const file = join(folder, 'damaged.csv')
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  writeFileSync(file, `${head}\nGood,IPv4,1111111111111111111,30\nBad,IPv5,1111111111111111112,monthly\n`)
  await openView(page, 'Settings')
  await page.getByRole('button', { name: 'Import groups…', exact: true }).click()
  await chooseInFileDialog(app, file)
  const dialog = page.getByRole('dialog', { name: 'Import groups', exact: true })
  await expect(dialog.getByRole('alert')).toContainText('Line 3')
  await expect(dialog.getByRole('alert')).toContainText('“IPv5” is no proxy type')
  await expect(dialog.getByRole('alert')).toContainText('Enter whole days from 1 to 3650.')
  await expectAccessible(page, 'import')
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await openView(page, 'Groups')
  await expect(page.getByRole('listitem')).toHaveCount(0)
})
