import { app, Menu } from 'electron'
import { declareAppScheme } from './appProtocol.ts'
import type { PageSource } from './requestPolicy.ts'
import { enforceSandbox, lockContents } from './securityPolicy.ts'

/** The app's id, for the desktop's notifications and windows. */
export const appId = 'dev.leasebar.app'

/**
 * Everything that has to be settled before Electron is ready. The crash reporter is never started: nothing is
 * uploaded, and no dump of a memory that held the key is written.
 */
export function prepareApp(page: PageSource): void {
  app.setName('Leasebar')
  app.setAppUserModelId(appId)
  if (process.platform === 'linux') app.setDesktopName(`${appId}.desktop`)
  app.commandLine.appendSwitch('disable-http-cache')
  declareAppScheme()
  enforceSandbox()
  lockContents(page)
  // Without this Electron quits when the last window is destroyed; Leasebar lives in the tray.
  app.on('window-all-closed', () => undefined)
}

/**
 * The menu bar: none, except on macOS, where copying and pasting hang on it. To be called when Electron is ready.
 * The default one would offer reloading and the developer's tools.
 */
export function setAppMenu(): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null)
    return
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]),
  )
}
