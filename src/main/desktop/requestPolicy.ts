import { appHost, appOrigin, appPage, appScheme } from './assets.ts'

/** Where the page comes from: the built files, or in development electron-vite's server on loopback. */
export interface PageSource {
  /** What the window loads. */
  readonly url: string
  /** The page's origin as its frame reports it: the only one whose calls main answers. */
  readonly origin: string
  /** True for the development server: then the policy is looser, see `developmentPolicy`. */
  readonly development: boolean
}

/**
 * Chooses the page's source. electron-vite names its server in ELECTRON_RENDERER_URL; that is believed only when the
 * app is not packaged and the server is on loopback, so that no environment can point a shipped app elsewhere.
 */
export function pageSource(rendererUrl: string | undefined, packaged: boolean): PageSource {
  const built = { url: appPage, origin: appOrigin, development: false }
  if (rendererUrl === undefined || rendererUrl === '' || packaged || !URL.canParse(rendererUrl)) return built
  const url = new URL(rendererUrl)
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'http:' || !loopback) return built
  return { url: url.href, origin: url.origin, development: true }
}

/**
 * In development the server injects inline scripts and styles and talks to the page over a web socket. Nothing else
 * is loosened: no other host, no forms, no frames.
 */
export function developmentPolicy(page: PageSource): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${page.origin.replace(/^http/, 'ws')}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Whether the page's session may fetch an address at all. Everything but the page's own source is refused. */
export function requestAllowed(address: string, page: PageSource): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.protocol === `${appScheme}:`) return url.host === appHost
  if (url.protocol === 'data:') return true
  if (!page.development) return false
  return url.protocol === 'devtools:' || url.origin === page.origin || url.origin === socketOrigin(page)
}

function socketOrigin(page: PageSource): string {
  return page.origin.replace(/^http/, 'ws')
}

/** What is known of a call's sender. */
export interface Sender {
  /** The frame's origin; null when the frame is gone. */
  readonly origin: string | null
  /** True for the top frame of the window. */
  readonly topFrame: boolean
  /** True when the frame belongs to Leasebar's window. */
  readonly ownWindow: boolean
}

/** True when main may answer this sender: the top frame of our window, on our page. */
export function senderTrusted(sender: Sender, page: PageSource): boolean {
  return sender.ownWindow && sender.topFrame && sender.origin === page.origin
}

/**
 * Whether `app.enableSandbox()` is to be called. It strips `--no-sandbox`, and as root every child process then dies;
 * only there, and only when asked for, it is left out, and `sandbox: true` of the window stays.
 */
export function sandboxForAll(uid: number | undefined, noSandboxAsked: boolean): boolean {
  return !(uid === 0 && noSandboxAsked)
}
