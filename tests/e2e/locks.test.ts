import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { channels, isInvokeChannel } from '../../src/shared/contract/channels.ts'
import { ask } from '../support/desktop/ask.ts'
import type { LaunchedApp } from '../support/desktop/launch.ts'
import { balance, connect, snapshotOf } from './support/acts.ts'
import { expect, test, testKey } from './support/leasebar.ts'

const invokeChannels = Object.keys(channels).filter(isInvokeChannel)

/** Calls channels of any name with the same request; the kind of each one's error, or `ok`. */
function kindsOf(page: Page, request: unknown, names: readonly string[] = invokeChannels) {
  return page.evaluate(
    async ([asked, sent]) => {
      const kinds: Record<string, unknown> = {}
      for (const name of asked) {
        // Untyped on purpose: these are calls that no code of ours would make.
        const answer = JSON.parse(await Reflect.apply(window.leasebar.invoke, null, [name, sent]))
        kinds[name] = answer.ok ? 'ok' : answer.error.kind
      }
      return kinds
    },
    [names, request] as const,
  )
}

function each(kind: string): Record<string, string> {
  return Object.fromEntries(invokeChannels.map((name) => [name, kind]))
}

/** Opens a second window with the app's own preload and session on an address. */
async function secondWindow({ app }: LaunchedApp, address: string): Promise<Page> {
  const opening = app.waitForEvent('window')
  await app.evaluate(async ({ BrowserWindow, app: electron }, url) => {
    const [own] = BrowserWindow.getAllWindows()
    const preload = `${electron.getAppPath()}/../preload/index.cjs`
    const shared = own === undefined ? {} : { session: own.webContents.session }
    const made = new BrowserWindow({ show: false, webPreferences: { ...shared, preload, sandbox: true } })
    await made.loadURL(url)
  }, address)
  return opening
}

test('the renderer is in Chromium’s sandbox and has nothing of Node or Electron but the contract', async ({
  start,
}) => {
  const { app, page } = await start()
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  )
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  expect(status).toMatch(/^Seccomp:\t2$/m)
  expect(status).toMatch(/^NoNewPrivs:\t1$/m)
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  expect(command).toContain('--type=renderer')
  expect(command).not.toContain('--no-sandbox')

  const seen = await page.evaluate(() => ({
    strangers: [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
    ].filter((name) => name in window),
    bridge: Object.keys(window.leasebar ?? {}).sort(),
    frozen: Object.isFrozen(window.leasebar),
    replaced: Reflect.set(window, 'leasebar', null) && window.leasebar === null,
  }))
  expect(seen).toEqual({ strangers: [], bridge: ['invoke', 'on'], frozen: true, replaced: false })
})

test('the page reaches no network, not even the vendor on this machine', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await expect(balance(page)).toContainText('$100.00')
  await expect.poll(() => lab.vendor.requests.length).toBeGreaterThan(2)
  const before = lab.vendor.requests.length
  const address = `${lab.vendor.url}/client/api/v1/stolen/balance`
  const tried = await page.evaluate(async (url) => {
    const outcome = (work: Promise<unknown>) =>
      work.then(
        () => 'went out',
        () => 'failed',
      )
    const loaded = (element: HTMLElement) =>
      new Promise<string>((resolve) => {
        element.addEventListener('load', () => resolve('went out'))
        element.addEventListener('error', () => resolve('failed'))
        document.body.append(element)
      })
    const made = <T extends keyof HTMLElementTagNameMap>(tag: T, values: object) =>
      Object.assign(document.createElement(tag), values)
    const request = new XMLHttpRequest()
    const asked = new Promise((resolve, reject) => {
      request.addEventListener('load', resolve)
      request.addEventListener('error', reject)
    })
    request.open('GET', url)
    request.send()
    const socket = new WebSocket(url.replace('http', 'ws'))
    const opened = new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', reject)
    })
    return {
      fetch: await outcome(fetch(url, { mode: 'no-cors' })),
      xhr: await outcome(asked),
      socket: await outcome(opened),
      image: await loaded(made('img', { src: url })),
      script: await loaded(made('script', { src: url })),
      style: await loaded(made('link', { rel: 'stylesheet', href: url })),
      module: await outcome(import(/* @vite-ignore */ url)),
      beacon: navigator.sendBeacon(url, 'x') ? 'queued' : 'failed',
    }
  }, address)
  expect({ ...tried, beacon: 'failed' }).toEqual(
    Object.fromEntries(Object.keys(tried).map((name) => [name, 'failed'])),
  )
  // A form, and a frame.
  await page.evaluate((url) => {
    const form = Object.assign(document.createElement('form'), { action: url, method: 'post' })
    document.body.append(form)
    form.submit()
    document.body.append(Object.assign(document.createElement('iframe'), { src: url }))
  }, address)
  // Main, asked after all of it, does reach the vendor. (Playwright's own clicks would wait for the navigations.)
  const [account] = (await snapshotOf(page)).accounts
  await ask(page, 'balance.refresh', { accountId: account?.id ?? '' })
  expect(lab.vendor.requests.length).toBeGreaterThan(before)
  expect(lab.vendor.requests.filter(({ path }) => path.includes('stolen'))).toEqual([])
})

