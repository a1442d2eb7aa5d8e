import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the lists of what went into each bundle lie, beside the build and not in it. */
export const bundledFolder = 'out/.bundled'

/**
 * A build plugin that writes down which npm packages went into a bundle: their licences travel with the package, and
 * its bill of materials names them. `bundle`: `main`, `preload` or `renderer`.
 * @param {string} bundle
 */
export function listsBundled(bundle) {
  return {
    name: 'leasebar-lists-bundled',
    /** @param {object} _options @param {Record<string, any>} chunks */
    generateBundle(_options, chunks) {
      const modules = Object.values(chunks).flatMap(
        (chunk) => chunk.moduleIds ?? Object.keys(chunk.modules ?? {}),
      )
      const packages = new Set(modules.map(packageOf).filter((name) => name !== null))
      mkdirSync(bundledFolder, { recursive: true })
      writeFileSync(join(bundledFolder, `${bundle}.json`), JSON.stringify([...packages].sort()))
    },
  }
}

/**
 * The folder below node_modules that a module belongs to, such as `react` or `@base-ui/react`; null for our own.
 * @param {string} id
 */
function packageOf(id) {
  const found = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id.replace(/^\0/, ''))
  return found?.[1]?.replaceAll('\\', '/') ?? null
}
