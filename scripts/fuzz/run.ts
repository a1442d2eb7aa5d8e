/** Sends hostile messages to main over every channel, from the page and from a frame that is not the page's. */

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startVendor } from '../../src/main/practice/vendor.ts'
import { channels, isInvokeChannel } from '../../src/shared/contract/channels.ts'
import { contractErrorSchema } from '../../src/shared/contract/errors.ts'
import { invokeSchemas } from '../../src/shared/contract/schemas.ts'
import { snapshotSchema } from '../../src/shared/contract/snapshot.ts'
import { safely } from '../../src/shared/safely.ts'
import { connect, saveGroups, snapshotOf } from '../../tests/e2e/support/acts.ts'
import { testKey, testWorld } from '../../tests/e2e/support/leasebar.ts'
import {
  firstWindow,
  killApp,
  type LaunchedApp,
  launchApp,
  quitApp,
} from '../../tests/support/desktop/launch.ts'
import { requestSamples } from '../../tests/unit/ipc/samples.ts'
import { type Message, makeMessage, type Stock } from './message.ts'

/** What is asked for. */
export interface Wish {
  readonly count: number
  readonly seed: number
}

/** How a part of the messages went. */
interface Tally {
  readonly name: string
  sent: number
  readonly kinds: Map<string, number>
  readonly wrong: string[]
}

const batch = 1000
const kindsAllowed = new Set<string>([...contractErrorSchema.shape.kind.options, 'ok'])
/** Channels that wait for the vendor or for a search: what they come to is looked at as far as it comes in time. */
const patienceMs = 8000

/** Runs all parts and prints what they came to; 0 when everything held. */
export async function run(wish: Wish): Promise<number> {
  const running: LaunchedApp[] = []
  try {
    return await runAll(wish, running)
  } finally {
    // One that was left by an error would keep its desktop from ending.
    for (const app of running) await killApp(app)
  }
}

async function runAll({ count, seed }: Wish, running: LaunchedApp[]): Promise<number> {
  const vendor = await startVendor({ world: testWorld() })
  const folder = mkdtempSync(join(tmpdir(), 'leasebar-fuzz-'))
  const launch = async (): Promise<LaunchedApp> => {
    const launched = await launchApp({ userDataDir: folder, env: { LEASEBAR_API_URL: vendor.url } })
    running.push(launched)
    return launched
  }
  const app = await launch()
  const page = await firstWindow(app)
  await connect(page, 'Main', testKey)
  await saveGroups(page, [
    { name: 'One', orderIds: '1111111111111111111' },
    { name: 'Two', orderIds: '1111111111111111112' },
    { name: 'Six', type: 'IPv6', orderIds: '22222222222222222', days: '90' },
  ])
  await answerDialogs(app)
  const stock = stockOf(await snapshotOf(page))
  const problems: string[] = []
  const started = Date.now()

  const before = await lastingState(page)
  const malformed = await send(
    page,
    'malformed, from the page',
    stock,
    seed,
    Math.floor(count * 0.8),
    isMalformed,
    expectedOfPage,
  )
  const heaps = malformed.heaps
  const frame = await foreignFrame(app)
  const foreign = await send(
    frame,
    'any, from a foreign frame',
    stock,
    seed + 1,
    Math.floor(count * 0.15),
    () => true,
    expectedOfFrame,
  )
  if (JSON.stringify(await lastingState(page)) !== JSON.stringify(before)) problems.push('the state changed')
  if (vendor.paidRequests().length > 0) problems.push('something was paid')
  await frame.close()

  const wellFormed = await send(
    page,
    'well-formed, from the page',
    stock,
    seed + 2,
    Math.floor(count * 0.05),
    isWellFormed,
    expectedOfAny,
  )
  const parsed = snapshotSchema.safeParse(await snapshotOf(page))
  if (!parsed.success) problems.push('the state is not what its schema says')
  if (await page.evaluate(() => Reflect.has({}, 'polluted'))) problems.push('a prototype was changed')
  if (await app.app.evaluate(() => Reflect.has({}, 'polluted')))
    problems.push('a prototype was changed in main')
  const code = await quitApp(app, 60_000)
  if (code !== 0) problems.push(`it ended with ${String(code)}`)
  problems.push(...(await startsAgain(launch)))
  await vendor.close()

  for (const tally of [malformed.tally, foreign.tally, wellFormed.tally]) {
    print(tally)
    problems.push(...tally.wrong.slice(0, 10))
  }
  const [early = 0, late = 0] = heaps
  console.log(
    `heap of main after a collection: ${mega(early)} MB after a quarter, ${mega(late)} MB at the end`,
  )
  if (late > early * 1.1 + 4_000_000) problems.push('main’s memory grew')
  console.log(`seed ${seed}, ${((Date.now() - started) / 1000).toFixed(0)} s`)
  for (const problem of problems) console.log(`✘ ${problem}`)
  if (problems.length === 0)
    console.log('Every message got a typed answer, and nothing changed that may not.')
  return problems.length === 0 ? 0 : 1
}

