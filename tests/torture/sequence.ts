/** Carries a sequence out, and checks after every step. */
import { atVendor } from './elsewhere.ts'
import { type Figures, figuresOf } from './figures.ts'
import { edit, saveGroups } from './groups.ts'
import { lookAtRows } from './judging.ts'
import { decide } from './person.ts'
import { press } from './presses.ts'
import { openScene, type Scene, type Template } from './scene.ts'
import type { Sequence, Setup, Step } from './steps.ts'
import { HOUR, MINUTE } from './time.ts'
import { Violation } from './truth.ts'

/** Long enough for a vendor that acts late, and then for every check of a settlement (DESIGN.md, Settle). */
const aftermath = 40 * MINUTE

/** Runs a sequence in a folder that is its own; throws a `Violation` where something is not as it must be. */
export async function runSequence(folder: string, template: Template, sequence: Sequence): Promise<Figures> {
  const scene = await openScene(folder, template, sequence.setup)
  try {
    await begin(scene)
    saveGroups(scene, sequence.setup)
    for (const step of sequence.steps) {
      if ('away' in step) scene.away = step.away
      await carryOut(scene, step)
      await comeBack(scene)
      check(scene, false)
    }
    await finish(scene, sequence.setup)
    return figuresOf(scene)
  } finally {
    await scene.close()
  }
}

/** What the app does at its start. */
async function begin(scene: Scene): Promise<void> {
  const { core } = scene.app
  core.recover()
  void core.refresh(scene.accountId)
  core.settling.begin()
  await scene.network.quiet()
}

/** After a crash, now or at a moment that came by itself, somebody starts Leasebar again. */
async function comeBack(scene: Scene): Promise<void> {
  await scene.network.quiet()
  if (scene.app.isAlive()) return
  await scene.timeline.sleep(scene.away)
  scene.away = 0
  scene.startAgain()
  await begin(scene)
}

function check(scene: Scene, settled: boolean): void {
  const [first] = scene.truth.violations
  if (first) throw first
  lookAtRows(scene, settled)
}

/** The disk is well, the vendor too, and time passes: now everything has to have come to its end, also on the disk. */
async function finish(scene: Scene, setup: Setup): Promise<void> {
  heal(scene)
  await scene.timeline.pass(aftermath)
  await comeBack(scene)
  if ([...scene.presses.values()].some(({ waiting, run }) => waiting > 0 && run === scene.run))
    throw new Violation('misbehaved', 'a click was never answered')
  scene.app.core.flushUnsaved()
  check(scene, true)
  if (setup.end === 'crash') scene.app.crash()
  else await scene.app.quit()
  await comeBack(scene)
  await scene.timeline.pass(aftermath)
  check(scene, true)
}

function heal(scene: Scene): void {
  Object.assign(scene.disk, { failBegin: false, failFinish: false, failRecord: false, failSettle: false })
  scene.shop.readFaults.splice(0)
  scene.shop.lag(0)
  scene.shop.books.available = true
  scene.network.nextFault = null
  scene.app.crashAt = null
}

async function carryOut(scene: Scene, step: Step): Promise<void> {
  const { timeline, app, disk } = scene
  switch (step.do) {
    case 'click':
    case 'double':
    case 'batch':
    case 'due':
    case 'answer':
      return press(scene, step)
    case 'crash':
      if (step.at === 'now') app.crash()
      else app.crashAt = step.at
      return
    case 'quit':
      return quit(scene, step.waits)
    case 'pass':
      return timeline.pass(step.ms, () => !app.isAlive())
    case 'sleep':
      return sleep(scene, step.ms)
    case 'jump':
      return timeline.jump(step.ms)
    case 'disk':
      disk.failBegin = step.begin
      disk.failFinish = step.finish
      disk.failRecord = step.record
      disk.failSettle = step.settle
      return
    case 'flush':
      return app.core.flushUnsaved()
    case 'refresh':
      void app.core.refresh(scene.accountId)
      return
    case 'look':
      return app.core.orders.allShown(scene.accountId)
    case 'decide':
      return decide(scene, step.which, step.wrongly)
    case 'check':
      return checkAgain(scene, step.which)
    case 'edit':
      return edit(scene, step.group, step.days)
    default:
      return atVendor(scene, step)
  }
}

/** The lid is closed, and opened again later: Leasebar reads anew, as the app does when the machine wakes. */
async function sleep(scene: Scene, ms: number): Promise<void> {
  await scene.timeline.sleep(ms)
  if (!scene.app.isAlive()) return
  void scene.app.core.refresh(scene.accountId)
  scene.app.core.settling.wake()
}

/** `Check again` on one of the renewals. */
function checkAgain({ truth, app }: Scene, which: number): void {
  const ids = [...truth.rows.keys()]
  const id = ids[which % Math.max(1, ids.length)]
  if (id !== undefined) void app.core.settling.check(id)
}

/** Quitting asks while a renewal is on its way: the person waits for it, or does not. */
async function quit(scene: Scene, waits: boolean): Promise<void> {
  const { app } = scene
  if (waits) await scene.timeline.pass(HOUR, () => app.core.renewals.busyGroups().length === 0)
  if (app.isAlive()) await app.quit()
}
