import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Group } from '../../src/shared/domain/group.ts'
import { connect } from '../../tests/e2e/support/acts.ts'
import { quitApp } from '../../tests/support/desktop/launch.ts'
import { until } from '../../tests/support/desktop/until.ts'
import { readyToKill, type Session, type Starter } from './app.ts'
import { rowsOnDisk } from './blackBox.ts'
import { checkData, type Finding } from './checks.ts'
import { byClick, type Click, Diary, hasOpen } from './diary.ts'
import { Edits } from './edits.ts'
import { come, type Gauges, type Range, watchWrites } from './moments.ts'
import { type Phase, phaseOf, startPhaseOf } from './phases.ts'
import type { Moment, Round } from './plan.ts'
import type { Shop } from './shop.ts'
import { asksAndIsCancelled, payingButton, snapshotOf, untilLooked, untilRead, watchRow } from './window.ts'
import type { Watched } from './wire.ts'

const hour = 3_600_000

/** How many times as fast a long day goes by, and how long it is, in ms. */
const hurry = 400
const longDay = 0.6 * hour

/** A kill, and what was wrong right after it. */
export interface Killed {
  readonly phase: Phase
  readonly findings: readonly Finding[]
}

/** One data folder over many kills: everything that is done to it, and everything that must hold. */
export class Torture {
  readonly diary = new Diary()
  readonly #shop: Shop
  readonly #starter: Starter
  readonly #gauges: Gauges
  #accountId = ''
  #edits: Edits | null = null

  constructor(shop: Shop, starter: Starter, gauges: Gauges) {
    this.#shop = shop
    this.#starter = starter
    this.#gauges = gauges
  }

