import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'
import { appRoot } from './appRoot.ts'
import { autostartFile, desktopEntry, launchCommand } from './autostartEntry.ts'
import { ownProgram } from './ownProgram.ts'
import { hiddenFlag } from './startFlags.ts'

/**
 * Makes the session start Leasebar hidden in the tray at login, or not any more: an XDG autostart entry on Linux, the
 * system's own login items elsewhere. Fails with words for a person.
 */
export async function setAutostart(enabled: boolean): Promise<Result<void, string>> {
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: enabled, args: [hiddenFlag] })
    return ok(undefined)
  }
  const file = autostartFile(process.env, homedir())
  try {
    if (!enabled) {
      await rm(file, { force: true })
      return ok(undefined)
    }
    const command = launchCommand({
      execPath: ownProgram(process.execPath, process.env),
      appPath: app.isPackaged ? null : appRoot(),
    })
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(`${file}.new`, desktopEntry([...command, hiddenFlag]), { mode: 0o644 })
    await rename(`${file}.new`, file)
    return ok(undefined)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : words().app.login.noCode
    return err(words().app.login.notChanged(code, file))
  }
}
