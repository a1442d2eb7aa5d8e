import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import manifest from '../../package.json' with { type: 'json' }
import { barePage } from '../support/desktop/barePage.ts'
import { startBare } from '../support/desktop/launch.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import { until } from '../support/desktop/until.ts'
import { type ReleaseHost, startReleaseHost, trustedAuthority } from '../support/releaseHost.ts'
import { connect, openView, saveGroups } from './support/acts.ts'
import { expectAccessible } from './support/axe.ts'
import {
  test as base,
  expect,
  quitApp,
  type Started,
  type StartOptions,
  testKey,
} from './support/leasebar.ts'

/** Leasebar that knows a host of releases, trusts it, and has a folder of downloads of its own. */
const test = base.extend<{
  host: ReleaseHost
  downloads: string
  startWithFeed: (options?: StartOptions) => Promise<Started>
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  host: async ({}, use) => {
    const host = await startReleaseHost()
    await use(host)
    await host.close()
  },
  downloads: async ({ folder }, use) => use(join(folder, 'Downloads')),
  startWithFeed: async ({ start, host, downloads }, use) => {
    await use(async ({ env, ...options } = {}) => {
      const app = await start({
        ...options,
        env: {
          LEASEBAR_RELEASE_FEED: host.feed,
          LEASEBAR_RELEASE_KEY: host.publicKey,
          NODE_EXTRA_CA_CERTS: trustedAuthority,
          ...env,
        },
      })
      await app.app.evaluate(({ app: electron }, path) => electron.setPath('downloads', path), downloads)
      return app
    })
  },
})

const bytes = Buffer.alloc(2_000_000, 'leasebar')
const archive = 'leasebar-9.0.0-linux-x64.tar.gz'
const button = (app: Started, name: string | RegExp) =>
  app.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })

test('it asks first: nothing is read before a yes, nothing downloaded before a press, and what comes is checked', async ({
  startWithFeed,
  host,
  downloads,
  folder,
}) => {
  host.release('9.0.0', bytes, 'Faster.\nSafer.')
  const opened = join(folder, 'opened.txt')
  writeFileSync(opened, '')
  mkdirSync(join(folder, 'programs'))
  writeFileSync(join(folder, 'programs', 'xdg-open'), `#!/bin/sh\n(cd "$1" && pwd) >> '${opened}'\n`, {
    mode: 0o755,
  })
  const app = await startWithFeed({ env: { PATH: `${join(folder, 'programs')}:${process.env.PATH ?? ''}` } })
  const { page } = app
  await connect(page, 'Main', testKey)
  await expect(page.getByText('May Leasebar look for new versions?')).toBeVisible()
  expect(host.asked).toEqual([])
  await expectAccessible(page, 'the question')

  await button(app, 'Look once a day').click()
  await expect(page.getByText('Leasebar 9.0.0 is out')).toBeVisible()
  expect(host.asked).toEqual(['/leasebar/latest.json'])
  const tray = await waitForTray({ pid: app.pid })
  await tray.waitForLabel('Leasebar 9.0.0 is out…')

  await button(app, 'What is new').click()
  await expect(page.getByText('Faster.')).toBeVisible()
  await expect(page.getByRole('switch', { name: 'Look for new versions', exact: true })).toBeChecked()
  await expectAccessible(page, 'the newer version')
  await button(app, 'Download (2 MB)').click()
  await expect(page.getByText('Leasebar 9.0.0 is downloaded and checked')).toBeVisible()
  expect(readFileSync(join(downloads, archive)).equals(bytes)).toBe(true)
  expect(host.asked).toEqual(['/leasebar/latest.json', `/leasebar/${archive}`])
  await button(app, 'Show the file').click()
  await until('the file manager', async () => readFileSync(opened, 'utf8') || undefined)
  expect(readFileSync(opened, 'utf8').trim()).toBe(downloads)
  expect(await quitApp(app)).toBe(0)

  // It looked today.
  const again = await startWithFeed()
  await openView(again.page, 'Settings')
  await expect(again.page.getByText(`This is Leasebar ${manifest.version}.`)).toBeVisible()
  await button(again, 'Check for a new version').click()
  await expect(again.page.getByText('Leasebar 9.0.0 is out')).toBeVisible()
  expect(host.asked.filter((path) => path.endsWith('latest.json'))).toHaveLength(2)
})

test('No, never: nothing is read, also after a restart; the settings can change it', async ({
  startWithFeed,
  host,
}) => {
  host.release('9.0.0', bytes)
  const app = await startWithFeed()
  await connect(app.page, 'Main', testKey)
  await button(app, 'No, never').click()
  await expect(app.page.getByText('May Leasebar look')).toHaveCount(0)
  expect(await quitApp(app)).toBe(0)
  const again = await startWithFeed()
  await expect(again.page.getByLabel('Balance', { exact: true })).toContainText('$')
  await expect(again.page.getByText('May Leasebar look')).toHaveCount(0)
  expect(host.asked).toEqual([])
  await openView(again.page, 'Settings')
  await again.page.getByRole('switch', { name: 'Look for new versions', exact: true }).check()
  await expect(again.page.getByText('Leasebar 9.0.0 is out')).toBeVisible()

  // Skipped, it is told no more.
  await openView(again.page, 'Groups')
  await button(again, 'Skip this version').click()
  await expect(again.page.getByText('Leasebar 9.0.0 is out')).toHaveCount(0)
})

