import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appOrigin, appPage, assetHeaders, assetPath, mimeType } from '../../../src/main/desktop/assets.ts'
import { pageBackground } from '../../../src/main/desktop/pageBackground.ts'
import {
  developmentPolicy,
  pageSource,
  requestAllowed,
  sandboxForAll,
  senderTrusted,
} from '../../../src/main/desktop/requestPolicy.ts'

const root = join('/', 'opt', 'leasebar', 'out', 'renderer')

describe('the app protocol', () => {
  it('serves files under the page’s folder', () => {
    expect(assetPath(root, 'app://leasebar/')).toBe(join(root, 'index.html'))
    expect(assetPath(root, appPage)).toBe(join(root, 'index.html'))
    expect(assetPath(root, 'app://leasebar/assets/a-B_1.js?v=1#x')).toBe(join(root, 'assets', 'a-B_1.js'))
    // The URL's own dots are resolved before a path is read, so this stays inside.
    expect(assetPath(root, 'app://leasebar/../assets/a.js')).toBe(join(root, 'assets', 'a.js'))
  })

  it.each([
    'app://leasebar/..%2f..%2fpackage.json',
    'app://leasebar/%2e%2e/%2e%2e%2fpackage.json',
    'app://leasebar/assets/..%2f..%2f..%2fetc/passwd',
    'app://leasebar/..%5c..%5cpackage.json',
    'app://leasebar//etc/passwd',
    'app://leasebar/%2fetc/passwd',
    'app://leasebar/c:%5cwindows',
    'app://leasebar/C:/windows',
    'app://leasebar/a%00.js',
    'app://leasebar/.env',
    'app://leasebar/%zz',
    'app://elsewhere/index.html',
    'app://leasebar:80/index.html',
    'file:///etc/passwd',
    'https://leasebar/index.html',
    'no address',
  ])('refuses %s', (address) => {
    expect(assetPath(root, address)).toBeNull()
  })

  it('names media types that scripts, styles and fonts load with', () => {
    expect(mimeType('a/index.html')).toMatch(/^text\/html/)
    expect(mimeType('x.JS')).toMatch(/^text\/javascript/)
    expect(mimeType('x.css')).toMatch(/^text\/css/)
    expect(mimeType('x.woff2')).toBe('font/woff2')
    expect(mimeType('x.exe')).toBe('application/octet-stream')
  })

  it('sends the policy with every file', () => {
    const headers = assetHeaders('assets/a.js')
    expect(headers['Content-Security-Policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(headers['X-Content-Type-Options']).toBe('nosniff')
  })
})

const built = pageSource(undefined, true)
const development = pageSource('http://localhost:5173', false)

describe('the page’s source', () => {
  it('is the built page', () => {
    expect(built).toEqual({ url: appPage, origin: appOrigin, development: false })
  })

  it('is the development server only where the app is not packaged and the server on loopback', () => {
    expect(development).toEqual({
      url: 'http://localhost:5173/',
      origin: 'http://localhost:5173',
      development: true,
    })
    expect(pageSource('http://localhost:5173', true)).toEqual(built)
    for (const address of [
      '',
      'https://evil.example',
      'http://evil.example:5173',
      'file:///tmp/x.html',
      'odd',
    ]) {
      expect(pageSource(address, false)).toEqual(built)
    }
  })
})

describe('the page’s requests', () => {
  it('reach the app’s own files and nothing else', () => {
    expect(requestAllowed(appPage, built)).toBe(true)
    expect(requestAllowed('data:image/png;base64,AA', built)).toBe(true)
    for (const address of [
      'https://youproxy.io/',
      'http://127.0.0.1:5173/',
      'http://localhost:5173/',
      'ws://localhost:5173/',
      'app://elsewhere/index.html',
      'file:///etc/passwd',
      'devtools://devtools/bundled/x.html',
      'chrome-extension://x/y',
      'blob:app://leasebar/1',
      'odd',
    ]) {
      expect(requestAllowed(address, built), address).toBe(false)
    }
  })

  it('reach the development server, its socket and the developer’s tools in development', () => {
    for (const address of [
      'http://localhost:5173/main.tsx',
      'ws://localhost:5173/',
      'devtools://devtools/x.html',
    ]) {
      expect(requestAllowed(address, development), address).toBe(true)
    }
    for (const address of ['http://localhost:5174/', 'https://youproxy.io/', 'http://127.0.0.1:5173/']) {
      expect(requestAllowed(address, development), address).toBe(false)
    }
    expect(developmentPolicy(development)).toContain("connect-src 'self' ws://localhost:5173;")
  })
})

describe('a call’s sender', () => {
  const own = { origin: appOrigin, topFrame: true, ownWindow: true }

  it('is trusted as the top frame of the own window on the own page', () => {
    expect(senderTrusted(own, built)).toBe(true)
  })

  it.each([
    { ...own, origin: null },
    { ...own, origin: 'null' },
    { ...own, origin: 'https://youproxy.io' },
    { ...own, origin: 'http://localhost:5173' },
    { ...own, topFrame: false },
    { ...own, ownWindow: false },
  ])('is not trusted as %j', (sender) => {
    expect(senderTrusted(sender, built)).toBe(false)
  })
})

describe('Chromium’s sandbox', () => {
  it.each([
    [1000, false, true],
    [1000, true, true],
    [0, false, true],
    [0, true, false],
    [undefined, true, true],
  ])('user %s, --no-sandbox %s: %s', (uid, asked, on) => {
    expect(sandboxForAll(uid, asked)).toBe(on)
  })
})

describe('the window’s background', () => {
  it('is the page’s own', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../../src/renderer/ui/tokens.css'), 'utf8')
    expect(tokens).toContain(`--bg: light-dark(${pageBackground(false)}, ${pageBackground(true)});`)
  })
})
