import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { PATIENCE_MS } from './until.ts'

const SCRIPT = fileURLToPath(new URL('./logind.py', import.meta.url))

/** The system's word about sleeping, under the test's control. */
export interface Logind {
  /** What an app under test needs to listen to it. */
  readonly env: Readonly<Record<string, string>>
  /** Resolves once an app listens: it has asked to be told before the machine sleeps. */
  readonly listened: () => Promise<void>
  /** Tells that the machine goes to sleep, as it does before the lid is closed. */
  readonly sleep: () => Promise<void>
  /** Tells that it is awake again. */
  readonly wake: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts a system bus of its own, with logind on it. The machine's own bus is not touched. */
export async function startLogind(): Promise<Logind> {
  const folder = await mkdtemp(join(tmpdir(), 'leasebar-bus-'))
  const config = join(folder, 'system-bus.conf')
  await writeFile(config, systemBus(join(folder, 'system-bus')))
  const daemon = spawn('dbus-daemon', [
    `--config-file=${config}`,
    '--nofork',
    '--nopidfile',
    '--print-address',
  ])
  const address = await firstLine(daemon)
  const env = { DBUS_SYSTEM_BUS_ADDRESS: address }
  // Debian's own Python, as for the session bus.
  const logind = spawn('/usr/bin/python3', [SCRIPT], { env: { ...process.env, ...env } })
  const said = listen(logind)
  await said(/^ready$/)
  const tell = async (asleep: boolean): Promise<void> => {
    const told = said(new RegExp(`^told ${asleep}$`))
    logind.stdin.write(`${asleep}\n`)
    await told
  }
  return {
    env,
    listened: () => said(/^inhibit /),
    sleep: () => tell(true),
    wake: () => tell(false),
    async stop() {
      logind.kill()
      daemon.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function firstLine({ stdout }: ChildProcessWithoutNullStreams): Promise<string> {
  const [line] = await once(createInterface({ input: stdout }), 'line', {
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  return String(line)
}

/** Waits for a line that was said and not waited for yet. */
function listen({ stdout, stderr }: ChildProcessWithoutNullStreams): (line: RegExp) => Promise<void> {
  const heard: string[] = []
  let lastWords = ''
  let look = (): void => undefined
  createInterface({ input: stdout }).on('line', (line) => {
    heard.push(line)
    look()
  })
  stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = text
  })
  return (line) =>
    new Promise((resolve, reject) => {
      const late = () => reject(new Error(`logind did not say ${line}: ${heard.join(', ')} ${lastWords}`))
      const timer = setTimeout(late, PATIENCE_MS)
      look = () => {
        const at = heard.findIndex((one) => line.test(one))
        if (at < 0) return
        heard.splice(at, 1)
        clearTimeout(timer)
        resolve()
      }
      look()
    })
}

function systemBus(socket: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*"/>
    <allow send_type="signal"/>
    <allow receive_sender="*"/>
  </policy>
</busconfig>
`
}
