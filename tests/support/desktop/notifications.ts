import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { z } from 'zod'
import { callBus } from './bus.ts'
import { fits, PATIENCE_MS, until } from './until.ts'

const run = promisify(execFile)

const Shown = z.object({
  id: z.number(),
  app: z.string(),
  summary: z.string(),
  body: z.string(),
})
/** A notification as a person reads it; `id` is the daemon's and rises. */
export type Shown = z.infer<typeof Shown>

const Field = <T extends z.ZodType>(data: T) => z.object({ data })
const History = z.object({
  data: z.array(
    z.array(
      z.object({
        id: Field(z.number()),
        appname: Field(z.string()),
        summary: Field(z.string()),
        body: Field(z.string()),
      }),
    ),
  ),
})

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
}

/** What a notification must be to be the one meant. */
export interface NotificationQuery {
  readonly summary?: string | RegExp
  readonly body?: string | RegExp
  readonly timeoutMs?: number
}

/**
 * Every notification since the desktop started or was cleared, oldest first, written down by the daemon at the
 * moment it showed each. Reading changes nothing on the screen.
 */
export async function shownNotifications(): Promise<Shown[]> {
  const text = await readFile(logFile(), 'utf8').catch(() => '')
  const cleared = await lastCleared()
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line) => asDrawn(Shown.parse(JSON.parse(line))))
    .filter(({ id }) => id > cleared)
    .sort((a, b) => a.id - b.id)
}

/**
 * The same out of the daemon's own history. This closes what is on the screen, which its sender is told: a
 * notification closed so cannot be clicked any more.
 */
export async function closeAndReadHistory(): Promise<Shown[]> {
  await dunst('close-all')
  return (await history()).sort((a, b) => a.id - b.id)
}

/** Waits for a notification that fits, the oldest of them. */
export function waitForNotification(query: NotificationQuery): Promise<Shown> {
  const look = async (): Promise<Shown | undefined> => (await matching(query))[0]
  const seen = async (): Promise<string> => JSON.stringify(await shownNotifications())
  return until(
    `notification ${query.summary ?? query.body ?? ''}`,
    look,
    query.timeoutMs ?? PATIENCE_MS,
    seen,
  )
}

/** Those that fit among the ones shown so far. */
export async function matching(query: NotificationQuery): Promise<Shown[]> {
  return (await shownNotifications()).filter(
    ({ summary, body }) =>
      (query.summary === undefined || fits(query.summary, summary)) &&
      (query.body === undefined || fits(query.body, body)),
  )
}

/** Waits until a notification has gone from the screen, closed by its sender or by a person. */
export async function waitUntilClosed({ id, summary }: Shown): Promise<void> {
  await until(`end of the notification ${summary}`, async () =>
    (await history()).some((closed) => closed.id === id) ? true : undefined,
  )
}

/**
 * Clicks a notification with the mouse; throws when it has gone from the screen. The daemon stacks them, oldest
 * on top, and tells nobody where each one is: older ones are closed first, as a person wipes them away.
 */
export async function clickNotification(notification: Shown): Promise<void> {
  const closed = new Set((await history()).map(({ id }) => id))
  const onScreen = (await shownNotifications()).filter(({ id }) => !closed.has(id))
  if (!onScreen.some(({ id }) => id === notification.id)) {
    throw new Error(`the notification ${notification.summary} is no longer on the screen`)
  }
  const older = onScreen.filter(({ id }) => id < notification.id)
  for (const { id } of older) await callBus('notification_close', { number: id }, z.null())
  // The daemon answers this after it has drawn what it was told before.
  await dunst('count', 'displayed')
  const found = (await run('xdotool', ['search', '--onlyvisible', '--class', '^Dunst$'])).stdout.trim()
  const place = ['mousemove', '--window', found.split('\n')[0] ?? '', '30', '20']
  await run('xdotool', [...place, 'click', '1', 'mousemove', '0', '0'])
  await until('click on the notification', async () =>
    (await history()).some(({ id }) => id === notification.id) ? true : undefined,
  )
}

/** Closes all, and from then on those are not told of any more. The daemon itself cannot forget. */
export async function clearNotifications(): Promise<void> {
  await dunst('close-all')
  const last = Math.max(0, ...(await history()).map(({ id }) => id))
  if (last > 0) await writeFile(clearedFile(), String(last))
}

async function history(): Promise<Shown[]> {
  const { data } = History.parse(JSON.parse(await dunst('history')))
  const cleared = await lastCleared()
  return data
    .flat()
    .map(({ id, appname, summary, body }) =>
      asDrawn({ id: id.data, app: appname.data, summary: summary.data, body: body.data }),
    )
    .filter(({ id }) => id > cleared)
}

async function dunst(...args: string[]): Promise<string> {
  return (await run('dunstctl', args)).stdout
}

/** The daemon takes a body, though no summary, for markup: what looks like a tag is not drawn. */
function asDrawn(shown: Shown): Shown {
  const body = shown.body
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|apos|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll('&amp;', '&')
  return { ...shown, body }
}

/** The daemon's number of the last notification that was cleared; kept in a file for all processes to know. */
async function lastCleared(): Promise<number> {
  return Number(await readFile(clearedFile(), 'utf8').catch(() => '0'))
}

function clearedFile(): string {
  return `${logFile()}.cleared`
}

function logFile(): string {
  const file = process.env.LEASEBAR_NOTIFICATION_LOG
  if (file === undefined) throw new Error('notifications can be read in a private desktop only')
  return file
}
