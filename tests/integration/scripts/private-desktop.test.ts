import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)
const SCRIPT = resolve('scripts/private-desktop.mjs')
const KEYCHAIN_STATE = ['/usr/bin/python3', resolve('tests/support/desktop/session_bus.py'), 'keychain_state']

/** No Electron is run here, so none need be fetched. */
function desktop(options: readonly string[], command: readonly string[]): Promise<{ stdout: string }> {
  const env = { ...process.env, LEASEBAR_ELECTRON: process.execPath }
  return run(process.execPath, [SCRIPT, ...options, '--', ...command], { env })
}

describe.runIf(process.platform === 'linux')('a private desktop', () => {
  it.each([
    [[], 'unlocked'],
    [['--locked-keychain'], 'locked'],
    [['--no-keychain'], 'unavailable'],
  ])('%j has a keychain that is %s', async (options, state) => {
    expect((await desktop(options, KEYCHAIN_STATE)).stdout).toBe(`"${state}"\n`)
  })

  it('has no session bus when told so', async () => {
    const answer = desktop(['--no-bus'], KEYCHAIN_STATE)
    await expect(answer).rejects.toMatchObject({ code: 1, stdout: '' })
  })

  it('hands on the exit code of the command', async () => {
    await expect(desktop([], ['sh', '-c', 'exit 7'])).rejects.toMatchObject({ code: 7 })
  })

  it('shows nothing of the caller’s own session and keeps its folders private', async () => {
    const { stdout } = await desktop([], ['sh', '-c', 'stat -c %a "$HOME" "$XDG_RUNTIME_DIR"; echo "$HOME"'])
    expect(stdout).toMatch(/^700\n700\n/)
    expect(stdout).not.toContain(`\n${process.env.HOME}\n`)
  })

  it('ends what the command left running, and leaves no folder', async () => {
    const leave = 'setsid sleep 600 >/dev/null 2>&1 & echo "$! $HOME"'
    const { stdout } = await desktop([], ['sh', '-c', leave])
    const [pid, home] = stdout.trim().split(' ')
    expect(existsSync(home ?? '/')).toBe(false)
    // One that ended may stay listed until somebody asks for its exit code; it has no command line any more.
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    expect(commandLine).toBe('')
  })

  it('runs two at once, each on a screen of its own', async () => {
    const both = ['sh', '-c', 'echo "$DISPLAY"; xprop -root >/dev/null && sleep 1']
    const [one, two] = await Promise.all([desktop([], both), desktop([], both)])
    expect(one.stdout).toMatch(/^:\d+\n$/)
    expect(one.stdout).not.toBe(two.stdout)
  })
})
