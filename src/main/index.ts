import { url as inspectorUrl } from 'node:inspector'
import { app, dialog } from 'electron'
import { words } from '../shared/words/words.ts'
import { exitCodes, readCommand, said } from './commands/command.ts'
import { type RunningApp, startApp } from './composition/app.ts'
import { askRunning, end } from './composition/commandClient.ts'
import { dataFolderProblem } from './composition/dataFolder.ts'
import { leakyEnvironment, openToDebuggers, readStart } from './composition/environment.ts'
import { speakAsSet } from './composition/speaking.ts'
import { serveApp } from './desktop/appProtocol.ts'
import { pageSource } from './desktop/requestPolicy.ts'
import { pageSession } from './desktop/securityPolicy.ts'
import { becomeOnlyInstance, type SecondStart } from './desktop/singleInstance.ts'
import { prepareApp, setAppMenu } from './desktop/startup.ts'
import { folderProblem } from './store/folder.ts'
import { openStore } from './store/open.ts'

/** The composition root: builds the parts, wires them, nothing else. What is wired stands in composition/. */
const page = pageSource(process.env.ELECTRON_RENDERER_URL, app.isPackaged)
const start = readStart(process.argv, process.env)
prepareApp(page)

/** What others ask of Leasebar; resolves once that stands. */
let runs: (app: RunningApp) => void
const running = new Promise<RunningApp>((resolve) => {
  runs = resolve
})
const second: SecondStart = {
  onShow: () => void running.then((one) => one.show()),
  onRenewDue: () => void running.then((one) => one.renewDue()),
  onCommand: (place) => void running.then((one) => one.obeyAt(place)),
}

async function begin(): Promise<void> {
  await app.whenReady()
  setAppMenu()
  const session = pageSession(page)
  serveApp(session)
  const store = openStore({ folder: app.getPath('userData'), now: Date.now })
  if (!store.ok) {
    refuse(store.error.message)
    return
  }
  await speakAsSet(store.value.settings.get())
  runs(startApp(page, session, start, store.value))
}

/** Without its data Leasebar must not run: it would not know what was paid. */
function refuse(message: string): void {
  console.error(`leasebar: ${message}`)
  dialog.showErrorBox(words().app.start.cannotOpen, message)
  app.exit(1)
}

/** Begins as the only Leasebar on the folder; a second one tells the first one what it wants, and ends. */
async function beginAlone(): Promise<void> {
  // What opening the data says is said before the settings can be read.
  await speakAsSet({ language: 'system' })
  const command = readCommand(process.argv)
  if (!command.ok) return end(said(exitCodes.usage, command.error))
  if (command.value !== null) return askRunning(command.value)
  const folder = app.getPath('userData')
  const isOnly = (): boolean => becomeOnlyInstance(process.argv, second)
  const problem = dataFolderProblem(app.commandLine.getSwitchValue('user-data-dir'), folder)
  if (problem === null && isOnly()) return begin()
  // A lock that cannot be made looks like one that another has. Looking opens a folder of one's own that was closed.
  const why = problem ?? folderProblem(folder)?.message ?? null
  if (why !== null) {
    await app.whenReady()
    refuse(why)
  } else if (isOnly()) await begin()
  else app.quit()
}

const leak =
  leakyEnvironment(process.env) ??
  openToDebuggers({
    packaged: app.isPackaged,
    hasSwitch: (name) => app.commandLine.hasSwitch(name),
    inspected: inspectorUrl() !== undefined,
  })
if (leak !== null) {
  console.error(`leasebar: ${leak}`)
  app.exit(1)
} else void beginAlone()
