/** The groups of a sequence. */
import type { Group } from '../../src/shared/domain/group.ts'
import { orderId } from './ground.ts'
import type { Scene } from './scene.ts'
import type { Setup } from './steps.ts'

/** The group that a step's number stands for; undefined where there is none. */
export function groupAt({ groups }: Pick<Scene, 'groups'>, index: number): Group | undefined {
  return groups[index % Math.max(1, groups.length)]
}

/** Saves the groups that a sequence begins with. */
export function saveGroups(scene: Scene, setup: Setup): void {
  for (const group of setup.groups) {
    const ids = group.orders.map((index) => orderId(index % setup.orders.length))
    const name = String.fromCharCode(65 + scene.groups.length)
    const { days, promo: promoCode } = group
    save(scene, { id: null, name, orderIds: [...new Set(ids)], days, promoCode })
  }
}

/** Changes a group's rental period. */
export function edit(scene: Scene, index: number, days: number): void {
  const group = groupAt(scene, index)
  if (!group) return
  const { id, name, orderIds, promoCode } = group
  save(scene, { id, name, orderIds, days, promoCode: promoCode ?? '' })
}

interface Draft {
  readonly id: string | null
  readonly name: string
  readonly orderIds: readonly string[]
  readonly days: number
  readonly promoCode: string
}

function save(scene: Scene, { days, orderIds, ...draft }: Draft): void {
  const saved = scene.app.core.groups.save({
    ...draft,
    accountId: scene.accountId,
    proxyType: 'IPv4',
    orderIds: orderIds.join('\n'),
    rentPeriodDays: String(days),
    showInTray: true,
    priceLimit: '',
    dueDays: '',
  })
  if (!saved.ok) throw new Error(`a group cannot be saved: ${saved.error.message}`)
  const at = scene.groups.findIndex((group) => group.id === draft.id)
  if (at < 0) scene.groups.push(saved.value.group)
  else scene.groups[at] = saved.value.group
}
