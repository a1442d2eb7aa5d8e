import type { Group } from '../../src/shared/domain/group.ts'
import type { Renewal } from '../../src/shared/domain/renewal.ts'
import { defaultSettings } from '../../src/shared/domain/rules/defaultSettings.ts'
import { currentOutcome } from '../../src/shared/domain/rules/outcomes.ts'
import type { Settings } from '../../src/shared/domain/settings.ts'
import type { RawRow } from './blackBox.ts'
import { checkKept, checkRow, checkShown, type Finding, type Saved, type Truth } from './checks.ts'
import type { Watched } from './wire.ts'

/** One click that may pay, and what came of it. */
export interface Click {
  readonly group: Group
  /** Paid requests that had arrived before it. */
  readonly paidBefore: number
  /** The paid requests that arrived since and before the next click: one at the most. */
  sent: readonly Watched[]
  /** Its row in the journal, as soon as one is seen. */
  rowId: string | null
  /** The outcome that the window showed before the kill; null: none yet. */
  shown: string | null
  /** It was said already that no row tells of it. */
  missed: boolean
}

/** What this side knows of one data folder: what was saved, what was clicked, what each row said last. */
export class Diary implements Saved {
  readonly groups = new Map<string, Group>()
  settings: Settings = defaultSettings
  warnBelow: number | null = null
  readonly #clicks: Click[] = []
  readonly #rows = new Map<string, RawRow>()
  #history: ReadonlyMap<string, Renewal> = new Map()

  /** The last click. */
  get last(): Click | undefined {
    return this.#clicks.at(-1)
  }

  /** The rows as the disk or the history had them last. */
  get rows(): Iterable<RawRow> {
    return this.#rows.values()
  }

  /** A click is about to be made. */
  clicks(group: Group, paidBefore: number): Click {
    const click: Click = { group, paidBefore, sent: [], rowId: null, shown: null, missed: false }
    this.#clicks.push(click)
    return click
  }

  /** Whether any click on a group left a row. */
  hasRow(group: Group): boolean {
    return this.#clicks.some((click) => click.group.id === group.id && click.rowId !== null)
  }

  /** Whether the guard has to stop a click on a group, by the history as last read. `since`: what is too long ago to count. */
  mustAsk(group: Group, since: number): boolean {
    return this.#clicks.some((click) => {
      const row = click.group.id === group.id && this.#history.get(click.rowId ?? '')
      if (!row) return false
      const outcome = currentOutcome(row)
      return outcome === 'unknown' || (outcome === 'renewed' && (row.result?.endedAt ?? 0) > since)
    })
  }

  /** Takes down what arrived since the last click: more than one paid request, or one after the app's end, must not be. */
  paid(all: readonly Watched[], when: string): Finding[] {
    const click = this.last
    if (click === undefined) return []
    const sent = all.slice(click.paidBefore)
    const most = when === byClick ? 1 : click.sent.length
    click.sent = sent
    if (sent.length <= most) return []
    return [{ harm: 'paid twice', words: `${click.group.name}: ${sent.length} paid requests ${when}` }]
  }

  /**
   * Compares rows with what they said before, and keeps them. New ones belong to the last click; more of them than
   * clicks, or none for a request that arrived, is what must not be.
   */
  take(rows: ReadonlyMap<string, RawRow | Renewal>): Finding[] {
    const findings = [...this.#rows].flatMap(([id, before]) => checkKept(id, before, rows.get(id)))
    for (const [id, row] of rows) {
      if (!this.#rows.has(id)) findings.push(...this.#own(id))
      this.#rows.set(id, { ...row })
    }
    const click = this.last
    if (click && click.sent.length > 0 && click.rowId === null && !click.missed) {
      click.missed = true
      const words = `${click.group.name}: a paid request arrived, and no row tells of it`
      findings.push({ harm: 'outcome lost', words })
    }
    return findings
  }

  /** The history after a restart: beside what it was, beside the vendor's books, and beside what the window showed. */
  judge(history: ReadonlyMap<string, Renewal>): Finding[] {
    this.#history = history
    const { last } = this
    return [
      ...this.take(history),
      ...[...history].flatMap(([id, row]) => checkRow(row, this.#truthOf(id))),
      ...(last?.shown ? checkShown(last.group.name, last.shown, history.get(last.rowId ?? '')) : []),
    ]
  }

  #truthOf(rowId: string): Truth | null {
    const entry = this.#clicks.find((click) => click.rowId === rowId)?.sent[0]?.entry
    return entry === undefined ? null : { arrived: entry.arrived, charged: entry.acted }
  }

  #own(id: string): Finding[] {
    const click = this.last
    if (click === undefined || click.rowId !== null) {
      return [{ harm: 'outcome lost', words: `row ${id} stands for no click` }]
    }
    click.rowId = id
    return []
  }
}

/** When paid requests were counted right after the kill. */
export const byClick = 'by one click'

/** Whether any row may still be settled: an `unknown`, or one whose result is missing. */
export function hasOpen(rows: Iterable<RawRow>): boolean {
  return [...rows].some(({ result, settlement }) => {
    if (settlement !== null && settlement !== undefined) return false
    return typeof result !== 'object' || result === null || Reflect.get(result, 'outcome') === 'unknown'
  })
}
