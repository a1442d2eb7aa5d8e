import { app, type Session, session, type WebContents } from 'electron'
import { developmentPolicy, type PageSource, requestAllowed, sandboxForAll } from './requestPolicy.ts'

/** Puts every renderer into Chromium's sandbox. To be called before Electron is ready. */
export function enforceSandbox(): void {
  if (sandboxForAll(process.getuid?.(), app.commandLine.hasSwitch('no-sandbox'))) app.enableSandbox()
}

/**
 * The session of Leasebar's page: in memory only, without a cache, so that nothing of a page reaches the disk, and
 * cut off from the network. To be called when Electron is ready.
 */
export function pageSession(page: PageSource): Session {
  const own = session.fromPartition('leasebar', { cache: false })
  for (const each of [own, session.defaultSession]) lockSession(each, page)
  if (page.development) loosenForDevelopment(own, page)
  return own
}

function lockSession(each: Session, page: PageSource): void {
  each.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  each.setPermissionCheckHandler(() => false)
  each.setDevicePermissionHandler(() => false)
  // Chromium would fetch dictionaries from the net.
  each.setSpellCheckerEnabled(false)
  each.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !requestAllowed(details.url, page) }))
  each.on('will-download', (event) => event.preventDefault())
}

function loosenForDevelopment(own: Session, page: PageSource): void {
  own.webRequest.onHeadersReceived((details, answer) => {
    answer({
      responseHeaders: {
        ...details.responseHeaders,
        'Content-Security-Policy': [developmentPolicy(page)],
      },
    })
  })
}

/**
 * Locks every page that ever comes to be: no navigation, no new windows, no webviews, no network beside the page's
 * own requests. To be called before the first window is made.
 */
export function lockContents(page: PageSource): void {
  app.on('web-contents-created', (_event, contents) => lockPage(contents, page))
}

function lockPage(contents: WebContents, page: PageSource): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    // The development server reloads the page by navigating to where it already is.
    if (!(page.development && event.url === page.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // WebRTC's own packets pass neither the page's policy nor webRequest.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
