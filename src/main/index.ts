import { app, dialog } from 'electron'
import { startApp } from './composition/app.ts'
import { leakyEnvironment, readStart } from './composition/environment.ts'
import { serveApp } from './desktop/appProtocol.ts'
import { pageSource } from './desktop/requestPolicy.ts'
import { pageSession } from './desktop/securityPolicy.ts'
import { becomeOnlyInstance } from './desktop/singleInstance.ts'
import { prepareApp, setAppMenu } from './desktop/startup.ts'
import { openStore } from './store/open.ts'

/** The composition root: builds the parts, wires them, nothing else. What is wired stands in composition/. */
const page = pageSource(process.env.ELECTRON_RENDERER_URL, app.isPackaged)
const start = readStart(process.argv, process.env)
prepareApp(page)

let showWindow = (): void => undefined

async function begin(): Promise<void> {
  await app.whenReady()
  setAppMenu()
  const session = pageSession(page)
  serveApp(session)
  const store = openStore({ folder: app.getPath('userData'), now: Date.now })
  if (!store.ok) {
    // Without its data Leasebar must not run: it would not know what was paid.
    console.error(`leasebar: ${store.error.message}`)
    dialog.showErrorBox('Leasebar cannot open its data', store.error.message)
    app.exit(1)
    return
  }
  showWindow = startApp(page, session, start, store.value)
}

const leak = leakyEnvironment(process.env)
if (leak !== null) {
  console.error(`leasebar: ${leak}`)
  app.exit(1)
} else if (becomeOnlyInstance(() => showWindow())) void begin()
else app.quit()
