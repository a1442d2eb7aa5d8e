/** `Renew all due` in a sequence: a plan, one yes, and whatever befalls it. */
import type { DueRow, DueRun } from '../../src/shared/domain/dueRun.ts'
import type { Result } from '../../src/shared/domain/result.ts'
import { groupAt } from './groups.ts'
import type { Scene } from './scene.ts'
import { HOUR } from './time.ts'
import { type Press, Violation } from './truth.ts'

type Answer = Promise<Result<DueRun, { readonly message: string }>>

/** Longer than any run may take, a vendor that asks to wait before every quote included. */
const whole = 3 * HOUR

/** Plans groups, and pays what the plan says. */
export async function renewDue(scene: Scene, indexes: readonly number[]): Promise<void> {
  const { app } = scene
  const ids = new Set(indexes.flatMap((index) => groupAt(scene, index)?.id ?? []))
  const groups = [...ids].map((groupId, at) => ({ groupId, endsAt: at }))
  const planned = await answered(scene, 'a plan', app.core.dueRuns.plan(groups))
  if (planned === null || !planned.ok || planned.value.confirmation === null) return
  const { rows, confirmation } = planned.value
  const presses = rows.filter(({ included }) => included).map((row) => pressed(scene, row))
  const paid = app.core.dueRuns.pay(confirmation.id).finally(() => {
    for (const press of presses) press.waiting -= 1
  })
  await answered(scene, 'a payment', paid)
}

/** Lets time pass until it is answered; null: the run of Leasebar ended meanwhile. */
async function answered(scene: Scene, what: string, answer: Answer): Promise<Awaited<Answer> | null> {
  const { app } = scene
  let got: Awaited<Answer> | null = null
  answer.then(
    (value) => {
      got = value
    },
    (error: unknown) => {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
      if (app.isAlive()) scene.truth.violations.push(new Violation('misbehaved', `${what} failed: ${why}`))
    },
  )
  await scene.timeline.pass(whole, () => got !== null || scene.truth.violations.length > 0 || !app.isAlive())
  if (got === null && app.isAlive() && scene.truth.violations.length === 0)
    throw new Violation('misbehaved', `${what} was never answered`)
  return got
}

/** The one yes is worth one renewal of each group that was ticked, with what stood beside it. */
function pressed(scene: Scene, row: DueRow): Press {
  const { run } = scene
  const before = scene.presses.get(row.groupId)
  const fresh: Press = {
    groupId: row.groupId,
    run,
    by: { question: questionOf(row), run, state: 'confirmed' },
    spent: false,
    waiting: 0,
    begun: 0,
    question: null,
  }
  const press = before && before.waiting > 0 && before.run === run ? before : fresh
  scene.presses.set(row.groupId, press)
  press.waiting += 1
  return press
}

function questionOf(row: DueRow) {
  const { groupId, groupName, orderCount, rentPeriodDays, price, findings } = row
  const rest = { confirmationId: groupId, balance: null, expiresAt: 0 }
  return { groupId, groupName, orderCount, rentPeriodDays, price, findings, ...rest }
}
