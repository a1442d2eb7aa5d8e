import type { LedgerEntry } from '../../src/main/practice/ledger.ts'
import type { Renewal } from '../../src/shared/domain/renewal.ts'
import type { Finding, Harm } from './checks.ts'
import type { Diary } from './diary.ts'
import type { Gauges } from './moments.ts'
import { type Phase, phases } from './phases.ts'
import type { Round } from './plan.ts'
import type { Wish } from './run.ts'

const harms: Readonly<Record<Harm, string>> = {
  'paid twice': 'paid twice',
  'outcome lost': 'outcomes lost',
  'wrong settlement': 'wrong settlements',
  'data damaged': 'groups, settings or database damaged',
}

/** Counts what happened, and says it. */
export class Report {
  kills = 0
  readonly #wish: Wish
  readonly #begun = performance.now()
  readonly #phases = new Map<Phase, number>()
  readonly #harms = new Map<Harm, number>()
  #clicks = 0
  #settled = { renewed: 0, 'not renewed': 0, unknown: 0 }

  constructor(wish: Wish) {
    this.#wish = wish
  }

  begin(url: string): void {
    const { kills, seed } = this.#wish
    console.log(`Killing Leasebar ${kills} times against the embedded vendor at ${url}.`)
    console.log(`Seed ${seed}: npm run torture:kill -- --kills ${kills} --seed ${seed}`)
  }

  clicked(): void {
    this.#clicks += 1
  }

  killed(phase: Phase): void {
    this.kills += 1
    this.#phases.set(phase, (this.#phases.get(phase) ?? 0) + 1)
    if (this.kills % 20 === 0)
      console.log(`  ${this.kills} kills, ${this.#clicks} renewals, ${this.#seconds()} s`)
  }

  /** Takes down how the unknown ones of a journal stand now. */
  looked(diary: Diary): void {
    const settled = { renewed: 0, 'not renewed': 0, unknown: 0 }
    for (const row of diary.rows) {
      const { result, settlement } = row as Partial<Renewal>
      if (settlement) settled[settlement.outcome === 'renewed' ? 'renewed' : 'not renewed'] += 1
      else if (result?.outcome === 'unknown') settled.unknown += 1
    }
    this.#settled = settled
  }

  /** Says what must not be, at once; gives the words. */
  found(number: number, plan: Round, findings: readonly Finding[]): string {
    for (const { harm } of findings) this.#harms.set(harm, (this.#harms.get(harm) ?? 0) + 1)
    const { random: _random, ...decisions } = plan
    const lines = findings.map(({ harm, words }) => `  ${harm.toUpperCase()}: ${words}`)
    const words = [`round ${number} of seed ${this.#wish.seed}: ${JSON.stringify(decisions)}`, ...lines].join(
      '\n',
    )
    console.error(words)
    return words
  }

  end(paid: readonly LedgerEntry[], gauges: Gauges): void {
    const { renewed, unknown, 'not renewed': not } = this.#settled
    const charged = paid.filter(({ acted }) => acted).length
    console.log('\nWhere the kills fell:')
    for (const phase of phases) console.log(`  ${String(this.#phases.get(phase) ?? 0).padStart(5)}  ${phase}`)
    console.log(
      `\nFrom click to outcome about ${Math.round(gauges.click.usual)} ms, from start to ends read about ${Math.round(gauges.start.usual)} ms.`,
    )
    console.log(`Settled by evidence: ${renewed} renewed, ${not} not renewed; still unknown: ${unknown}.`)
    console.log(
      `\nkills: ${this.kills}\nrenewals: ${this.#clicks}\npaid requests: ${paid.length} (${charged} charged)`,
    )
    for (const [harm, label] of Object.entries(harms))
      console.log(`${label}: ${this.#harms.get(harm as Harm) ?? 0}`)
    console.log(`seed: ${this.#wish.seed}\nseconds: ${this.#seconds()}`)
  }

  isClean(): boolean {
    return this.#harms.size === 0 && this.kills >= this.#wish.kills
  }

  #seconds(): number {
    return Math.round((performance.now() - this.#begun) / 1000)
  }
}
