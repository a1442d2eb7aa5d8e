/** What a person does in a sequence: clicks, answers, decisions. */
import type { RenewalAnswer } from '../../src/shared/contract/types.ts'
import type { RenewalSource } from '../../src/shared/domain/renewal.ts'
import type { Result } from '../../src/shared/domain/result.ts'
import { currentOutcome } from '../../src/shared/domain/rules/outcomes.ts'
import { judgeTold } from './judging.ts'
import type { Scene } from './scene.ts'
import type { Reaction } from './steps.ts'
import { MINUTE } from './time.ts'
import { type Asked, chargeOf, type Press, Violation } from './truth.ts'

/** Longer than any renewal may take, its two minutes of patience and those of reads before it included. */
const whole = 10 * MINUTE

/** How often a person goes on pressing `Renew anyway` when the guard asks again. */
const insistence = 3

type Answer = Promise<Result<RenewalAnswer, { readonly message: string }>>

/** A click on a group: it goes straight on, joins one on its way, or is asked about. */
export function click(scene: Scene, groupId: string, source: RenewalSource): Press {
  return pressed(scene, groupId, null, () => scene.app.core.renewals.start(groupId, source))
}

/** `Renew anyway` on a question, whatever has become of that meanwhile. */
export function renewAnyway(scene: Scene, asked: Asked): Press {
  const spent = asked.state !== 'open' || asked.run !== scene.run
  asked.state = 'confirmed'
  const { groupId, confirmationId } = asked.question
  return pressed(scene, groupId, { asked, spent }, () => scene.app.core.renewals.confirm(confirmationId))
}

/** `Cancel` on a question. */
export function cancel(scene: Scene, asked: Asked): void {
  if (asked.state === 'open') asked.state = 'cancelled'
  scene.app.core.renewals.cancel(asked.question.confirmationId)
}

function pressed(
  scene: Scene,
  groupId: string,
  by: { readonly asked: Asked; readonly spent: boolean } | null,
  begin: () => Answer,
): Press {
  const { app, run } = scene
  const before = scene.presses.get(groupId)
  const running = before && before.waiting > 0 && before.run === run ? before : null
  const fresh = { groupId, run, by: by?.asked ?? null, spent: by?.spent ?? false, waiting: 0, begun: 0 }
  const press: Press = running ?? { ...fresh, question: null }
  scene.presses.set(groupId, press)
  press.waiting += 1
  begin().then(
    (answer) => {
      press.waiting -= 1
      if (app.isAlive()) heard(scene, press, answer)
    },
    (error: unknown) => {
      press.waiting -= 1
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
      if (app.isAlive()) scene.truth.violations.push(new Violation('misbehaved', `a click failed: ${why}`))
    },
  )
  return press
}

function heard(scene: Scene, press: Press, answer: Awaited<Answer>): void {
  if (!answer.ok) return
  if (answer.value.kind === 'ended') {
    judgeTold(scene, answer.value.renewal)
    return
  }
  const { question } = answer.value
  const known = scene.truth.asked.find((asked) => asked.question.confirmationId === question.confirmationId)
  press.question = known ?? { question, run: scene.run, state: 'open' }
  if (!known) scene.truth.asked.push(press.question)
}

/** Lets time pass until a click is answered; reacts to a question, and waits on. */
export async function seeThrough(scene: Scene, press: Press, reaction: Reaction): Promise<void> {
  for (let left = insistence; ; left -= 1) {
    await scene.timeline.pass(
      whole,
      () => press.waiting === 0 || press.run !== scene.run || !scene.app.isAlive(),
    )
    if (!scene.app.isAlive() || press.run !== scene.run) return
    if (press.waiting > 0) throw new Violation('misbehaved', 'a click was never answered')
    const asked = press.question
    if (asked?.state !== 'open' || reaction === 'leaves it') return
    if (reaction === 'cancels') return cancel(scene, asked)
    if (left === 0) return
    press = renewAnyway(scene, asked)
  }
}

/** Decides one of the unknown renewals, as the vendor would tell who asked there; or wrongly. */
export function decide(scene: Scene, which: number, wrongly: boolean): void {
  const { truth, app, shop } = scene
  const late = new Set(shop.stuck())
  const open = [...truth.rows.values()].filter((row) => {
    const stored = app.store.journal.get(row.intent.id)
    // What the vendor may still carry out, nobody can truthfully decide.
    return stored && currentOutcome(stored) === 'unknown' && !row.calls.some(({ tag }) => late.has(tag))
  })
  const row = open[which % Math.max(1, open.length)]
  if (!row) return
  const wentThrough = (chargeOf(row) !== null) !== wrongly
  app.core.settle(row.intent.id, wentThrough ? 'it-went-through' : 'it-did-not')
}
