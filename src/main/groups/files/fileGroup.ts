import type { Group } from '../../../shared/domain/group.ts'
import type { Amount } from '../../../shared/domain/money.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import { checkGroupDraft, type DraftText } from '../../../shared/domain/rules/groupDraft.ts'
import { type ProxyType, proxyTypes } from '../../../shared/domain/rules/proxyTypes.ts'
import { words } from '../../../shared/words/words.ts'

/** A group as a file holds it: what a person set, without ids and times of this installation. */
export interface FileGroup {
  readonly name: string
  readonly proxyType: ProxyType
  readonly orderIds: readonly string[]
  readonly rentPeriodDays: number
  readonly promoCode: string | null
  readonly priceLimit: Amount | null
  readonly dueDays: number | null
  readonly showInTray: boolean
}

/** Why a file is not taken: where, and what is wrong there. */
export interface FileProblem {
  /** The line, from 1; null where it is about the file as a whole. */
  readonly line: number | null
  readonly reason: string
}

/** A group's fields as text, whichever kind of file they come from. */
export interface RowText extends DraftText {
  readonly proxyType: string
  readonly showInTray: string
}

/** The newest version of both kinds of file that this Leasebar reads, and the one it writes. */
export const fileVersion = 1

/** The part of a group that goes into a file. */
export function fileGroupOf(group: Group): FileGroup {
  const { name, proxyType, orderIds, rentPeriodDays, promoCode, priceLimit, dueDays, showInTray } = group
  return { name, proxyType, orderIds, rentPeriodDays, promoCode, priceLimit, dueDays, showInTray }
}

/** Checks a group of a file by the editor's own rules. Fails with everything that is wrong with it. */
export function checkRow(row: RowText, line: number): Result<FileGroup, readonly FileProblem[]> {
  const { groupFiles } = words()
  const proxyType = readType(row.proxyType)
  const showInTray = readFlag(row.showInTray)
  const checked = checkGroupDraft(row, [])
  const reasons = [
    ...(checked.ok ? [] : Object.values(checked.error)),
    ...(proxyType === null ? [groupFiles.proxyType(shortened(row.proxyType), proxyTypes.join(', '))] : []),
    ...(showInTray === null ? [groupFiles.showInTray(shortened(row.showInTray))] : []),
  ]
  if (!checked.ok || proxyType === null || showInTray === null) {
    return err(reasons.map((reason) => ({ line, reason })))
  }
  const { name, orderIds, rentPeriodDays, promoCode, priceLimit, dueDays } = checked.value
  return ok({ name, proxyType, orderIds, rentPeriodDays, promoCode, priceLimit, dueDays, showInTray })
}

function readType(text: string): ProxyType | null {
  const typed = text.trim().toLowerCase()
  return proxyTypes.find((type) => type.toLowerCase() === typed) ?? null
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ['', false],
  ['no', false],
  ['false', false],
  ['0', false],
  ['yes', true],
  ['true', true],
  ['1', true],
])

function readFlag(text: string): boolean | null {
  return flags.get(text.trim().toLowerCase()) ?? null
}

/** A value as a message may show it. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
