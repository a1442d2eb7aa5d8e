import { join } from 'node:path'
import { app, type BrowserWindowConstructorOptions, type Session } from 'electron'
import { appRoot } from './appRoot.ts'
import { type Box, leastSize } from './placement.ts'

/**
 * How Leasebar's window is made: sandboxed and isolated whatever the defaults of an Electron version are, not shown
 * before it can be painted, in the colour of its page so that it never flashes.
 */
export function windowOptions(
  session: Session,
  bounds: Partial<Box>,
  backgroundColor: string,
): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    title: 'Leasebar',
    show: false,
    backgroundColor,
    autoHideMenuBar: true,
    fullscreenable: false,
    ...(process.platform === 'linux' ? { icon: resourcePath('icons', '256.png') } : {}),
    webPreferences: {
      session,
      preload: join(appRoot(), 'out', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  }
}

/** A file of the `resources` folder; found from the app's path, packaged or not. */
export function resourcePath(...parts: readonly string[]): string {
  return join(appRoot(), 'resources', ...parts)
}
