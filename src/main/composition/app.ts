import { randomUUID } from 'node:crypto'
import { app, nativeTheme, net, powerMonitor, type Session } from 'electron'
import { version } from '../../../package.json'
import type { Settings } from '../../shared/domain/settings.ts'
import { language } from '../../shared/words/language.ts'
import { words } from '../../shared/words/words.ts'
import { createKeychain } from '../accounts/keychain.ts'
import { collectBeforeEnd } from '../desktop/collectBeforeEnd.ts'
import { createMainWindow, type MainWindow } from '../desktop/mainWindow.ts'
import { createNotifier } from '../desktop/notifications.ts'
import { createOpenShortcut } from '../desktop/openShortcut.ts'
import { pageBackground } from '../desktop/pageBackground.ts'
import type { PageSource } from '../desktop/requestPolicy.ts'
import { createTray } from '../desktop/tray.ts'
import { runTool, trayExists } from '../desktop/trayHost.ts'
import { createHandlers } from '../ipc/handlers/handlers.ts'
import { push } from '../ipc/push.ts'
import { registerHandlers } from '../ipc/register.ts'
import { createPracticeHost } from '../practice/host.ts'
import type { Store } from '../store/store.ts'
import { createVendorClient } from '../vendor/client.ts'
import type { NotificationModel } from '../watch/model.ts'
import { bareTray, trayModel } from '../watch/trayModel.ts'
import { setTimer, systemClock } from './clock.ts'
import { type Core, createCore } from './core.ts'
import type { StartOptions } from './environment.ts'
import { createLogging } from './logging.ts'
import { createLowBalanceWatch } from './lowBalanceWatch.ts'
import { createObeying } from './obeying.ts'
import { openNotices } from './openData.ts'
import { polledParts } from './polls.ts'
import { systemProxy } from './proxy.ts'
import { askBusy, guardQuitting, mayForget } from './quitDialogs.ts'
import { createQuitting } from './quitting.ts'
import { createSchedule } from './schedule.ts'
import { createServices } from './services.ts'
import { createShowing } from './showing.ts'
import { speakAsSet } from './speaking.ts'
import { createTelling } from './telling.ts'
import { createTrayActions } from './trayActions.ts'
import { trayUp } from './trayUp.ts'
import { untilClosed } from './untilClosed.ts'
import { createUpdating } from './updating.ts'
import { createWatching } from './watching.ts'
import { windowMemory } from './windowMemory.ts'
import { apiUrlNotice, stillInTray } from './words.ts'

/** Ms after hiding until the window is destroyed. */
const windowIdle = 10 * 60_000
/** Ms that a quit waits for the vendor's answer to a switch of its auto-extend; one that comes later is `unknown`. */
const switchPatience = 3000
/** Ms between two tries to write a result that the disk refused. */
const flushEvery = 30_000

/** What a second start asks of the Leasebar that runs. */
export interface RunningApp {
  readonly show: () => void
  /** The window shows the plan of all that is due. */
  readonly renewDue: () => void
  /** Carries out the command that waits at a place. */
  readonly obeyAt: (place: string) => void
}

