import { randomBytes } from 'node:crypto'
import { chmod, chown, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const SERVICES = '/usr/share/dbus-1/services'

/** What the bus may start by itself. The keychain and the notifications are not among it: they are started on
 * purpose or, in a desktop without them, not at all. */
const STARTED_BY_THE_BUS = ['org.xfce.Xfconf', 'ca.desrt.dconf', 'org.a11y.Bus']
const PROMPTERS = ['org.gnome.keyring.SystemPrompter', 'org.gnome.keyring.PrivatePrompter']

/**
 * Makes the folders and files of a private desktop below `dir`: its home, runtime folder, settings.
 * @param {string} dir the desktop's own folder, 0700
 * @param {{prompter: boolean}} options whether the keychain may ask for its password on the screen
 * @returns {Promise<{home: string, runtime: string, temp: string, log: string, authority: string,
 *   busConfig: string, notificationLog: string}>}
 */
export async function writeDesktop(dir, options) {
  const home = join(dir, 'home')
  const runtime = join(dir, 'run')
  const temp = join(dir, 'tmp')
  const log = join(dir, 'log')
  for (const folder of [home, runtime, temp, log]) await mkdir(folder, { mode: 0o700 })
  const authority = join(dir, 'xauthority')
  const busConfig = join(dir, 'bus.conf')
  const notificationLog = join(runtime, 'notifications.jsonl')
  await writeFile(authority, xauthority(), { mode: 0o600 })
  await writeServices(join(dir, 'services'), options.prompter)
  await writeFile(busConfig, sessionBus(join(runtime, 'bus'), join(dir, 'services')))
  await writeDunst(join(home, '.config', 'dunst'), notificationLog)
  const xfconf = join(home, '.config', 'xfce4', 'xfconf', 'xfce-perchannel-xml')
  await mkdir(xfconf, { recursive: true })
  await writeFile(join(xfconf, 'xfce4-panel.xml'), PANEL)
  return { home, runtime, temp, log, authority, busConfig, notificationLog }
}

/**
 * Gives everything below `dir`, and itself, to one user.
 * @param {string} dir
 * @param {number} uid also used as the group
 */
export async function giveTo(dir, uid) {
  await chown(dir, uid, uid)
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    if (entry.isDirectory()) await giveTo(join(dir, entry.name), uid)
    else await chown(join(dir, entry.name), uid, uid)
  }
}

/** A cookie that is good for whichever display number the server finds free: family "wild", no number. */
function xauthority() {
  const field = (bytes) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(bytes.length)
    return Buffer.concat([length, bytes])
  }
  const wild = Buffer.from([0xff, 0xff])
  const nothing = Buffer.alloc(0)
  const protocol = Buffer.from('MIT-MAGIC-COOKIE-1')
  return Buffer.concat([wild, field(nothing), field(nothing), field(protocol), field(randomBytes(16))])
}

async function writeServices(dir, prompter) {
  await mkdir(dir)
  for (const name of [...STARTED_BY_THE_BUS, ...(prompter ? PROMPTERS : [])]) {
    await copyFile(join(SERVICES, `${name}.service`), join(dir, `${name}.service`)).catch((error) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
}

function sessionBus(socket, services) {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`
}

/** Every notification is kept, none are merged, and each is written down by the daemon as it is shown. */
async function writeDunst(dir, log) {
  await mkdir(dir, { recursive: true })
  const script = join(dir, 'log-notification')
  await writeFile(
    join(dir, 'dunstrc'),
    `[global]
    width = 360
    height = 300
    origin = top-right
    offset = 12x40
    notification_limit = 0
    font = Sans 10
    markup = full
    format = "<b>%s</b>\\n%b"
    padding = 10
    horizontal_padding = 12
    frame_width = 1
    frame_color = "#5a6675"
    sort = no
    stack_duplicates = false
    show_indicators = no
    history_length = 0
    sticky_history = yes
    mouse_left_click = do_action, close_current
    mouse_right_click = close_current
[urgency_low]
    background = "#1f2733"
    foreground = "#e8edf4"
    timeout = 20
[urgency_normal]
    background = "#1f2733"
    foreground = "#e8edf4"
    timeout = 20
[urgency_critical]
    background = "#1f2733"
    foreground = "#ffffff"
    frame_color = "#d9534f"
    timeout = 0
[log]
    summary = *
    script = ${script}
`,
  )
  await writeFile(script, logNotification(log))
  await chmod(script, 0o755)
}

function logNotification(log) {
  return `#!/usr/bin/python3 -SE
import json, os
of = lambda key: os.environ.get('DUNST_' + key, '')
line = {'id': int(of('ID') or 0), 'app': of('APP_NAME'), 'summary': of('SUMMARY'), 'body': of('BODY')}
with open(${JSON.stringify(log)}, 'a') as log:
    log.write(json.dumps(line) + '\\n')
`
}

/** One bar on top: what windows are open, the tray. */
const PANEL = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="true"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="icon-size" type="uint" value="16"/>
      <property name="size" type="uint" value="26"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist"/>
    <property name="plugin-2" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-3" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
  </property>
</channel>
`
