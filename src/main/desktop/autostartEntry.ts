import { join } from 'node:path'
import { words } from '../../shared/words/words.ts'

/** How Leasebar is started on this machine. */
export interface Launch {
  /** The program: Electron, or the AppImage around it. */
  readonly execPath: string
  /** The app's folder where it is not packaged; null: the program finds it by itself. */
  readonly appPath: string | null
}

/** The command that starts Leasebar. */
export function launchCommand({ execPath, appPath }: Launch): readonly string[] {
  return appPath === null ? [execPath] : [execPath, appPath]
}

/** The autostart entry's file (XDG: autostart/ in the configuration folder; a relative one there is to be ignored). */
export function autostartFile(env: Readonly<Record<string, string | undefined>>, home: string): string {
  const configured = env.XDG_CONFIG_HOME
  const folder = configured?.startsWith('/') === true ? configured : join(home, '.config')
  return join(folder, 'autostart', 'dev.leasebar.app.desktop')
}

/** The content of the autostart entry that runs `command` at login (XDG Desktop Entry Specification). */
export function desktopEntry(command: readonly string[]): string {
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.4',
    'Name=Leasebar',
    `Comment=${words().app.login.comment}`,
    `Exec=${command.map(quoted).join(' ')}`,
    'Icon=dev.leasebar.app',
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
  ]
  return `${lines.join('\n')}\n`
}

/**
 * An argument of an Exec line: in double quotes with `"`, backquote, `$` and backslash escaped, then every backslash
 * doubled once more as in any value of the file; `%` doubled, which would begin a field code.
 */
function quoted(argument: string): string {
  const percent = argument.replaceAll('%', '%%')
  if (/^[\w./:=@+,%-]+$/.test(percent)) return percent
  const escaped = percent.replace(/["`$\\]/g, '\\$&')
  return `"${escaped.replaceAll('\\', '\\\\')}"`
}
