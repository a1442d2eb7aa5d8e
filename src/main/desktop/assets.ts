import { extname, join, sep } from 'node:path'

/** The scheme of Leasebar's own pages. */
export const appScheme = 'app'
/** The host under it; there is no other. */
export const appHost = 'leasebar'
/** Origin of Leasebar's own pages, as frames report it. */
export const appOrigin = `${appScheme}://${appHost}`
/** The one page. */
export const appPage = `${appOrigin}/index.html`

/**
 * What the page may do: its own scripts, styles, images and fonts, and nothing else; no network, no forms, no frames
 * around it. Styles set by script go through the CSSOM, which this allows; inline `<style>` and `style=` it does not.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** The media type to serve a file as; a plain download for what the page has no use for. */
export function mimeType(path: string): string {
  return mimeTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
}

/** The headers that every file of the page is served with. Nothing is cached: the files are on the disk already. */
export function assetHeaders(path: string): Record<string, string> {
  return {
    'Content-Type': mimeType(path),
    'Content-Security-Policy': contentPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-DNS-Prefetch-Control': 'off',
    'Cache-Control': 'no-store',
  }
}

/**
 * The file under `root` that an address of the app's protocol names; null for another host, for what leads out of
 * `root`, and for what no file of a build is called (dot files, backslashes, control characters).
 */
export function assetPath(root: string, address: string): string | null {
  let path: string
  try {
    const url = new URL(address)
    if (url.protocol !== `${appScheme}:` || url.host !== appHost) return null
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (path === '/') path = '/index.html'
  const parts = path.slice(1).split('/')
  const odd = parts.some((part) => part === '' || part.startsWith('.') || /[\\:\p{Cc}]/u.test(part))
  if (odd) return null
  const file = join(root, ...parts)
  return file.startsWith(root.endsWith(sep) ? root : root + sep) ? file : null
}
