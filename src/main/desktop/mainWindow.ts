import { BrowserWindow, type IpcMainInvokeEvent, Menu, nativeTheme, type Session, screen } from 'electron'
import type { PushChannel } from '../../shared/contract/channels.ts'
import { editMenu } from './editMenu.ts'
import { makeOutbox } from './outbox.ts'
import { type Box, besideTray, firstSize, isPlaced, usableBounds } from './placement.ts'
import { type PageSource, senderTrusted } from './requestPolicy.ts'
import { windowOptions } from './windowOptions.ts'

/** What the window needs from around it. */
export interface MainWindowDeps {
  readonly page: PageSource
  readonly session: Session
  /** The page's background, so that nothing flashes before its first paint. */
  readonly backgroundColor: (dark: boolean) => string
  /** Where the window stood last; null: never. */
  readonly remembered: () => Box | null
  /** Told when the person moved or resized the window. */
  readonly onBounds: (bounds: Box) => void
  /** Whether a tray really exists, asked at every closing; it may take a moment and never rejects. */
  readonly trayExists: () => Promise<boolean>
  /** True from the moment that the app is to end: then closing closes. */
  readonly isQuitting: () => boolean
  /** Closing has hidden the window; telling that once is the caller's business. */
  readonly onHiddenToTray: () => void
  /** The window was closed and no tray exists. */
  readonly quit: () => void
  /** Ms after hiding until the window is destroyed, which gives its memory back. */
  readonly idleMs: number
  /** Runs something later; gives back what calls it off. */
  readonly setTimer: (run: () => void, ms: number) => () => void
  readonly log: (line: string) => void
}

/** Leasebar's one window. It is made at first use and may be destroyed and made again; this handle stays. */
export interface MainWindow {
  /** Shows and focuses it, beside `near` where the desktop told a place, else where it stood last. */
  readonly show: (near?: Box | null) => void
  readonly hide: () => void
  /** Hides it when it has the focus, else shows it. */
  readonly toggle: (near?: Box | null) => void
  readonly isVisible: () => boolean
  readonly isFocused: () => boolean
  /** Delivers a checked message (ipc/push.ts) as soon as the page listens; dropped when there is no window. */
  readonly send: (channel: PushChannel, message: unknown) => void
  /** To be called when the page asks for its first snapshot: from then on it listens. */
  readonly pageListens: () => void
  /** Resolves when the page of the window that is there, or of the next one, listens. */
  readonly onceReady: () => Promise<void>
  /** True when a call comes from this window's top frame, on Leasebar's page. */
  readonly isOwnFrame: (event: IpcMainInvokeEvent) => boolean
  readonly destroy: () => void
}

/** Ms that moving and resizing have to rest before the bounds are told. */
const restMs = 400
/** Ms between two crashes of the page after which it is made again by itself. */
const crashPause = 60_000

/** Makes the handle of the window; the window itself comes with the first `show`. */
export function createMainWindow(deps: MainWindowDeps): MainWindow {
  let window: BrowserWindow | null = null
  let wanted = false
  let painted = false
  let crashedAt = Number.NEGATIVE_INFINITY
  let cancelIdle = (): void => undefined
  let cancelRest = (): void => undefined
  let waiting: (() => void)[] = []
  let listens = false
  // As text, which crosses at once (see LeasebarBridge).
  const outbox = makeOutbox(({ channel, message }) =>
    window?.webContents.send(channel, JSON.stringify(message)),
  )

  function make(): BrowserWindow {
    const bounds = usableBounds(deps.remembered(), workAreas()) ?? firstSize
    const made = new BrowserWindow(
      windowOptions(deps.session, bounds, deps.backgroundColor(nativeTheme.shouldUseDarkColors)),
    )
    window = made
    painted = false
    made.once('ready-to-show', reveal)
    made.on('close', (event) => {
      if (deps.isQuitting()) return
      event.preventDefault()
      void closed()
    })
    made.on('closed', gone)
    made.on('hide', startIdle)
    made.on('show', () => cancelIdle())
    made.on('move', boundsChanged)
    made.on('resize', boundsChanged)
    made.webContents.on('did-start-loading', () => {
      listens = false
      outbox.close(false)
    })
    made.webContents.on('did-fail-load', (_event, code, words, _url, mainFrame) => {
      if (!mainFrame) return
      deps.log(`the page did not load: ${code} ${words}`)
      reveal()
    })
    made.webContents.on('context-menu', (_event, click) => {
      const items = editMenu(click)
      if (items) Menu.buildFromTemplate(items).popup({ window: made })
    })
    made.webContents.on('render-process-gone', (_event, details) => crashed(details.reason))
    void made.loadURL(deps.page.url).catch(() => undefined)
    return made
  }

  function reveal(): void {
    painted = true
    if (wanted) front()
  }

  function front(): void {
    if (window === null) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  function gone(): void {
    window = null
    wanted = false
    listens = false
    cancelIdle()
    cancelRest()
    outbox.close(true)
  }

  async function closed(): Promise<void> {
    const tray = await deps.trayExists()
    if (tray) {
      hide()
      deps.onHiddenToTray()
    } else deps.quit()
  }

  function startIdle(): void {
    cancelIdle()
    cancelIdle = deps.setTimer(destroy, deps.idleMs)
  }

  function crashed(reason: string): void {
    if (reason === 'clean-exit') return
    deps.log(`the page's process ended: ${reason}`)
    const visible = isVisible()
    const now = performance.now()
    const again = visible && now - crashedAt > crashPause
    crashedAt = now
    destroy()
    if (again) show()
  }

  function boundsChanged(): void {
    cancelRest()
    cancelRest = deps.setTimer(() => {
      if (window?.isVisible()) deps.onBounds(window.getNormalBounds())
    }, restMs)
  }

  function show(near: Box | null = null): void {
    cancelIdle()
    wanted = true
    const shown = window ?? make()
    if (isPlaced(near) && !shown.isVisible()) {
      const { workArea } = screen.getDisplayMatching(near)
      shown.setBounds(besideTray(near, workArea, shown.getBounds()))
    }
    if (painted) front()
  }

  function hide(): void {
    wanted = false
    window?.hide()
  }

  function destroy(): void {
    window?.destroy()
  }

  const isVisible = (): boolean => window?.isVisible() ?? false
  const isFocused = (): boolean => isVisible() && (window?.isFocused() ?? false)

  nativeTheme.on('updated', () => {
    window?.setBackgroundColor(deps.backgroundColor(nativeTheme.shouldUseDarkColors))
  })

  return {
    show,
    hide,
    toggle: (near) => (isFocused() ? hide() : show(near)),
    isVisible,
    isFocused,
    send: (channel, message) => {
      if (window !== null) outbox.post({ channel, message })
    },
    pageListens: () => {
      listens = window !== null
      if (!listens) return
      outbox.open()
      for (const resolve of waiting.splice(0)) resolve()
      waiting = []
    },
    onceReady: () => (listens ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    isOwnFrame: ({ sender, senderFrame }) =>
      senderTrusted(
        {
          origin: senderFrame?.origin ?? null,
          topFrame: senderFrame !== null && senderFrame === sender.mainFrame,
          ownWindow: window !== null && sender === window.webContents,
        },
        deps.page,
      ),
    destroy,
  }
}

function workAreas(): readonly Box[] {
  return screen.getAllDisplays().map(({ workArea }) => workArea)
}
