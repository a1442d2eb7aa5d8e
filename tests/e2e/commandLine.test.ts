import { once } from 'node:events'
import { startBare } from '../support/desktop/launch.ts'
import { connect, guardDialog, openHistory, outcome, saveGroups } from './support/acts.ts'
import {
  expect,
  killApp,
  quitApp,
  type Start,
  type Started,
  type TestVendor,
  test,
  testKey,
} from './support/leasebar.ts'
import { endStarted, runCommand } from './support/script.ts'
import { closeWindow, expectShown } from './support/window.ts'

const shop = { name: 'Shop', orderIds: '1111111111111111111' }
const six = { name: 'Six & Co', type: 'IPv6', orderIds: '22222222222222222', days: '90' } as const
const extend = 'extend/order'

test.afterEach(endStarted)

/** Leasebar with an account and the group `Shop`. */
async function withShop(start: Start): Promise<Started> {
  const app = await start()
  await connect(app.page, 'Main', testKey)
  await saveGroups(app.page, [shop])
  return app
}

function urls(lab: TestVendor) {
  return { LEASEBAR_API_URL: lab.vendor.url }
}

test('--renew and --check-balance are carried out by the running Leasebar, and end as the outcome says', async ({
  start,
  lab,
  folder,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [shop, six])
  expect(await runCommand(folder, ['--check-balance'])).toEqual({
    code: 0,
    line: {
      group: null,
      outcome: null,
      price: null,
      currency: 'USD',
      balance: '100.00',
      message: 'Main: $100.00.',
    },
  })
  const renewed = await runCommand(folder, ['--renew=Shop', '--account=Main'])
  expect(renewed).toMatchObject({
    code: 0,
    line: { group: 'Shop', outcome: 'renewed', price: '2.80', currency: 'USD', balance: '97.20' },
  })
  expect(lab.paid()).toBe(1)

  // The same guard: it was renewed a moment ago. The question opens in the window.
  const asked = await runCommand(folder, ['--renew=Shop'])
  expect(asked).toMatchObject({ code: 3, line: { group: 'Shop', outcome: null, balance: '97.20' } })
  expect(asked.line.message).toContain('Not paid. Leasebar asks first')
  await expect(guardDialog(page, 'Shop')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(lab.paid()).toBe(1)

  lab.faults.plan({ kind: 'error', code: 29, message: 'No', endpoint: 'calculate/extend/order' })
  expect(await runCommand(folder, [`--renew=${six.name}`])).toMatchObject({
    code: 1,
    line: { group: six.name, outcome: 'refused' },
  })
  lab.faults.plan({ kind: 'html', status: 500, endpoint: extend, acts: false })
  expect(await runCommand(folder, [`--renew=${six.name}`])).toMatchObject({
    code: 2,
    line: { group: six.name, outcome: 'unknown' },
  })
  expect(lab.paid()).toBe(2)
  lab.faults.plan({ kind: 'html', status: 503, endpoint: 'balance', times: 9 })
  expect(await runCommand(folder, ['--check-balance'])).toMatchObject({ code: 1, line: { balance: null } })
  const history = await openHistory(page)
  await expect(outcome(history, 'Renewed')).toHaveCount(1)
  await expect(outcome(history, 'Unknown')).toHaveCount(1)
})

test('a command that cannot be understood ends with 4 and asks the vendor nothing', async ({
  start,
  lab,
  folder,
}) => {
  await withShop(start)
  // A list that is read because a group was saved may still be on its way; no command asks for one.
  const asked = () => lab.vendor.requests.filter(({ endpoint }) => endpoint !== 'ipAddress').length
  const before = asked()
  for (const [args, words] of [
    [['--renew'], 'Name the group'],
    [['--renew='], 'Name the group'],
    [['--renew=Shop', '--check-balance'], 'One command at a time'],
    [['--renew=Shop', '--renew=Shop'], 'One command at a time'],
    [['--check-balance=Main'], '--check-balance takes no value'],
    [['--renew=Nobody'], 'There is no group of that name'],
    [['--renew=Shop', '--account=Other'], 'There is no such account'],
    [['--check-balance', '--account=Other'], 'There is no such account'],
  ] as const) {
    const ran = await runCommand(folder, args)
    expect(ran.code, args.join(' ')).toBe(4)
    expect(ran.line.message, args.join(' ')).toContain(words)
  }
  expect(asked()).toBe(before)
})

test('two scripts at once on one group: one paid request, and both are told', async ({
  start,
  lab,
  folder,
}) => {
  await withShop(start)
  const held = lab.faults.plan({ endpoint: extend, kind: 'none', hold: 'beforeReply' })
  const scripts = [runCommand(folder, ['--renew=Shop']), runCommand(folder, ['--renew=Shop'])]
  await held.reached
  // Both have been taken once a third is: they are answered in order.
  expect((await runCommand(folder, ['--renew=Nobody'])).code).toBe(4)
  held.release()
  const ends = await Promise.all(scripts)
  expect(ends.map(({ code }) => code).filter((code) => code === 0)).not.toHaveLength(0)
  expect(ends.map(({ code }) => code).every((code) => code === 0 || code === 3)).toBe(true)
  expect(lab.paid()).toBe(1)
})

test('Leasebar dies with the request under way: the script ends with 2, and nobody sends it again', async ({
  start,
  lab,
  folder,
}) => {
  const app = await withShop(start)
  const held = lab.faults.plan({ endpoint: extend, kind: 'none', hold: 'beforeReply' })
  const script = runCommand(folder, ['--renew=Shop'])
  await held.reached
  await killApp(app)
  expect(await script).toMatchObject({ code: 2, line: { group: 'Shop' } })
  held.release()
  const again = await start()
  // The vendor did carry it out, and its list shows that: the evidence settles it.
  await expect(outcome(await openHistory(again.page), 'Renewed')).toBeVisible()
  expect(lab.paid()).toBe(1)
})

test('where none runs, one is started in the tray, carries it out, and stays for the next', async ({
  start,
  lab,
  folder,
}) => {
  const app = await withShop(start)
  await quitApp(app)
  expect(await runCommand(folder, ['--renew=Shop'], urls(lab))).toMatchObject({
    code: 0,
    line: { group: 'Shop', outcome: 'renewed', balance: '97.20' },
  })
  expect(await runCommand(folder, ['--check-balance'], urls(lab))).toMatchObject({
    code: 0,
    line: { balance: '97.20' },
  })
  expect(lab.paid()).toBe(1)
})

test('what the launcher offers: Check balance shows the window beside its answer, Renew all due… the plan', async ({
  start,
  lab,
  folder,
}) => {
  const app = await withShop(start)
  await closeWindow(app)
  await expectShown(app, false)
  expect((await runCommand(folder, ['--check-balance', '--show'])).code).toBe(0)
  await expectShown(app, true)
  const { child } = await startBare({ userDataDir: folder, args: ['--renew-due'] })
  await once(child, 'exit')
  const dialog = app.page.getByRole('dialog', { name: 'Renew all due', exact: true })
  await expect(dialog.getByRole('button', { name: 'Pay $2.80', exact: true })).toBeVisible()
  expect(lab.paid()).toBe(0)
})
