import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol, type Session } from 'electron'
import { appRoot } from './appRoot.ts'
import { appScheme, assetHeaders, assetPath } from './assets.ts'

/**
 * Makes `app:` a scheme with an origin of its own, as secure as https. To be called before Electron is ready.
 * It gets neither fetch nor service workers: the page has no network at all.
 */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true } }])
}

/** Serves the built page from the app's own files on `app://leasebar/`, and nothing outside them. */
export function serveApp(session: Session): void {
  const root = join(appRoot(), 'out', 'renderer')
  session.protocol.handle(appScheme, (request) => serveFile(root, request))
}

async function serveFile(root: string, request: Request): Promise<Response> {
  const path = request.method === 'GET' ? assetPath(root, request.url) : null
  if (path === null) return notFound()
  try {
    // Electron's fs reads inside the app's archive too. The copy is what a Response takes as its body.
    const bytes = Uint8Array.from(await readFile(path))
    return new Response(bytes, { headers: assetHeaders(path) })
  } catch {
    return notFound()
  }
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: assetHeaders('not-found.txt') })
}
