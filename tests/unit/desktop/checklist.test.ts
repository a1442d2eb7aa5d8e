/** Electron's security checklist, as far as it is a matter of what stands in the sources (docs/SECURITY.md). */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = globSync('src/**/*.{ts,tsx}').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const options = readFileSync('src/main/desktop/windowOptions.ts', 'utf8')

/** The files in which a pattern stands. */
const having = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

test.each([
  'sandbox: true',
  'contextIsolation: true',
  'nodeIntegration: false',
  'nodeIntegrationInWorker: false',
  'nodeIntegrationInSubFrames: false',
  'webSecurity: true',
  'allowRunningInsecureContent: false',
  'webviewTag: false',
  'devTools: !app.isPackaged',
])('every window is made with %s', (line) => {
  expect(options).toContain(`      ${line},\n`)
})

test('windows are made in one place, with those options', () => {
  expect(having(/new (BrowserWindow|BrowserView|WebContentsView)\(/)).toEqual([
    'src/main/desktop/mainWindow.ts',
  ])
  expect(having(/windowOptions\(/)).toContain('src/main/desktop/mainWindow.ts')
})

test.each([
  ['experimental features', /experimentalFeatures/],
  ['Blink features', /enableBlinkFeatures|enable-blink-features/],
  ['webviews', /<webview|allowpopups/],
  ['remote code', /\beval\(|new Function\(|executeJavaScript\(|insertCSS\(/],
  [
    'a certificate that is waved through',
    /certificate-error|setCertificateVerifyProc|rejectUnauthorized: false/,
  ],
  ['HTML out of text', /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/],
  ['Chromium’s network stack in main', /\bnet\.(fetch|request)\(/],
  ['a crash report', /crashReporter/],
])('nowhere in the sources: %s', (_what, pattern) => {
  expect(having(pattern)).toEqual([])
})

test('webviews, navigations, redirects and new windows are refused for every page that comes to be', () => {
  const policy = readFileSync('src/main/desktop/securityPolicy.ts', 'utf8')
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    expect(policy).toContain(`contents.on('${event}'`)
  }
  expect(policy).toContain("contents.setWindowOpenHandler(() => ({ action: 'deny' }))")
})

test.each([
  'each.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))',
  'each.setPermissionCheckHandler(() => false)',
  'each.setDevicePermissionHandler(() => false)',
  'each.setSpellCheckerEnabled(false)',
  "each.on('will-download', (event) => event.preventDefault())",
  "contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')",
  "session.fromPartition('leasebar', { cache: false })",
])('every session is locked by %s', (line) => {
  expect(readFileSync('src/main/desktop/securityPolicy.ts', 'utf8')).toContain(line)
})

test('what is opened outside is a fixed list of addresses, in one place', () => {
  expect(having(/shell\.open/)).toEqual(['src/main/desktop/links.ts'])
  const links = readFileSync('src/main/desktop/links.ts', 'utf8')
  expect(links.match(/https?:\/\/[^'\s]+/g)).toEqual(['https://youproxy.io/'])
  expect(links).toContain('shell.openExternal(pages[link])')
})