function stockOf({ accounts, groups }: Awaited<ReturnType<typeof snapshotOf>>): Stock {
  const names = Object.keys(channels).filter(isInvokeChannel)
  return {
    channels: names,
    samples: requestSamples,
    ids: [...accounts.map(({ id }) => id), ...groups.map(({ group }) => group.id)],
  }
}

type Expect = (message: Message) => ReadonlySet<string>

const anyKind = new Set([...kindsAllowed, 'threw', 'slow'])
const refusedOnly = new Set(['bad-request'])
const uncarried = new Set([...refusedOnly, 'internal', 'threw'])
const expectedOfPage: Expect = ({ exotic }) => (exotic ? uncarried : refusedOnly)
const expectedOfFrame: Expect = ({ channel, exotic }) => {
  if (!isInvokeChannel(channel)) return exotic ? uncarried : refusedOnly
  return exotic ? new Set(['forbidden', 'internal', 'threw']) : new Set(['forbidden'])
}
const expectedOfAny: Expect = () => anyKind

function isWellFormed({ channel, request, exotic }: Message): boolean {
  // Its account would be gone, and with it everything that there is to ask.
  if (exotic || !isInvokeChannel(channel) || channel === 'account.remove') return false
  return safely(invokeSchemas[channel].request, request).success
}

/** What no schema takes. What holds odd things beside everything it needs is taken, and left to the other part. */
function isMalformed({ channel, request, exotic }: Message): boolean {
  if (!isInvokeChannel(channel)) return true
  return !safely(invokeSchemas[channel].request, request).success && !(exotic && isPatch(channel))
}

/** A patch may be empty: what the bridge drops of it may leave one that is well-formed. */
function isPatch(channel: string): boolean {
  return channel === 'settings.update' || channel === 'account.update'
}