test('what is forged, damaged, or comes over a connection that is not secure is told and left', async ({
  startWithFeed,
  host,
  downloads,
}) => {
  const other = await startReleaseHost()
  other.release('9.0.0', bytes)
  host.release('9.0.0', bytes)
  host.serve(`/leasebar/${archive}`, Buffer.alloc(bytes.length, 'something else'))
  const app = await startWithFeed({ env: { LEASEBAR_RELEASE_KEY: other.publicKey } })
  await connect(app.page, 'Main', testKey)
  await openView(app.page, 'Settings')
  await button(app, 'Check for a new version').click()
  await expect(app.page.getByRole('alert')).toContainText('is not signed by the makers of Leasebar')
  expect(await quitApp(app)).toBe(0)
  await other.close()

  const unsure = await startWithFeed({ env: { NODE_EXTRA_CA_CERTS: '', NODE_TLS_REJECT_UNAUTHORIZED: '0' } })
  await openView(unsure.page, 'Settings')
  await button(unsure, 'Check for a new version').click()
  await expect(unsure.page.getByRole('alert')).toContainText('its certificate is not trusted')
  expect(await quitApp(unsure)).toBe(0)

  const damaged = await startWithFeed()
  await openView(damaged.page, 'Settings')
  await button(damaged, 'Check for a new version').click()
  await button(damaged, 'Download (2 MB)').click()
  await expect(damaged.page.getByRole('alert')).toContainText(
    'The package is not what the release says it is',
  )
  expect(() => readFileSync(join(downloads, archive))).toThrow()
})

test('a version that was installed meanwhile is started on a press, and never while a renewal is on its way', async ({
  start,
  lab,
  folder,
}) => {
  const first = await start()
  await connect(first.page, 'Main', testKey)
  await saveGroups(first.page, [{ name: 'Berlin', orderIds: '1111111111111111111' }])
  expect(await quitApp(first)).toBe(0)

  // A copy whose files can be replaced under it, as an installer does.
  const copy = join(folder, 'app')
  for (const part of ['out', 'package.json', 'resources']) {
    cpSync(resolve(part), join(copy, part), { recursive: true })
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  // Under Playwright the next one would wait for its debugger.
  const app = await startBare({
    userDataDir: folder,
    entry: join(copy, 'out/main/index.js'),
    args: ['--remote-debugging-port=0'],
    env: { LEASEBAR_API_URL: lab.vendor.url },
  })
  const ended = once(app.child, 'exit')
  const page = await barePage(app)
  const text = () => page.evaluate("document.body?.innerText ?? ''", z.string())
  const press = (name: string) =>
    page.evaluate(
      `[...document.querySelectorAll('button')].find((one) => one.innerText.trim() === '${name}' || one.getAttribute('aria-label') === '${name}')?.click() ?? null`,
      z.null(),
    )
  await expect.poll(text).toContain('Berlin')
  const held = lab.faults.plan({ kind: 'none', endpoint: 'extend/order', hold: 'beforeReply' })
  const tray = await waitForTray({ pid: app.pid })
  await press('Renew Berlin')
  await held.reached

  const replaced = join(copy, 'package.json')
  writeFileSync(`${replaced}.new`, `${readFileSync(replaced, 'utf8')}\n`)
  renameSync(`${replaced}.new`, replaced)
  // It is noticed when the person comes back to the window.
  await tray.activate()
  await tray.click('Open')
  await expect.poll(text).toContain('A new version was installed')
  await press('Restart')
  await expect.poll(text).toContain('Restarting as soon as nothing is on its way')
  // Called off, it stays, also when the renewal has ended.
  await press('Cancel')
  await expect.poll(text).toContain('A new version was installed')
  await press('Restart')
  await expect.poll(text).toContain('Restarting as soon as nothing is on its way')
  expect(app.child.exitCode).toBeNull()
  page.close()
  held.release()
  await ended
  expect(app.child.exitCode).toBe(0)

  const next = await waitForTray()
  expect(next.pid).not.toBe(app.pid)
  await next.waitForLabel('Balance: $97.20')
  expect(lab.paid()).toBe(1)
  // It may be gone before the bus has its answer.
  await next.click('Quit').catch(() => {})
  await until('its end', async () => (existsSync(`/proc/${next.pid}`) ? undefined : true))
})

test('a copy without a feed says so, and has nothing to switch', async ({ start }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await expect(page.getByText('May Leasebar look')).toHaveCount(0)
  await openView(page, 'Settings')
  await expect(page.getByText('was made without a release feed')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Check for a new version' })).toHaveCount(0)
})
