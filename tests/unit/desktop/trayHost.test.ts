import { describe, expect, it } from 'vitest'
import { type RunTool, trayExists } from '../../../src/main/desktop/trayHost.ts'

const bus = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' }

/** Answers as the named tool did on a real desktop; the others are not installed. */
function tool(program: string, owner: string | null, host: string | null): { run: RunTool; asked: string[] } {
  const asked: string[] = []
  const run: RunTool = async (called, args) => {
    asked.push(called)
    if (called !== program) return null
    return args.some((arg) => arg.includes('IsStatusNotifierHostRegistered')) ? host : owner
  }
  return { run, asked }
}

describe('whether a tray exists', () => {
  // What gdbus, busctl and dbus-send print with and without a panel.
  it.each([
    ['gdbus', '(true,)\n', '(<true>,)\n', true],
    ['gdbus', '(true,)\n', '(<false>,)\n', false],
    ['gdbus', '(false,)\n', null, false],
    ['gdbus', '(true,)\n', null, false],
    ['busctl', 'b true\n', 'b true\n', true],
    ['busctl', 'b false\n', null, false],
    ['dbus-send', '   boolean true\n', '   variant       boolean true\n', true],
    ['dbus-send', '   boolean true\n', '   variant       boolean false\n', false],
  ])('%s says %j, %j: %s', async (program, owner, host, exists) => {
    expect(await trayExists('linux', bus, tool(program, owner, host).run)).toBe(exists)
  })

  it('asks nothing more where there is no watcher, because asking might start one', async () => {
    const { run, asked } = tool('gdbus', '(false,)\n', '(<true>,)\n')
    expect(await trayExists('linux', bus, run)).toBe(false)
    expect(asked).toEqual(['gdbus'])
  })

  it('is no where none of the tools is installed', async () => {
    const { run, asked } = tool('none', null, null)
    expect(await trayExists('linux', bus, run)).toBe(false)
    expect(asked).toEqual(['gdbus', 'busctl', 'dbus-send'])
  })

  it.each([{}, { DBUS_SESSION_BUS_ADDRESS: '' }, { DBUS_SESSION_BUS_ADDRESS: 'autolaunch:' }])(
    'is no without a session bus, and no tool may start one: %j',
    async (env) => {
      const { run, asked } = tool('gdbus', '(true,)', '(<true>,)')
      expect(await trayExists('linux', env, run)).toBe(false)
      expect(asked).toEqual([])
    },
  )

  it.each(['win32', 'darwin'] as const)('is yes on %s, where nothing is asked', async (platform) => {
    const { run, asked } = tool('gdbus', null, null)
    expect(await trayExists(platform, {}, run)).toBe(true)
    expect(asked).toEqual([])
  })
})
