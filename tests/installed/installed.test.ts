import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { balance, connect, openHistory, outcome, renewButton, row, saveGroups } from '../e2e/support/acts.ts'
import { filesWithKey, makeCanary } from '../e2e/support/leaks.ts'
import { expect, quitApp, test } from '../e2e/support/leasebar.ts'
import { endStarted, runCommand } from '../e2e/support/script.ts'
import { waitForNotification } from '../support/desktop/notifications.ts'
import { restartPanel } from '../support/desktop/panel.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import { until } from '../support/desktop/until.ts'
import {
  commandAndEnvironment,
  inspectable,
  installed,
  installedBinary,
  isWindowShown,
  processesOf,
  rightsOf,
  runningOn,
  startLine,
  waitForEnd,
} from './support.ts'

const day = 86_400_000
const copy = { electron: inspectable(), entry: null }
const script = { electron: installed, entry: null }

test.afterEach(endStarted)

test('the main job on the installed app, then scripts, a second start, the panel and Quit on the very package', async ({
  start,
  lab,
  folder,
}) => {
  test.setTimeout(180_000)
  const canary = makeCanary()
  const orders = ['81', '82', '83'].map((id) => ({
    id,
    type: 'IPv4' as const,
    addresses: 1,
    end: Date.now() + 20 * day,
  }))
  lab.world.addAccount({ key: canary.key, balance: '50.00', orders })
  const app = await start({ ...copy })
  expect(await app.app.evaluate(({ app: electron }) => electron.isPackaged)).toBe(true)
  await connect(app.page, 'Main', canary.key)
  await saveGroups(app.page, [
    { name: 'One', orderIds: '81' },
    { name: 'Two', orderIds: '82' },
    { name: 'Three', orderIds: '83', showInTray: true },
  ])
  await renewButton(app.page, 'One').click()
  await expect(outcome(row(app.page, 'One'), 'Renewed')).toBeVisible()
  await expect(row(app.page, 'One')).toContainText('now ends')
  await expect(balance(app.page)).toContainText('$48.60')
  await expect(outcome(await openHistory(app.page), 'Renewed')).toHaveCount(1)
  expect(await quitApp(app)).toBe(0)
  expect(lab.paid()).toBe(1)

  const env = { LEASEBAR_API_URL: lab.vendor.url }
  expect(await runCommand(folder, ['--renew=Two'], env, script)).toMatchObject({
    code: 0,
    line: { outcome: 'renewed', balance: '47.20' },
  })
  expect((await runCommand(folder, ['--renew=Two'], env, script)).code).toBe(3)
  await until('the guard’s window', async () => (isWindowShown() ? true : undefined))
  expect((await runCommand(folder, ['--check-balance'], env, script)).line.balance).toBe('47.20')
  expect((await runCommand(folder, ['--renew=Nobody'], env, script)).code).toBe(4)
  expect(lab.paid()).toBe(2)

  const pid = await until('the one that was started', async () => runningOn(folder))
  const tray = await waitForTray({ pid })
  await tray.click('Renew Three · 30 days')
  await waitForNotification({ summary: 'Renewed: Three' })
  expect(lab.paid()).toBe(3)
  await restartPanel()
  const again = await waitForTray({ pid })
  await again.waitForLabel('Renew Three · 30 days')

  for (const one of processesOf(folder)) {
    expect(canary.parts.some((part) => commandAndEnvironment(one).includes(part))).toBe(false)
    expect(readFileSync(`/proc/${one}/limits`, 'utf8')).toMatch(/Max core file size\s+0\s+0/)
  }
  expect(filesWithKey(folder, canary)).toEqual([])
  expect(rightsOf(folder)).toBe('700')
  for (const file of ['leasebar.db', 'journal.jsonl']) expect(rightsOf(join(folder, file)), file).toBe('600')

  // A second start shows the first one's window and ends.
  expect(spawnSync(installed, [`--user-data-dir=${folder}`], { timeout: 30_000 }).status).toBe(0)
  await until('the window', async () => (isWindowShown() ? true : undefined))
  expect(runningOn(folder)).toBe(pid)
  await again.click('Quit').catch(() => {})
  await waitForEnd(folder)
})

test('start at login: the entry starts the package hidden, with only the tray', async ({ start, folder }) => {
  const app = await start({ ...copy, args: ['--practice'] })
  await app.page.getByRole('tab', { name: 'Settings', exact: true }).click()
  await app.page.getByRole('switch', { name: 'Start at login', exact: true }).check()
  const autostart = join(process.env.HOME ?? '', '.config', 'autostart', 'dev.leasebar.app.desktop')
  const entry = await until('the autostart entry', async () => {
    try {
      return readFileSync(autostart, 'utf8')
    } catch {
      return undefined
    }
  })
  expect(await quitApp(app)).toBe(0)
  const line = /^Exec=(.*)$/m.exec(entry)?.[1] ?? ''
  expect(line).toBe(`${inspectable()} --hidden`)
  // The same line for the place where the package is.
  startLine(`${line.replace(inspectable(), installed)} --user-data-dir=${folder}`)
  const pid = await until('the start', async () => runningOn(folder))
  const tray = await waitForTray({ pid })
  await tray.waitForLabel(/^Balance: \$/)
  expect(isWindowShown()).toBe(false)
  await tray.click('Open')
  await until('the window', async () => (isWindowShown() ? true : undefined))
  await tray.click('Quit').catch(() => {})
  await waitForEnd(folder)
})

test('the package is closed to debuggers, runs nobody’s code, and has its sandbox on', async ({ folder }) => {
  const at = `--user-data-dir=${folder}`
  const port = spawnSync(installed, [at, '--remote-debugging-port=0'], { encoding: 'utf8', timeout: 30_000 })
  expect(port.status).toBe(1)
  expect(port.stderr).toContain('Leasebar does not start with a debugging port')
  const asNode = spawnSync(installed, [at, '--check-balance'], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere.cjs' },
  })
  // It is Leasebar all the same: there is no account to ask about.
  expect(asNode.status).toBe(4)
  const pid = await until('the start', async () => runningOn(folder))
  const tray = await waitForTray({ pid })
  await tray.click('Open')
  // 2: its system calls are filtered, which Chromium does for what is in its sandbox, once it is under way.
  await until('the page’s sandbox', async () => {
    const pages = processesOf(folder).filter((one) => commandAndEnvironment(one).includes('--type=renderer'))
    const isFiltered = (one: number) => /^Seccomp:\s+2$/m.test(readFileSync(`/proc/${one}/status`, 'utf8'))
    return pages.length > 0 && pages.every(isFiltered) ? true : undefined
  })
  const listening = spawnSync(installedBinary, [at, '--inspect=0', '--hidden'], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect(listening.stderr).not.toContain('Debugger listening')
  await tray.click('Quit').catch(() => {})
  await waitForEnd(folder)
})
