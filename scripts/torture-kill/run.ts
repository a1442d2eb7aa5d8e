import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { releaseBus } from '../../tests/support/desktop/bus.ts'
import { killApp } from '../../tests/support/desktop/launch.ts'
import { clearNotifications } from '../../tests/support/desktop/notifications.ts'
import { type Session, Starter } from './app.ts'
import type { Finding } from './checks.ts'
import { Gauge, type Gauges } from './moments.ts'
import { planRound, type Round } from './plan.ts'
import { Report } from './report.ts'
import { openShop, type Shop } from './shop.ts'
import { type Killed, Torture } from './torture.ts'

/** What is asked for on the command line. */
export interface Wish {
  readonly kills: number
  readonly seed: number
  /** Where what is needed to look into a finding is put. */
  readonly out: string
}

/** Kills Leasebar again and again. Answers 0 when nothing of what must never happen did. */
export async function run(wish: Wish): Promise<number> {
  const shop = await openShop()
  const scratch = mkdtempSync(join(tmpdir(), 'leasebar-kill-'))
  const report = new Report(wish)
  const gauges: Gauges = {
    click: new Gauge(600),
    clickWrites: new Gauge(12),
    start: new Gauge(1500),
    startWrites: new Gauge(12),
  }
  try {
    report.begin(shop.url)
    await tortures({ wish, shop, gauges, report }, scratch)
  } finally {
    report.end(
      shop.paid().map(({ entry }) => entry),
      gauges,
    )
    await shop.close()
    releaseBus()
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
  }
  return report.isClean() ? 0 : 1
}

/** What every data folder has in common. */
interface Run {
  readonly wish: Wish
  readonly shop: Shop
  readonly gauges: Gauges
  readonly report: Report
}

/** Goes on with the same data for as long as nothing is wrong with it. */
async function tortures(run: Run, scratch: string): Promise<void> {
  let number = 1
  for (let profile = 1; run.report.kills < run.wish.kills; profile += 1) {
    const folder = join(scratch, `data-${profile}`)
    mkdirSync(folder)
    const torture = new Torture(run.shop, new Starter(run.shop, folder), run.gauges)
    let session = await torture.begin(planRound(run.wish.seed, -profile))
    try {
      for (let sound = true; sound && run.report.kills < run.wish.kills; number += 1) {
        const plan = planRound(run.wish.seed, number)
        const after = await round(run, torture, session, plan)
        session = after.session
        // Those of unknown renewals stay on the screen until someone reads them.
        if (number % 10 === 0) await clearNotifications()
        // What is odd once would be found odd in every round that follows: on with a new folder.
        sound = after.findings.length === 0
        if (!sound) keep(run, number, folder, session, run.report.found(number, plan, after.findings))
      }
      await torture.end(session)
    } catch (error) {
      keep(run, number, folder, session, String(error))
      throw error
    } finally {
      await killApp(session.app)
    }
  }
}

/** A click and its kill, kills of the starts that follow, and the start in which everything is looked at. */
async function round(
  { wish, report }: Run,
  torture: Torture,
  session: Session,
  plan: Round,
): Promise<{ readonly session: Session; readonly findings: readonly Finding[] }> {
  const findings: Finding[] = []
  const count = (killed: Killed): void => {
    report.killed(killed.phase)
    findings.push(...killed.findings)
  }
  const goesOn = (): boolean => report.kills < wish.kills && torture.hasOpen()
  report.clicked()
  count(await torture.clickAndKill(session, plan))
  for (const moment of plan.starts) if (goesOn()) count(await torture.startAndKill(moment))
  if (plan.longDay !== null && goesOn()) count(await torture.longDay(plan.longDay))
  await torture.pause(plan.pause)
  const next = await torture.startAndCheck()
  report.looked(torture.diary)
  return { session: next.session, findings: [...findings, ...next.findings] }
}

/** Everything that is needed to look into it. */
function keep({ wish }: Run, number: number, folder: string, session: Session, words: string): void {
  const into = join(wish.out, `round-${number}`)
  mkdirSync(into, { recursive: true })
  cpSync(folder, join(into, 'data'), {
    recursive: true,
    filter: (source) => source === folder || /[/\\](leasebar|journal)\.[^/\\]*$/.test(source),
  })
  writeFileSync(
    join(into, 'findings.txt'),
    `${words}\n\nWhat the app wrote since its last start:\n${session.app.output()}`,
  )
}
