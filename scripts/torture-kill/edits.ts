import type { Page } from '@playwright/test'
import type { Group, GroupDraft } from '../../src/shared/domain/group.ts'
import type { Diary } from './diary.ts'
import type { Edit } from './plan.ts'
import type { Random } from './random.ts'
import type { Shop } from './shop.ts'
import { call } from './window.ts'

/** Groups that stay: enough to choose from, few enough that every row is in the page. */
const mostGroups = 45

/** What a person does on an ordinary day. Everything is acknowledged before the next click, and so has to last. */
export class Edits {
  readonly #shop: Shop
  readonly #diary: Diary
  readonly #accountId: string
  #made = 0

  constructor(shop: Shop, diary: Diary, accountId: string) {
    this.#shop = shop
    this.#diary = diary
    this.#accountId = accountId
  }

  /** Does one of them. */
  async do(page: Page, edit: Edit, random: Random): Promise<void> {
    if (edit === 'a new group') await this.newGroup(page, random, false)
    else if (edit === 'another period') await this.#otherPeriod(page, random)
    else if (edit === 'a setting') await this.#setting(page, random)
    else if (edit === 'a threshold') await this.#threshold(page, random)
    else if (this.#diary.groups.size > 8) await this.#delete(page)
    while (this.#diary.groups.size > mostGroups) await this.#delete(page)
  }

  /** A group of new orders; `bad`: with an id among them that the vendor does not accept. */
  async newGroup(page: Page, random: Random, bad: boolean): Promise<Group> {
    this.#made += 1
    const type = random.pick([
      [4, 'IPv4'],
      [2, 'IPv6'],
      [1, 'MOBILE'],
      [2, 'ISP'],
    ] as const)
    const orderIds = this.#shop.rent(type, random.between(1, 4), random)
    if (bad) orderIds.push('9999999999999999999')
    const days =
      type === 'IPv6'
        ? random.pick([
            [1, '90'],
            [1, '180'],
          ])
        : '30'
    return this.#save(page, {
      id: null,
      accountId: this.#accountId,
      name: `Group ${String(this.#made).padStart(3, '0')}`,
      proxyType: type,
      orderIds: orderIds.join('\n'),
      rentPeriodDays: days,
      promoCode: '',
      showInTray: random.chance(0.1),
      priceLimit: '',
      dueDays: '',
    })
  }

  async #otherPeriod(page: Page, random: Random): Promise<void> {
    const group = [...this.#diary.groups.values()].find(
      (candidate) => candidate.proxyType === 'IPv4' && !this.#diary.hasRow(candidate),
    )
    if (group === undefined) return
    const { createdAt: _made, updatedAt: _changed, ...kept } = group
    await this.#save(page, {
      ...kept,
      orderIds: group.orderIds.join('\n'),
      rentPeriodDays: random.pick([
        [1, '30'],
        [1, '60'],
        [1, '90'],
      ]),
      promoCode: '',
      priceLimit: '',
      dueDays: '',
    })
  }

  async #setting(page: Page, random: Random): Promise<void> {
    const patch = random.pick<Partial<Diary['settings']>>([
      [
        1,
        {
          theme: random.pick([
            [1, 'light'],
            [1, 'dark'],
            [1, 'system'],
          ] as const),
        },
      ],
      [1, { balanceMinutes: random.between(5, 60) }],
      [1, { dailyReminder: random.chance(0.5) }],
    ])
    await call(page, 'settings.update', patch)
    this.#diary.settings = { ...this.#diary.settings, ...patch }
  }

  async #threshold(page: Page, random: Random): Promise<void> {
    const units = random.between(1, 999)
    await call(page, 'account.update', { accountId: this.#accountId, warnBelow: String(units) })
    this.#diary.warnBelow = units * 10_000
  }

  /** The group that was made first goes; its rows stay. */
  async #delete(page: Page): Promise<void> {
    const [oldest] = this.#diary.groups.keys()
    if (oldest === undefined) return
    await call(page, 'group.delete', { groupId: oldest })
    this.#diary.groups.delete(oldest)
  }

  async #save(page: Page, draft: GroupDraft): Promise<Group> {
    const { group } = await call(page, 'group.save', draft)
    this.#diary.groups.set(group.id, group)
    return group
  }
}
