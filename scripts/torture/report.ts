import type { BatchResult, Failure } from '../../tests/torture/batch.ts'
import { added, noFigures } from '../../tests/torture/figures.ts'
import type { Broken } from '../../tests/torture/truth.ts'

const labels: Readonly<Record<Broken, string>> = {
  'paid twice': 'paid twice',
  'outcome lost': 'outcomes lost',
  'wrong settlement': 'wrong settlements',
  misbehaved: 'anything else that misbehaved',
}

/** What was asked for. */
export interface Asked {
  readonly count: number
  readonly seed: number
  readonly path: string | undefined
}

/** Adds up what the jobs came to, and says it. */
export class Report {
  readonly #asked: Asked
  readonly #begun = performance.now()
  readonly #broken = new Map<Broken, number>()
  #figures = noFigures
  #said = 0

  constructor(asked: Asked) {
    this.#asked = asked
  }

  begin(crew: number, base: string): void {
    const { count, seed, path } = this.#asked
    const which = path === undefined ? `--sequences ${count} --seed ${seed}` : `--seed ${seed} --path ${path}`
    console.log(`${count} random sequences in ${crew} processes, data folders in ${base}.`)
    console.log(`Seed ${seed}: npm run torture -- ${which}`)
  }

  /** Takes in a job. */
  took({ figures, failure }: BatchResult): void {
    this.#figures = added(this.#figures, figures)
    if (failure) this.#failed(failure)
    const { sequences, renewals, paidRequests } = this.#figures
    if (sequences < this.#said + 500) return
    this.#said = sequences
    console.log(
      `  ${sequences} sequences, ${renewals} renewals, ${paidRequests} paid requests, ${this.#seconds()} s`,
    )
  }

  end(): void {
    const f = this.#figures
    console.log(`
outcomes at the end: ${f.renewed} renewed (${f.settledRenewed} of them settled by evidence), ${f.settledNotRenewed} not renewed by evidence, ${f.unknown} unknown
where another renewal of the same orders looked just like it: ${f.indistinguishable} settled as renewed (${f.byBalanceToo} of them with a balance that fell by the very price)
the guard asked: ${f.questions}
restarts: ${f.restarts}

sequences: ${f.sequences}
renewals: ${f.renewals}
paid requests: ${f.paidRequests} (${f.carriedOut} carried out)`)
    for (const [broken, label] of Object.entries(labels))
      console.log(`${label}: ${this.#broken.get(broken as Broken) ?? 0}`)
    console.log(`seed: ${this.#asked.seed}\nseconds: ${this.#seconds()}`)
  }

  isClean(): boolean {
    return (
      this.#broken.size === 0 &&
      (this.#asked.path !== undefined || this.#figures.sequences >= this.#asked.count)
    )
  }

  /** Says what is broken at once, with what leads back to it. */
  #failed({ broken, message, sequence, seed, path }: Failure): void {
    this.#broken.set(broken, (this.#broken.get(broken) ?? 0) + 1)
    console.error(`\n${message}\n  ${JSON.stringify(sequence.setup)}`)
    for (const step of sequence.steps) console.error(`  ${JSON.stringify(step)}`)
    console.error(`  again: npm run torture -- --seed ${seed} --path ${path}\n`)
  }

  #seconds(): number {
    return Math.round((performance.now() - this.#begun) / 1000)
  }
}
