import { basename, dirname } from 'node:path'
import { app } from 'electron'

/**
 * The folder that holds `out` and `resources`. It is `app.getAppPath()`, except when the built entry itself was named
 * at the start (`electron out/main/index.js`): Electron then takes the entry's folder for the app's.
 */
export function appRoot(): string {
  return rootOf(app.getAppPath())
}

/** The root for an app path, see `appRoot`. */
export function rootOf(appPath: string): string {
  const above = dirname(appPath)
  return basename(appPath) === 'main' && basename(above) === 'out' ? dirname(above) : appPath
}
