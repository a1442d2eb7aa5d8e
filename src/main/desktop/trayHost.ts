import { execFile } from 'node:child_process'

/** Runs a program and gives its standard output; null when it is missing, fails or takes too long. Never rejects. */
export type RunTool = (program: string, args: readonly string[]) => Promise<string | null>

/** Ms that one question to the desktop may take. */
const toolMs = 1500

/** Runs a program of the desktop, with a time limit. */
export const runTool: RunTool = (program, args) =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: toolMs, windowsHide: true }, (error, stdout) =>
      resolve(error === null ? stdout : null),
    )
  })

const watcher = 'org.kde.StatusNotifierWatcher'

interface Tool {
  readonly program: string
  readonly hasOwner: readonly string[]
  readonly hostRegistered: readonly string[]
}

/** Three tools that can ask the session's D-Bus; one of them is on every desktop. */
const tools: readonly Tool[] = [
  {
    program: 'gdbus',
    hasOwner: gdbus(
      'org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus.NameHasOwner',
      watcher,
    ),
    hostRegistered: gdbus(
      watcher,
      '/StatusNotifierWatcher',
      'org.freedesktop.DBus.Properties.Get',
      watcher,
      'IsStatusNotifierHostRegistered',
    ),
  },
  {
    program: 'busctl',
    hasOwner: [
      '--user',
      'call',
      'org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus',
      'NameHasOwner',
      's',
      watcher,
    ],
    hostRegistered: [
      '--user',
      'get-property',
      watcher,
      '/StatusNotifierWatcher',
      watcher,
      'IsStatusNotifierHostRegistered',
    ],
  },
  {
    program: 'dbus-send',
    hasOwner: dbusSend(
      'org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus.NameHasOwner',
      watcher,
    ),
    hostRegistered: dbusSend(
      watcher,
      '/StatusNotifierWatcher',
      'org.freedesktop.DBus.Properties.Get',
      watcher,
      'IsStatusNotifierHostRegistered',
    ),
  },
]

function gdbus(dest: string, path: string, method: string, ...args: string[]): readonly string[] {
  return [
    'call',
    '--session',
    '--timeout',
    '1',
    '--dest',
    dest,
    '--object-path',
    path,
    '--method',
    method,
    ...args,
  ]
}

function dbusSend(dest: string, path: string, method: string, ...args: string[]): readonly string[] {
  const typed = args.map((arg) => `string:${arg}`)
  return [
    '--session',
    '--print-reply=literal',
    '--reply-timeout=1000',
    `--dest=${dest}`,
    path,
    method,
    ...typed,
  ]
}

/**
 * Whether the desktop shows tray icons. Electron tells nothing of it on Linux, so the session's D-Bus is asked: does a
 * StatusNotifierWatcher exist, and has a host (the panel that draws the icons) registered with it? Windows and macOS
 * always have a tray. Where nothing can be asked (no session bus, none of the tools) the answer is no: then closing
 * the window quits, which never leaves Leasebar running where nobody can see it.
 */
export async function trayExists(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  run: RunTool,
): Promise<boolean> {
  if (platform !== 'linux') return true
  // Without an address some of the tools would start a bus of their own.
  const bus = env.DBUS_SESSION_BUS_ADDRESS
  if (bus === undefined || bus === '' || bus.startsWith('autolaunch:') || bus === 'disabled:') return false
  for (const tool of tools) {
    const owned = saysTrue(await run(tool.program, tool.hasOwner))
    if (owned === null) continue
    if (!owned) return false
    return saysTrue(await run(tool.program, tool.hostRegistered)) === true
  }
  return false
}

/** Reads `(true,)`, `b true`, `boolean true`, `(<true>,)` and their opposites; null: no answer. */
function saysTrue(output: string | null): boolean | null {
  const word = output === null ? undefined : /\b(?:true|false)\b/.exec(output)?.[0]
  return word === undefined ? null : word === 'true'
}
