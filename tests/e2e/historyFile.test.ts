import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { chooseInFileDialog } from '../support/desktop/dialogs.ts'
import { addGroup, connect, openHistory, outcome, renewButton, row } from './support/acts.ts'
import { expect, test, testKey } from './support/leasebar.ts'

test('the history goes to a CSV file: what the filter shows, ids as text, nothing run as a formula', async ({
  start,
  folder,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await addGroup(page, { name: '=Near', orderIds: '1111111111111111111' })
  await addGroup(page, { name: 'Far', orderIds: '1111111111111111112' })
  for (const name of ['=Near', 'Far']) {
    await renewButton(page, name).click()
    await expect(outcome(row(page, name), 'Renewed')).toBeVisible()
    await expect(row(page, name)).toContainText('now ends')
  }
  await openHistory(page)
  await expect(page.getByText(/^Paid: 2 renewals, \$\d+\.\d\d$/)).toBeVisible()
  const exporting = page.getByRole('button', { name: 'Export as CSV', exact: true })
  const all = join(folder, 'all.csv')
  await exporting.click()
  await chooseInFileDialog(app, all)
  await expect(page.getByText('Exported 2 renewals', { exact: true }).first()).toBeVisible()
  const text = readFileSync(all, 'utf8')
  expect(text).toContain(",'=Near,")
  expect(text).toContain(",'1111111111111111111,")
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true })
  expect(rows.map(({ group, outcome }) => [group, outcome])).toEqual([
    ['Far', 'renewed'],
    ["'=Near", 'renewed'],
  ])
  expect(
    rows.every(({ paid, currency, newEnd }) => Number(paid) > 0 && currency === 'USD' && newEnd !== ''),
  ).toBe(true)
  expect(text).not.toContain(testKey)

  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('Far')
  await expect(page.getByText('1 of 1')).toBeVisible()
  await expect(page.getByText(/^Paid: 1 renewal, /)).toBeVisible()
  const some = join(folder, 'some.csv')
  await exporting.click()
  await chooseInFileDialog(app, some)
  await expect(page.getByText('Exported 1 renewal', { exact: true }).first()).toBeVisible()
  expect(readFileSync(some, 'utf8')).not.toContain('Near')
})
