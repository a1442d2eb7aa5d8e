import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { LaunchedApp } from './launch.ts'
import { until } from './until.ts'

const run = promisify(execFile)

/** Waits for a native dialog of the process, and answers its window's id. */
export function waitForDialog(pid: number): Promise<string> {
  return until(`native dialog of ${pid}`, async () => (await dialogsOf(pid))[0])
}

/** Waits for a native dialog of the process and presses keys in it, such as `Return` for its default button. */
export async function pressInDialog(pid: number, ...keys: readonly string[]): Promise<void> {
  const id = await waitForDialog(pid)
  // Sent to the window itself a key would be marked as made up, and GTK ignores those.
  await run('xdotool', ['windowactivate', '--sync', id, 'key', ...keys])
}

/**
 * Waits for a native file dialog of the app, pastes a path into its field and presses Return, until it is gone. In a
 * dialog for opening, the slash has GTK make that field; it tells nobody when, so the keys leave it a moment.
 */
export async function chooseInFileDialog({ app, pid }: LaunchedApp, path: string): Promise<void> {
  const id = await waitForDialog(pid)
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), path)
  const keys = ['slash', 'ctrl+a', 'ctrl+v', 'End', 'Return']
  await run('xdotool', ['windowactivate', '--sync', id, 'key', '--delay', '400', ...keys])
  await until(`the end of the file dialog ${id}`, async () => !(await dialogsOf(pid)).includes(id))
}

async function dialogsOf(pid: number): Promise<string[]> {
  const found = await run('xdotool', ['search', '--onlyvisible', '--pid', String(pid), '.']).catch(() => null)
  const ids = found?.stdout.trim().split('\n').filter(Boolean) ?? []
  const kinds = await Promise.all(ids.map(kindOf))
  return ids.filter((_, index) => kinds[index]?.includes('_NET_WM_WINDOW_TYPE_DIALOG'))
}

async function kindOf(id: string): Promise<string> {
  return (await run('xprop', ['-id', id, '_NET_WM_WINDOW_TYPE']).catch(() => ({ stdout: '' }))).stdout
}
