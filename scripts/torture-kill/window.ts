import { expect, type Page } from '@playwright/test'
import type { InvokeChannel } from '../../src/shared/contract/channels.ts'
import type { Snapshot } from '../../src/shared/contract/snapshot.ts'
import type { ReplyOf, RequestOf } from '../../src/shared/contract/types.ts'
import type { Renewal } from '../../src/shared/domain/renewal.ts'
import { currentOutcome } from '../../src/shared/domain/rules/outcomes.ts'
import { guardDialog, renewButton } from '../../tests/e2e/support/acts.ts'
import { ask } from '../../tests/support/desktop/ask.ts'
import { until } from '../../tests/support/desktop/until.ts'

/** One call of the window's bridge, answered. Throws what main refused. */
export async function call<C extends InvokeChannel>(
  page: Page,
  channel: C,
  request: RequestOf<C>,
): Promise<ReplyOf<C>> {
  const answer = await ask(page, channel, request)
  if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`)
  return answer.value
}

/** Everything that main tells a window. */
export function snapshotOf(page: Page): Promise<Snapshot> {
  return call(page, 'snapshot.get', null)
}

/** The whole history of an account. */
async function historyOf(page: Page, accountId: string): Promise<Map<string, Renewal>> {
  const rows = new Map<string, Renewal>()
  for (;;) {
    const query = { accountId, groupId: null, outcome: null, search: '', offset: rows.size, limit: 200 }
    const { rows: found, total } = await call(page, 'history.page', query)
    for (const row of found) rows.set(row.intent.id, row)
    if (rows.size >= total || found.length === 0) return rows
  }
}

/** Waits until the start has read orders and balance anew, and every unknown was looked at. */
export async function untilRead(page: Page, startedAt: number): Promise<Snapshot> {
  return until('reading of orders and balance', async () => {
    const snapshot = await snapshotOf(page)
    const [orders] = snapshot.orders
    const [balance] = snapshot.balances
    const read = (orders?.readAt ?? 0) >= startedAt && (balance?.readAt ?? 0) >= startedAt
    return read && !orders?.reading && !balance?.reading ? snapshot : undefined
  })
}

/** The history, once every unknown in it was looked at since the start. */
export function untilLooked(page: Page, accountId: string, startedAt: number): Promise<Map<string, Renewal>> {
  return until('look at every unknown renewal', async () => {
    const history = await historyOf(page, accountId)
    const waits = [...history.values()].some(
      (row) => currentOutcome(row) === 'unknown' && (row.check?.at ?? 0) < startedAt,
    )
    return waits ? undefined : history
  })
}

/** Writes down, from now on, the outcome that a group's row shows; `shown` tells it and when it first did. */
export async function watchRow(page: Page, groupId: string): Promise<{ readonly shown: () => Shown | null }> {
  let shown: Shown | null = null
  page.on('console', (message) => {
    const [mark, id, word] = message.text().split('|')
    if (mark === 'row-shows' && id === groupId && word) shown = { word, at: shown?.at ?? performance.now() }
  })
  await page.evaluate((id) => {
    const words = ['Renewed', 'Refused', 'Not sent', 'Unknown', 'Not renewed']
    const wordNow = () => {
      const parts = document.getElementById(`group-${id}`)?.querySelectorAll('*') ?? []
      return [...parts].map((part) => part.textContent ?? '').find((text) => words.includes(text)) ?? ''
    }
    let last = wordNow()
    const look = () => {
      const word = wordNow()
      if (word !== last && word !== '') console.debug(`row-shows|${id}|${word}`)
      last = word
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
  }, groupId)
  return { shown: () => shown }
}

/** An outcome as the row showed it, and when (ms of `performance.now()`). */
export interface Shown {
  readonly word: string
  readonly at: number
}

/** Clicks a group of which the guard has to ask, and cancels. False when it did not ask. */
export async function asksAndIsCancelled(page: Page, groupName: string): Promise<boolean> {
  const dialog = guardDialog(page, groupName)
  await renewButton(page, groupName).click()
  try {
    await expect(dialog).toBeVisible({ timeout: 10_000 })
  } catch {
    return false
  }
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(dialog).toBeHidden()
  return true
}

/** The button by which the group's renewal is paid for: `Renew`, or `Renew anyway` where the guard asks. */
export async function payingButton(page: Page, groupName: string, asks: boolean) {
  const button = renewButton(page, groupName)
  if (!asks) return button
  await button.click()
  const anyway = guardDialog(page, groupName).getByRole('button', { name: 'Renew anyway', exact: true })
  await expect(anyway).toBeVisible()
  return anyway
}
