import { spawn } from 'node:child_process'
import { writeSync } from 'node:fs'
import { app } from 'electron'
import { words } from '../../shared/words/words.ts'
import { type Command, type CommandReply, commandReplySchema, exitCodes, said } from '../commands/command.ts'
import { appRoot } from '../desktop/appRoot.ts'
import { launchCommand } from '../desktop/autostartEntry.ts'
import { type Asked, layOut } from '../desktop/commandSocket.ts'
import { ownProgram } from '../desktop/ownProgram.ts'
import type { FetchPlace } from '../desktop/singleInstance.ts'
import { answerToFlag, hiddenFlag } from '../desktop/startFlags.ts'

/** Ms that the running Leasebar, or one that is being started, has to take a command. */
const patience = 60_000

/**
 * Has the running Leasebar carry out a command, or starts one in the tray where none runs, prints what came of it and
 * ends with its exit code. This process itself opens no data and sends nothing.
 */
export async function askRunning(command: Command): Promise<void> {
  const ask = await layOut(JSON.stringify(command), patience).catch(() => null)
  // Where no socket can be made, nobody can be asked.
  if (ask === null) return end(replyOf(command, { kind: 'not-started' }))
  let started = true
  const place: FetchPlace = { answerTo: ask.place }
  if (app.requestSingleInstanceLock(place)) {
    // Nobody runs: it is not this process, which ends, but one that stays.
    app.releaseSingleInstanceLock()
    startOne(ask.place, () => {
      started = false
      ask.callOff()
    })
  }
  const asked = await ask.asked
  end(replyOf(command, started ? asked : { kind: 'not-started' }))
}

/** Prints the one line and ends. */
export function end({ exit, line }: CommandReply): void {
  try {
    writeSync(1, `${JSON.stringify(line)}\n`)
  } catch {
    // Nobody reads it; the exit code says what counts.
  }
  app.exit(exit)
}

function startOne(place: string, failed: () => void): void {
  const [program = process.execPath, ...rest] = launchCommand({
    execPath: ownProgram(process.execPath, process.env),
    appPath: app.isPackaged ? null : appRoot(),
  })
  const own = [...rest, ...handedOn(), hiddenFlag, `${answerToFlag}${place}`]
  const started = spawn(program, own, { detached: true, stdio: 'ignore' })
  started.on('error', failed)
  started.unref()
}

/** Flags that say where and how Leasebar runs: the one that is started is to be the same. */
function handedOn(): string[] {
  return ['user-data-dir', 'no-sandbox', 'disable-gpu', 'ozone-platform', 'password-store'].flatMap(
    (flag) => {
      if (!app.commandLine.hasSwitch(flag)) return []
      const value = app.commandLine.getSwitchValue(flag)
      return [value === '' ? `--${flag}` : `--${flag}=${value}`]
    },
  )
}

function replyOf(command: Command, asked: Asked | { readonly kind: 'not-started' }): CommandReply {
  const { commands } = words()
  const group = command.kind === 'renew' ? command.group : null
  if (asked.kind === 'not-started') return said(exitCodes.notDone, commands.notStarted, group)
  if (asked.kind === 'not-taken') return said(exitCodes.notDone, commands.notTaken, group)
  const reply = asked.kind === 'answered' ? parsed(asked.line) : null
  if (reply !== null) return reply
  return command.kind === 'renew'
    ? said(exitCodes.unknown, commands.lost.renew, group)
    : said(exitCodes.notDone, commands.lost.balance)
}

function parsed(line: string): CommandReply | null {
  try {
    return commandReplySchema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}
