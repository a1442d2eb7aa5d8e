import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect, saveGroups } from '../e2e/support/acts.ts'
import { expect, quitApp, type TestVendor, test, testKey } from '../e2e/support/leasebar.ts'
import { runCommand } from '../e2e/support/script.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import { until } from '../support/desktop/until.ts'
import { inspectable, isWindowShown, runningOn, startLine, waitForEnd } from './support.ts'

const entryFile = '/usr/share/applications/dev.leasebar.app.desktop'

/** What the launcher starts for one of its actions, by the name that a person sees. */
function execOf(name: string): string {
  const parts = readFileSync(entryFile, 'utf8').split(/^\[Desktop (?:Entry|Action [a-z-]+)\]$/m)
  const part = parts.find((one) => one.includes(`\nName=${name}\n`))
  const line = /^Exec=(.*)$/m.exec(part ?? '')?.[1]
  if (line === undefined) throw new Error(`the launcher has no action ${name}`)
  return line
}

const balanceReads = ({ vendor }: TestVendor): number =>
  vendor.requests.filter(({ endpoint }) => endpoint === 'balance').length

test('the launcher’s entry is as the desktops want it, with its three actions', () => {
  expect(readFileSync(entryFile, 'utf8')).toContain('\nActions=open;check-balance;renew-due;\n')
  const checked = spawnSync('desktop-file-validate', [entryFile], { encoding: 'utf8' })
  expect(checked.stdout).toBe('')
  expect(checked.status).toBe(0)
})

test('what the launcher offers is done by the Leasebar that runs, and pays nothing', async ({
  start,
  lab,
  folder,
}) => {
  const first = await start({ electron: inspectable(), entry: null })
  await connect(first.page, 'Main', testKey)
  await saveGroups(first.page, [{ name: 'Due', orderIds: '1111111111111111111' }])
  expect(await quitApp(first)).toBe(0)

  const env = { LEASEBAR_API_URL: lab.vendor.url }
  const at = `--user-data-dir=${folder}`
  startLine(`${execOf('Leasebar')} ${at} --hidden`, env)
  const pid = await until('the start', async () => runningOn(folder))
  const tray = await waitForTray({ pid })
  await tray.waitForLabel('1 group due')
  expect(isWindowShown()).toBe(false)
  const reads = balanceReads(lab)
  const [program = '', ...flags] = execOf('Check balance').split(' ')
  const checked = await runCommand(folder, flags, env, { electron: program, entry: null })
  expect(checked).toMatchObject({ code: 0, line: { balance: '100.00' } })
  await until('the window after Check balance', async () => (isWindowShown() ? true : undefined))
  await until('the reading', async () => (balanceReads(lab) > reads ? true : undefined))

  await tray.activate()
  await until('the hidden window', async () => (isWindowShown() ? undefined : true))
  startLine(`${execOf('Open')} ${at}`, env)
  await until('the window after Open', async () => (isWindowShown() ? true : undefined))

  await tray.activate()
  await until('the hidden window', async () => (isWindowShown() ? undefined : true))
  const quotes = () =>
    lab.vendor.requests.filter(({ endpoint }) => endpoint === 'calculate/extend/order').length
  const quotesBefore = quotes()
  startLine(`${execOf('Renew all due…')} ${at}`, env)
  await until('the window after Renew all due', async () => (isWindowShown() ? true : undefined))
  // The plan is made, and waits for its yes.
  await tray.waitForLabel('Renewing all due…')
  await until('the price', async () => (quotes() > quotesBefore ? true : undefined))
  expect(runningOn(folder)).toBe(pid)
  expect(lab.paid()).toBe(0)
  await tray.click('Quit').catch(() => {})
  await waitForEnd(folder)
})