test('the sessions themselves reach no network, and download nothing', async ({ start, lab }) => {
  const { app, page } = await start()
  await connect(page, 'Main', testKey)
  const address = `${lab.vendor.url}/client/api/v1/stolen/balance`
  const reached = await app.evaluate(async ({ BrowserWindow, session }, url) => {
    const own = BrowserWindow.getAllWindows()[0]?.webContents.session
    if (own === undefined) throw new Error('there is no window')
    const fetched = (one: Electron.Session) =>
      one.fetch(url).then(
        () => 'went out',
        () => 'failed',
      )
    return Promise.all([own, session.defaultSession].map(fetched))
  }, address)
  expect(reached).toEqual(['failed', 'failed'])
  expect(lab.vendor.requests.filter(({ path }) => path.includes('stolen'))).toEqual([])

  const download = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        BrowserWindow.getAllWindows()[0]?.webContents.session.once('will-download', (event) => {
          setImmediate(() => resolve(event.defaultPrevented ? 'refused' : 'begun'))
        })
      }),
  )
  await page.evaluate(() => {
    Object.assign(document.createElement('a'), { href: 'data:text/plain,x', download: 'x.txt' }).click()
  })
  expect(await download).toBe('refused')
})

test('inline scripts, eval and inline styles do not run', async ({ start }) => {
  const { page } = await start()
  await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeVisible()
  const seen = await page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      violations.push(effectiveDirective)
    })
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    const style = document.createElement('style')
    style.textContent = 'body { outline: 7px solid red }'
    document.head.append(style)
    document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.ran = true">')
    // From a task of its own: what the debugger evaluates may always.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(new Function('return true')())
        } catch {
          resolve(false)
        }
      })
    })
    await new Promise((resolve) => setTimeout(resolve, 200))
    return {
      ran: 'ran' in window,
      evaluated,
      outline: getComputedStyle(document.body).outlineWidth,
      violations: [...new Set(violations)].sort(),
    }
  })
  expect(seen).toMatchObject({ ran: false, evaluated: false })
  expect(seen.outline).not.toBe('7px')
  expect(seen.violations).toEqual(
    expect.arrayContaining(['script-src', 'script-src-attr', 'script-src-elem', 'style-src-elem']),
  )
})

test('no navigation, no new windows, no frames, no permissions', async ({ start, lab }) => {
  const { app, page } = await start()
  await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeVisible()
  const here = page.url()
  expect(here).toBe('app://leasebar/index.html')
  for (const address of [lab.vendor.url, 'https://example.com/', 'file:///etc/passwd', 'data:text/html,x']) {
    await page.evaluate((url) => {
      location.href = url
    }, address)
    const opened = await page.evaluate((url) => window.open(url) === null, address)
    expect(opened, address).toBe(true)
    await page.evaluate((url) => {
      const link = Object.assign(document.createElement('a'), {
        href: url,
        target: '_blank',
        textContent: 'x',
      })
      document.body.append(link)
      link.click()
    }, address)
  }
  const framed = await page
    .evaluate(async () => {
      const frame = Object.assign(document.createElement('iframe'), { src: location.href })
      document.body.append(frame)
      await new Promise((resolve) => setTimeout(resolve, 300))
      const inner: unknown = frame.contentWindow
      return typeof inner === 'object' && inner !== null && Reflect.has(inner, 'leasebar')
    })
    .catch(() => false)
  expect(framed).toBe(false)
  const asked = await page.evaluate(async () => {
    const refused = (work: Promise<unknown>) =>
      work.then(
        () => false,
        () => true,
      )
    return {
      notifications: await Notification.requestPermission(),
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      place: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve(false),
          () => resolve(true),
        )
      }),
      clipboard: await refused(navigator.clipboard.readText()),
      states: await Promise.all(
        (['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    }
  })
  expect(asked).toEqual({
    notifications: 'denied',
    camera: true,
    place: true,
    clipboard: true,
    states: ['denied', 'denied', 'denied', 'denied'],
  })
  expect(page.url()).toBe(here)
  expect(app.windows()).toHaveLength(1)
  expect(lab.vendor.requests).toHaveLength(0)
  expect(await page.evaluate(() => document.querySelector('form') !== null)).toBe(true)
})

test('a frame that is not the window’s own gets nothing from any channel', async ({ start, lab }) => {
  const started = await start()
  await connect(started.page, 'Main', testKey)
  for (const address of ['about:blank', 'data:text/html,<p>x</p>', 'app://leasebar/index.html']) {
    const foreign = await secondWindow(started, address)
    expect(await foreign.evaluate(() => 'leasebar' in window), address).toBe(true)
    expect(await kindsOf(foreign, null), address).toEqual(each('forbidden'))
    // Nothing that main tells comes there either.
    const heard = foreign.evaluate(
      () =>
        new Promise((resolve) => {
          window.leasebar.on('state.changed', () => resolve('heard'))
          setTimeout(() => resolve('silence'), 500)
        }),
    )
    await started.page.getByRole('button', { name: 'Check balance now', exact: true }).click()
    expect(await heard, address).toBe('silence')
  }
  expect(started.output()).toContain('refused, the caller is not Leasebar')
  expect(started.output()).not.toContain(testKey)
  expect(lab.paid()).toBe(0)
})

test('a malformed request is refused by every channel, and a name outside the contract reaches nothing', async ({
  start,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  for (const request of [42, 'x', { nonsense: true }, [null]]) {
    const expected = each('bad-request')
    // Every field of a patch of the settings may be absent: one that names nothing known changes nothing.
    if (typeof request === 'object' && !Array.isArray(request)) expected['settings.update'] = 'ok'
    expect(await kindsOf(page, request)).toEqual(expected)
  }
  const names = ['nope', 'state.changed', '__proto__', 'constructor', 'toString', 'ELECTRON_BROWSER_REQUIRE']
  const kinds = await kindsOf(page, null, names)
  for (const name of names.filter((one) => one !== '__proto__')) expect(kinds[name], name).toBe('bad-request')
  await expect(balance(page)).toContainText('$100.00')
})