/** Builds the parts on Electron's edges, wires them, and starts. Called once, when Electron is ready. */
export function startApp(page: PageSource, session: Session, start: StartOptions, store: Store): RunningApp {
  const { log: logs, diagnostics } = createLogging(app.getPath('userData'), process.env)
  const log = logs.warning
  const clock = systemClock
  let hasTray = true
  // Nothing begins any more once closing has begun; from its end on there is no store any more to look into.
  let closing = false
  let closed = false
  let isKeychainAsking = (): boolean => false
  const client = createVendorClient({ clock, proxyFor: (url) => systemProxy(session, url) })
  const vendor = untilClosed(client, () => closed)
  const practice = createPracticeHost({
    newKey: () => randomUUID().replaceAll('-', ''),
    now: clock.now,
    load: () => store.documents.get('practice'),
    save: (books) => void store.documents.put('practice', books),
  })
  const updating = createUpdating({
    session,
    documents: store.documents,
    settings: store.settings.get,
    isPaying: () => core.isPaying(),
    changed: () => closed || core.state.changed(),
    log,
  })
  const core: Core = createCore({
    store,
    vendor,
    practice,
    clock,
    newId: randomUUID,
    defaultApiUrl: start.defaultApiUrl,
    updates: updating.view,
    keychain: (onLateAnswer) => {
      const load = async () => (await import('keytar')).default
      const keychain = createKeychain({ load, wait: clock.wait, onLateAnswer })
      isKeychainAsking = keychain.isAsking
      return keychain
    },
    about: () => ({
      version,
      dataFolder: app.getPath('userData'),
      defaultApiUrl: start.defaultApiUrl,
      platform: process.platform,
      language: language(),
      hasTray,
    }),
    soon: (work) => setImmediate(() => closed || work()),
    tell: {
      changed: (change, snapshot) => {
        push(window, 'state.changed', change, log)
        tray.render(trayModel({ ...snapshot, now: clock.now() }))
        watching.changed(change, snapshot)
        schedule.changed(change)
        if (change.accounts) for (const account of change.accounts) lookForLow(account.id)
      },
      ended: (renewal, ends) => {
        logs.info(
          `renewal ${renewal.intent.id} (${renewal.intent.source}): ${renewal.result?.outcome ?? 'no result'}`,
        )
        push(window, 'renewal.ended', { renewal }, log)
        // The receipt gets its new ends, the history is read again.
        void ends.done.then((read) => read && push(window, 'renewal.ended', { renewal: read }, log))
        telling.ended(renewal, ends.soon)
      },
      checked: (renewal) => push(window, 'renewal.checked', { renewal }, log),
      settled: (renewal) => {
        logs.info(`renewal ${renewal.intent.id} settled: ${renewal.settlement?.outcome ?? 'not'}`)
        push(window, 'renewal.checked', { renewal }, log)
        telling.settled(renewal)
      },
      balanceTaken: (accountId) => lookForLow(accountId),
      dueRunEnded: (run) => telling.runEnded(run),
      log,
    },
  })
  const telling = createTelling({
    settings: store.settings.get,
    accountCount: () => core.accounts.list().length,
    windowHasFocus: () => window.isFocused(),
    now: clock.now,
    notify: (model) => notify(model),
    log,
  })
  const lookForLow = createLowBalanceWatch({
    account: core.accounts.get,
    balance: core.balance.money,
    loadState: (accountId) => {
      const { belowSince, toldAt } = store.balances.crossing(accountId)
      return { below: belowSince !== null, toldAt }
    },
    saveState: (accountId, { below, toldAt }) =>
      store.balances.setCrossing(accountId, { belowSince: below ? (toldAt ?? clock.now()) : null, toldAt }),
    dailyReminder: () => store.settings.get().dailyReminder,
    delivery: () => telling.delivery('lowBalance'),
    now: clock.now,
    notify: (model) => notify(model),
  })
  const watching = createWatching({
    snapshot: core.state.snapshot,
    forecast: core.forecast,
    documents: store.documents,
    now: clock.now,
    clockWords: core.clockWatch.words,
    notify: (model) => notify(model),
    setTimer,
    looked: (snapshot) => {
      core.clockWatch.look()
      tray.render(trayModel({ ...snapshot, now: clock.now() }))
      // What the quiet hours held back comes when they end.
      for (const { id } of core.accounts.list()) lookForLow(id)
    },
  })
  const memory = windowMemory(store.documents)
  const window: MainWindow = createMainWindow({
    page,
    session,
    backgroundColor: pageBackground,
    remembered: memory.bounds,
    onBounds: memory.keepBounds,
    trayExists: async () => {
      hasTray = await trayExists(process.platform, process.env, runTool)
      core.state.changed()
      return hasTray
    },
    isQuitting: () => quitting.isQuitting(),
    onHiddenToTray: () => {
      if (store.settings.get().toldStillInTray) return
      store.settings.update({ toldStillInTray: true })
      notify(stillInTray())
    },
    quit: () => app.quit(),
    idleMs: windowIdle,
    setTimer,
    log,
  })
  const showing = createShowing(window, log)
  const openShortcut = createOpenShortcut(() => window.toggle())
  const notifier = createNotifier({ onClick: (target) => showing.open(target), log })
  const act = createTrayActions({
    core,
    showing,
    showWindow: () => window.show(),
    notify,
    quit: () => app.quit(),
    log,
  })
  const obeyAt = createObeying({ core, store, showing, isClosing: () => closing, log })
  const running: RunningApp = {
    show: () => window.show(),
    renewDue: () => act({ kind: 'renew-due' }),
    obeyAt: (place) => void obeyAt(place),
  }
  // Icon, Open and Quit at once; what has to be read for the rest would keep them waiting.
  const tray = createTray(bareTray(store.settings.get()), {
    onAction: (action) => act(action),
    onClick: (place) => window.toggle(place),
  })
  const schedule = createSchedule({
    // Main is not told when the network is back: it can only look, which costs nothing.
    ...polledParts(core, store.settings.get, () => net.isOnline()),
    monotonic: clock.monotonic,
    random: Math.random,
    setTimer,
  })
  const flushing = setInterval(core.flushUnsaved, flushEvery)
  flushing.unref()
  const quitting = createQuitting({
    renewals: {
      ...core.renewals,
      // Who waits for what is on its way does not wait for everything that is due.
      idle: () => {
        core.dueRuns.stopForQuit()
        return core.renewals.idle()
      },
    },
    askBusy: (groupIds) =>
      askBusy(groupIds.map((id) => core.groups.get(id)?.name ?? words().app.quit.aGroup)),
    mayForget,
    stayed: updating.forgetRestart,
    end: () => {
      updating.relaunchIfAsked()
      collectBeforeEnd()
      app.quit()
    },
    wait: clock.wait,
    ownTurn: () => new Promise((resolve) => setImmediate(resolve)),
    close: async () => {
      closing = true
      schedule.stop()
      watching.stop()
      updating.daily.stop()
      updating.stop()
      core.waits.end()
      core.settling.stop()
      await Promise.all([telling.done(), Promise.race([core.autoExtend.idle(), clock.wait(switchPatience)])])
      core.flushUnsaved()
      await practice.stop()
      await core.closeKeychain()
      closed = true
      window.destroy()
      tray.destroy()
      store.close()
      logs.info('ended')
      // A keychain that is asking holds a thread which no exit gets past; everything is written, so nothing is lost.
      if (isKeychainAsking()) app.once('quit', () => process.kill(process.pid, 'SIGKILL'))
    },
    unsavedOutcomes: () => {
      core.flushUnsaved()
      return core.renewals.unsaved.count() + core.autoExtend.unsaved()
    },
    log,
  })
  guardQuitting(quitting)

  function notify(model: NotificationModel | null): void {
    if (model) notifier.show(model)
  }

  function settingsChanged(patch: Partial<Settings>): void {
    if (patch.lookForUpdates !== undefined) updating.daily.again()
    if (patch.theme !== undefined) nativeTheme.themeSource = patch.theme
    if (patch.language !== undefined) {
      // Everything that main has put into words is put anew.
      void speakAsSet(store.settings.get()).then(() => closed || core.state.changed())
    }
  }

  registerHandlers(
    createHandlers(
      createServices({
        core,
        store,
        vendor,
        pageListens: window.pageListens,
        windowHasFocus: window.isFocused,
        settingsChanged,
        isClosed: () => closed,
        diagnostics: () => diagnostics(core.state.snapshot()),
        openShortcut,
        updates: updating,
      }),
    ),
    { isOwnFrame: window.isOwnFrame, log, called: (channel) => logs.debug(`called: ${channel}`) },
  )
  logs.info(`started, Leasebar ${version} on Electron ${process.versions.electron}, ${process.platform}`)
  nativeTheme.themeSource = store.settings.get().theme
  if (!openShortcut.set(store.settings.get().openShortcut)) log('the system did not give the shortcut')
  for (const notice of openNotices(store.report)) core.notices.put(notice)
  if (start.apiUrlProblem !== null) core.notices.put(apiUrlNotice(start.apiUrlProblem))
  for (const renewal of core.recover()) telling.found(renewal)
  powerMonitor.on('resume', () => {
    schedule.wake()
    watching.look()
    core.settling.wake()
    updating.daily.again()
  })
  app.on('browser-window-focus', updating.lookAtProgram)
  app.on('activate', () => window.show())
  void begin()
  return running

  async function begin(): Promise<void> {
    if (start.practice) await connectPractice(core, store)
    if (!start.hidden) window.show()
    if (start.renewDue) running.renewDue()
    if (start.answerTo !== null) running.obeyAt(start.answerTo)
    const standing = trayExists(process.platform, process.env, runTool)
    await trayUp(standing, clock)
    if (closing) return
    schedule.start()
    core.settling.begin()
    updating.daily.start()
    watching.look()
    core.state.changed()
    hasTray = await standing
    if (closing) return
    // Started hidden where nothing shows a tray, nobody could ever find it.
    if (start.hidden && !hasTray) window.show()
    core.state.changed()
    const kept = await store.keepGoodCopy()
    if (!kept.ok) log(kept.error.message)
  }
}

async function connectPractice(core: Core, store: Store): Promise<void> {
  const connected = await core.accounts.practice()
  if (connected.ok) store.settings.update({ selectedAccountId: connected.value.accountId })
}