/** Sends so many messages that fit, in batches, and compares what came with what may come. */
async function send(
  page: Page,
  name: string,
  stock: Stock,
  seed: number,
  count: number,
  fits: (message: Message) => boolean,
  expected: Expect,
): Promise<{ tally: Tally; heaps: number[] }> {
  const tally: Tally = { name, sent: 0, kinds: new Map(), wrong: [] }
  const heaps: number[] = []
  // As text: what the page makes of the numbers is the same, and no policy of the page's forbids it.
  const make = await page.evaluateHandle(`(${makeMessage.toString()})`)
  let at = 0
  while (tally.sent < count) {
    const chosen: number[] = []
    while (chosen.length < Math.min(batch, count - tally.sent)) {
      if (fits(makeMessage(seed, at, stock))) chosen.push(at)
      at += 1
    }
    const kinds = await page.evaluate(
      async ({ make: maker, seed: from, chosen: numbers, stock: base, patienceMs: patience }) => {
        const create = maker as unknown as typeof makeMessage
        const ask = async (number: number): Promise<string> => {
          const { channel, request } = create(from, number, base)
          const slow = new Promise<string>((resolve) => setTimeout(() => resolve('slow'), patience))
          try {
            const asked: Promise<string> = Reflect.apply(window.leasebar.invoke, null, [channel, request])
            const json = await Promise.race([asked, slow])
            if (json === 'slow') return 'slow'
            const answer = JSON.parse(json)
            return answer.ok === true ? 'ok' : String(answer.error.kind)
          } catch {
            return 'threw'
          }
        }
        const came: string[] = []
        for (let first = 0; first < numbers.length; first += 50) {
          came.push(...(await Promise.all(numbers.slice(first, first + 50).map(ask))))
        }
        return came
      },
      { make, seed, chosen, stock, patienceMs },
    )
    for (const [index, kind] of kinds.entries()) {
      tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1)
      const number = chosen[index] ?? 0
      const message = makeMessage(seed, number, stock)
      if (!expected(message).has(kind))
        tally.wrong.push(`${name}, message ${number} of seed ${seed}, to ${message.channel}: ${kind}`)
    }
    const quarter = count / 4
    if (tally.sent < quarter && tally.sent + kinds.length >= quarter) heaps.push(await heapOfMain(page))
    tally.sent += kinds.length
    if (tally.sent % (10 * batch) === 0) console.log(`${tally.sent} of ${count} ${name}`)
  }
  heaps.push(await heapOfMain(page))
  return { tally, heaps }
}

/** The app that a page belongs to; for what has to be asked of main itself. */
const appOf = new WeakMap<Page, LaunchedApp>()

async function heapOfMain(page: Page): Promise<number> {
  const app = appOf.get(page)
  if (!app) return 0
  return app.app.evaluate(async () => {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8')
    const { runInNewContext } = process.getBuiltinModule('node:vm')
    setFlagsFromString('--expose-gc')
    await new Promise((resolve) => setTimeout(resolve, 200))
    runInNewContext('gc')()
    return process.memoryUsage().heapUsed
  })
}

/** File dialogs are answered with Cancel, and nothing is opened outside. */
async function answerDialogs(app: LaunchedApp): Promise<void> {
  const [page] = app.app.windows()
  if (page) appOf.set(page, app)
  await app.app.evaluate(({ dialog, shell }) => {
    const cancelled = async () => ({ canceled: true, filePath: '', filePaths: [] })
    Object.assign(dialog, { showSaveDialog: cancelled, showOpenDialog: cancelled })
    Object.assign(shell, { openExternal: async () => undefined, openPath: async () => '' })
  })
}

/** A window with the app's own preload and session, on an address that is not the page's. */
async function foreignFrame({ app }: LaunchedApp): Promise<Page> {
  const opening = app.waitForEvent('window')
  await app.evaluate(async ({ BrowserWindow, app: electron }) => {
    const [own] = BrowserWindow.getAllWindows()
    const preload = `${electron.getAppPath()}/../preload/index.cjs`
    const shared = own === undefined ? {} : { session: own.webContents.session }
    const made = new BrowserWindow({ show: false, webPreferences: { ...shared, preload, sandbox: true } })
    await made.loadURL('about:blank')
  })
  return opening
}

/** What is kept: groups, accounts, settings, what is unsettled. */
async function lastingState(page: Page) {
  const { accounts, groups, settings, unsettled, dueRun } = await snapshotOf(page)
  return { accounts, groups: groups.map(({ group }) => group), settings, unsettled, dueRun }
}

/** Its data opens again, whole. */
async function startsAgain(launch: () => Promise<LaunchedApp>): Promise<string[]> {
  const app = await launch()
  const { notices } = await snapshotOf(await firstWindow(app))
  const code = await quitApp(app, 60_000)
  return [
    ...notices.map(({ title }) => `at the next start: ${title}`),
    ...(code === 0 ? [] : [`the next start ended with ${String(code)}`]),
  ]
}

function print({ name, sent, kinds }: Tally): void {
  const counts = [...kinds].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${kind} ${count}`)
  console.log(`${sent} ${name}: ${counts.join(', ')}`)
}

const mega = (bytes: number): string => (bytes / 1_000_000).toFixed(1)
