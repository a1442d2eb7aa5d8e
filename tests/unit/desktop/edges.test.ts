import { describe, expect, it } from 'vitest'
import { autostartFile, desktopEntry, launchCommand } from '../../../src/main/desktop/autostartEntry.ts'
import { menuTemplate } from '../../../src/main/desktop/menuTemplate.ts'
import { type Letter, makeOutbox } from '../../../src/main/desktop/outbox.ts'
import { plainBody } from '../../../src/main/desktop/plainBody.ts'
import type { TrayAction } from '../../../src/main/watch/model.ts'

describe('the autostart entry', () => {
  it('starts the packaged app hidden', () => {
    const command = launchCommand({ execPath: '/opt/Leasebar/leasebar', appPath: null })
    const entry = desktopEntry([...command, '--hidden'])
    expect(entry).toBe(`[Desktop Entry]
Type=Application
Version=1.4
Name=Leasebar
Comment=Renews rented proxies from the tray
Exec=/opt/Leasebar/leasebar --hidden
Icon=dev.leasebar.app
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
`)
  })

  it('names the app’s folder where it is not packaged', () => {
    expect(launchCommand({ execPath: '/e/electron', appPath: '/src/leasebar' })).toEqual([
      '/e/electron',
      '/src/leasebar',
    ])
  })

  // Each expected line was worked out by hand from the specification: first Exec's quoting, then the value's.
  it.each([
    ['/home/a b/leasebar', 'Exec="/home/a b/leasebar"'],
    ['/home/50%/leasebar', 'Exec=/home/50%%/leasebar'],
    ['/home/$x/leasebar', 'Exec="/home/\\\\$x/leasebar"'],
    ['/home/"x"/leasebar', 'Exec="/home/\\\\"x\\\\"/leasebar"'],
    ['/home/a\\b/leasebar', 'Exec="/home/a\\\\\\\\b/leasebar"'],
    ['/home/a;b/leasebar', 'Exec="/home/a;b/leasebar"'],
  ])('quotes %s', (path, line) => {
    expect(desktopEntry([path]).split('\n')).toContain(line)
  })

  it('lies in the configuration folder', () => {
    const name = 'autostart/dev.leasebar.app.desktop'
    expect(autostartFile({}, '/home/a')).toBe(`/home/a/.config/${name}`)
    expect(autostartFile({ XDG_CONFIG_HOME: '/conf' }, '/home/a')).toBe(`/conf/${name}`)
    expect(autostartFile({ XDG_CONFIG_HOME: 'relative' }, '/home/a')).toBe(`/home/a/.config/${name}`)
  })
})

describe('the tray’s menu', () => {
  it('gives each entry its own action, and lines that do nothing', () => {
    const acted: TrayAction[] = []
    const template = menuTemplate(
      [
        { type: 'info', label: 'Balance: $1.00' },
        { type: 'separator' },
        { type: 'action', label: 'Renew A', enabled: true, action: { kind: 'renew', groupId: 'a' } },
        { type: 'action', label: 'Renewing B…', enabled: false, action: { kind: 'renew', groupId: 'b' } },
      ],
      (action) => acted.push(action),
    )
    expect(template.map(({ label, type, enabled }) => ({ label, type, enabled }))).toEqual([
      { label: 'Balance: $1.00', type: undefined, enabled: false },
      { label: undefined, type: 'separator', enabled: undefined },
      { label: 'Renew A', type: undefined, enabled: true },
      { label: 'Renewing B…', type: undefined, enabled: false },
    ])
    // Electron calls an entry's handler with arguments that it does not use.
    template[2]?.click?.({} as never, undefined, {} as never)
    expect(acted).toEqual([{ kind: 'renew', groupId: 'a' }])
  })
})

describe('a notification’s body', () => {
  it('holds no markup on Linux and stays as it is elsewhere', () => {
    const body = 'R&D says <a href="https://x">pay</a>'
    expect(plainBody(body, 'linux')).toBe('R&D says ‹a href="https://x"›pay‹/a›')
    expect(plainBody(body, 'win32')).toBe(body)
  })
})

describe('the outbox', () => {
  const open: Letter = { channel: 'view.open', message: 'open' }
  const changed = (version: number): Letter => ({ channel: 'state.changed', message: { version } })

  function box(): { outbox: ReturnType<typeof makeOutbox>; delivered: Letter[] } {
    const delivered: Letter[] = []
    return { outbox: makeOutbox((letter) => delivered.push(letter)), delivered }
  }

  it('keeps everything until the page listens, then delivers in order and at once', () => {
    const { outbox, delivered } = box()
    outbox.post(open)
    outbox.post(changed(1))
    expect(delivered).toEqual([])
    outbox.open()
    outbox.post(changed(2))
    expect(delivered).toEqual([open, changed(1), changed(2)])
  })

  it('keeps again when the page loads anew, and forgets when the window is gone', () => {
    const { outbox, delivered } = box()
    outbox.open()
    outbox.close(false)
    outbox.post(open)
    outbox.open()
    expect(delivered).toEqual([open])
    outbox.close(false)
    outbox.post(open)
    outbox.close(true)
    outbox.open()
    expect(delivered).toEqual([open])
  })

  it('is bounded, and drops changes of state before a word for the person', () => {
    const { outbox, delivered } = box()
    outbox.post(open)
    for (let version = 0; version < 500; version += 1) outbox.post(changed(version))
    outbox.open()
    expect(delivered).toHaveLength(200)
    expect(delivered[0]).toEqual(open)
    expect(delivered.at(-1)).toEqual(changed(499))
  })
})
