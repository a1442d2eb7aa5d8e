import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const MATCH = "type='signal',interface='org.kde.StatusNotifierWatcher',member='StatusNotifierItemRegistered'"

/** Hears every icon that comes into the tray. */
export interface TrayWatch {
  /** When the next icon is there, ms since the epoch, as the bus daemon's signal says it. To be called before it comes. */
  readonly next: () => Promise<number>
  readonly end: () => void
}

/** Listens to the session bus: the signal itself, not something the app says. */
export async function watchTray(): Promise<TrayWatch> {
  const monitor = spawn('dbus-monitor', ['--session', '--profile', MATCH], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(monitor, 'spawn')
  const waiting: ((at: number) => void)[] = []
  let listens = (): void => undefined
  const ready = new Promise<void>((resolve) => {
    listens = resolve
  })
  createInterface({ input: monitor.stdout }).on('line', (line) => {
    // Its first lines say that it listens: the names it gets and the columns.
    listens()
    const [kind, seconds] = line.split('\t')
    if (kind === 'sig' && line.includes('StatusNotifierItemRegistered'))
      waiting.shift()?.(Number(seconds) * 1000)
  })
  await ready
  return {
    next: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
      }),
    end: () => monitor.kill(),
  }
}
