import { waitForNotification } from '../support/desktop/notifications.ts'
import { connect, openView, saveGroups } from './support/acts.ts'
import { setClock } from './support/clock.ts'
import { expect, test, testKey } from './support/leasebar.ts'

const day = 86_400_000

test('a clock that is a day behind is said in the window and with an ending, until it is set right', async ({
  start,
}) => {
  const app = await start()
  const { page } = app
  await setClock(app, -day)
  await connect(page, 'Main', testKey)
  const said = page
    .getByRole('alert')
    .filter({ hasText: 'This computer’s clock is 1 day behind the vendor’s' })
  await expect(said).toBeVisible()
  await expect(said).toContainText('Ends and due dates may be shown and told wrongly. Set the clock')
  await saveGroups(page, [{ name: 'Shop', orderIds: '1111111111111111111' }])
  const told = await waitForNotification({ summary: /: Shop$/ })
  expect(told.body).toContain('This computer’s clock is 1 day behind the vendor’s: this may be told wrongly.')
  await openView(page, 'Settings')
  await expect(said).toBeVisible()

  await setClock(app, day)
  await openView(page, 'Groups')
  await page.getByRole('button', { name: 'Check balance now', exact: true }).click()
  await expect(said).toHaveCount(0)
})
