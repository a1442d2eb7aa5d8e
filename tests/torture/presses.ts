/** The steps by which a person asks for renewals. */
import { renewDue } from './due.ts'
import { groupAt } from './groups.ts'
import { cancel, click, renewAnyway, seeThrough } from './person.ts'
import type { Scene } from './scene.ts'
import type { Step } from './steps.ts'

/** A step that may end in a paid request. */
export type Pressing = Extract<Step, { readonly do: 'click' | 'double' | 'batch' | 'due' | 'answer' }>

/** Carries it out; its fault waits for the next paid call, whenever that comes. */
export async function press(scene: Scene, step: Pressing): Promise<void> {
  if (step.fault !== null) scene.network.nextFault = step.fault
  switch (step.do) {
    case 'click':
      return once(scene, step)
    case 'double':
      return twice(scene, step)
    case 'batch':
      return several(scene, step.groups)
    case 'due':
      return renewDue(scene, step.groups)
    case 'answer':
      return answer(scene, step.which, step.anyway)
  }
}

async function once(scene: Scene, step: Extract<Step, { readonly do: 'click' }>): Promise<void> {
  const group = groupAt(scene, step.group)
  if (!group) return
  if (step.looks) scene.app.core.orders.allShown(scene.accountId)
  const pressed = click(scene, group.id, step.source)
  if (step.waits) await seeThrough(scene, pressed, step.reaction)
}

async function twice(scene: Scene, step: Extract<Step, { readonly do: 'double' }>): Promise<void> {
  const group = groupAt(scene, step.group)
  if (!group) return
  const first = click(scene, group.id, step.sources[0])
  if (!step.atOnce) await scene.network.quiet()
  if (scene.app.isAlive()) click(scene, group.id, step.sources[1])
  await seeThrough(scene, first, step.reaction)
}

/** As a batch does it: one group after another, questions left for later. */
async function several(scene: Scene, indexes: readonly number[]): Promise<void> {
  for (const index of indexes) {
    const group = groupAt(scene, index)
    if (!group || !scene.app.isAlive()) return
    await seeThrough(scene, click(scene, group.id, 'batch'), 'leaves it')
  }
}

async function answer(scene: Scene, which: number, anyway: boolean): Promise<void> {
  const { asked } = scene.truth
  const one = asked[which % Math.max(1, asked.length)]
  if (!one) return
  if (anyway) await seeThrough(scene, renewAnyway(scene, one), 'leaves it')
  else cancel(scene, one)
}