  /** A new account with a few groups, as the person's first day leaves it. */
  async begin(plan: Round): Promise<Session> {
    const session = await this.#starter.open()
    const { page } = session
    await connect(page, 'Main', this.#shop.key)
    const { accounts, settings } = await snapshotOf(page)
    this.#accountId = accounts[0]?.id ?? ''
    this.diary.settings = settings
    this.#edits = new Edits(this.#shop, this.diary, this.#accountId)
    for (let n = 0; n < 5; n += 1) await this.#edits.newGroup(page, plan.random, false)
    return session
  }

  /** One click that may pay, and the kill. */
  async clickAndKill({ page, app }: Session, plan: Round): Promise<Killed> {
    for (const edit of plan.edits) await this.#edits?.do(page, edit, plan.random)
    const again = plan.click === 'again' ? this.#guarded(plan) : undefined
    const group = again ?? (await this.#fresh(page, plan))
    const button = await payingButton(page, group.name, again !== undefined)
    const row = await watchRow(page, group.id)
    await button.click({ trial: true })
    this.#shop.faults.clear()
    if (plan.trouble.fault) this.#shop.faults.plan(plan.trouble.fault)
    const click = this.diary.clicks(group, this.#shop.paid().length)
    const { folder } = this.#starter
    let writes = 0
    const stop = watchWrites(folder, () => {
      if (row.shown() === null) writes += 1
    })
    const kill = readyToKill(app)
    const { click: usual, clickWrites } = this.#gauges
    const range = { time: usual.usual + plan.trouble.later + 250, writes: clickWrites.usual + 1 }

    const clickedAt = performance.now()
    const due = come(plan.moment, range, folder, this.#shop.wire)
    void (plan.double ? button.dblclick() : button.click()).catch(() => undefined)
    await due
    const gone = kill()
    const killedAt = performance.now()
    const shown = row.shown()
    stop()
    await gone
    await this.#shop.wire.drained()
    if (shown) {
      click.shown = shown.word
      usual.saw(shown.at - clickedAt - plan.trouble.later)
      clickWrites.saw(writes)
    }
    return this.#afterClick(click, killedAt)
  }

  /** Whether a start would find anything to recover or to settle. */
  hasOpen(): boolean {
    return hasOpen(rowsOnDisk(this.#starter.folder).values())
  }

  /** A start, and the kill of it, while it recovers and settles what it finds. */
  startAndKill(moment: Moment): Promise<Killed> {
    const { start, startWrites } = this.#gauges
    return this.#startKilled(moment, { time: start.usual * 1.2 + 400, writes: startWrites.usual + 1 }, 1)
  }

  /** The same over half an hour that goes by in seconds: what stays unmoved so long may be settled as not renewed. */
  async longDay(part: number): Promise<Killed> {
    // A vendor that charges later than the rule waits is beyond what any client can know.
    await this.#vendorIsIdle()
    this.#shop.clock.run(hurry)
    const range = { time: this.#gauges.start.usual + longDay / hurry, writes: Number.POSITIVE_INFINITY }
    const killed = await this.#startKilled({ at: 'time', part: 0.3 + part * 0.7 }, range, hurry)
    this.#shop.clock.run(1)
    return killed
  }

  /** The next start, looked at by a person: what was lost, what is wrong, and whether the guard asks. */
  async startAndCheck(): Promise<{ readonly session: Session; readonly findings: readonly Finding[] }> {
    const { folder } = this.#starter
    let writes = 0
    const stop = watchWrites(folder, () => {
      writes += 1
    })
    const ends = this.#endsRead()
    const session = await this.#starter.open()
    const { page, startedAt } = session
    const snapshot = await untilRead(page, startedAt)
    const history = await untilLooked(page, this.#accountId, startedAt)
    stop()
    ends.stop()
    this.#gauges.startWrites.saw(writes)
    const aside = readdirSync(folder).filter((name) => name.includes('.damaged-'))
    const findings = [
      ...checkData(snapshot, this.diary, aside),
      ...this.diary.judge(history),
      ...this.diary.paid(this.#shop.paid(), 'after a restart'),
    ]
    const group = this.diary.last?.group
    if (group && this.diary.groups.has(group.id) && this.#mustAsk(group)) {
      if (!(await asksAndIsCancelled(page, group.name))) {
        findings.push({ harm: 'paid twice', words: `${group.name}: clicked again, the guard did not ask` })
      }
      findings.push(...this.diary.paid(this.#shop.paid(), 'after a click that the guard had to stop'))
    }
    return { session, findings }
  }

  /** Lets time pass while Leasebar does not run; what the vendor has in hand, it finishes first. */
  async pause(ms: number): Promise<void> {
    if (ms === 0) return
    await this.#vendorIsIdle()
    this.#shop.clock.skip(ms)
  }

  /** Puts an end to a session as its menu would. */
  async end({ app }: Session): Promise<void> {
    await quitApp(app)
  }

  async #startKilled(moment: Moment, range: Range, rate: number): Promise<Killed> {
    const { folder } = this.#starter
    const before = rowsOnDisk(folder)
    const ends = this.#endsRead()
    const app = await this.#starter.bare(rate)
    await come(moment, range, folder, this.#shop.wire)
    await readyToKill(app)()
    ends.stop()
    await this.#shop.wire.drained()
    const after = rowsOnDisk(folder)
    const paid = this.diary.paid(this.#shop.paid(), 'after a restart')
    return {
      phase: startPhaseOf(before, after, ends.asked()),
      findings: [...paid, ...this.diary.take(after)],
    }
  }

  /** Watches a start: whether it asked for the end dates, and for the gauge, when it had them. */
  #endsRead(): { readonly asked: () => boolean; readonly stop: () => void } {
    const begun = performance.now()
    let asked = false
    let answered: number | null = null
    const unlisten = this.#shop.wire.listen((point, { entry }) => {
      if (entry.endpoint !== 'ipAddress') return
      asked = true
      if (point === 'answered') answered ??= performance.now() - begun
    })
    return {
      asked: () => asked,
      stop: () => {
        unlisten()
        if (answered !== null) this.#gauges.start.saw(answered)
      },
    }
  }

  #afterClick(click: Click, killedAt: number): Killed {
    const paid = this.diary.paid(this.#shop.paid(), byClick)
    const rows = rowsOnDisk(this.#starter.folder)
    const findings = [...paid, ...this.diary.take(rows)]
    const row = click.rowId === null ? undefined : rows.get(click.rowId)
    const request = requestAt(click.sent[0], killedAt)
    return { phase: phaseOf({ row, request, shown: click.shown !== null }), findings }
  }

  async #fresh(page: Page, plan: Round): Promise<Group> {
    const fresh = [...this.diary.groups.values()].find((group) => !this.diary.hasRow(group))
    const group = plan.badOrder ? undefined : fresh
    const made = group ?? (await this.#edits?.newGroup(page, plan.random, plan.badOrder))
    if (made === undefined) throw new Error('there is no account yet')
    return made
  }

  /** A group that the guard asks about, because an earlier renewal of it is unknown or went through. */
  #guarded(plan: Round): Group | undefined {
    const groups = [...this.diary.groups.values()].filter((group) => this.#mustAsk(group))
    return groups[plan.random.between(0, groups.length - 1)]
  }

  #mustAsk(group: Group): boolean {
    return this.diary.mustAsk(group, this.#shop.clock.now() - 23 * hour)
  }

  #vendorIsIdle(): Promise<true> {
    return until('end of what the vendor has in hand', async () =>
      this.#shop.wire.open === 0 ? true : undefined,
    )
  }
}

/** How far a request had come at a moment. */
function requestAt(sent: Watched | undefined, moment: number): 'arrived' | 'carried out' | 'answered' | null {
  const reached = (point: 'body' | 'carried out' | 'answered'): boolean =>
    (sent?.times.get(point) ?? Number.POSITIVE_INFINITY) <= moment
  if (reached('answered')) return 'answered'
  if (reached('carried out')) return 'carried out'
  return reached('body') ? 'arrived' : null
}
