/** Runs sequences by fast-check, from a seed, and shrinks what fails. */
import { join } from 'node:path'
import fc from 'fast-check'
import { added, type Figures, noFigures } from './figures.ts'
import type { Template } from './scene.ts'
import { runSequence } from './sequence.ts'
import { type Sequence, sequences } from './steps.ts'
import { type Broken, Violation } from './truth.ts'

/** A sequence that showed something to be broken, as small as it could be made. */
export interface Failure {
  readonly broken: Broken
  readonly message: string
  readonly sequence: Sequence
  readonly seed: number
  /** Leads fast-check to this very sequence. */
  readonly path: string
}

/** What a batch came to. */
export interface BatchResult {
  readonly figures: Figures
  readonly failure: Failure | null
}

/** What to run. */
export interface Batch {
  /** A folder of its own. */
  readonly base: string
  readonly template: Template
  readonly seed: number
  readonly count: number
  /** From an earlier failure: runs that sequence alone. */
  readonly path?: string | undefined
  readonly steps: { readonly min: number; readonly max: number }
}

let made = 0

/** Runs a batch; it ends with the first sequence that fails, once that is shrunk. Its figures count whole sequences only. */
export async function runBatch({ base, template, seed, count, path, steps }: Batch): Promise<BatchResult> {
  let figures = noFigures
  let broken: Broken | null = null
  const property = fc.asyncProperty(sequences(steps), async (sequence) => {
    made += 1
    try {
      const one = await runSequence(join(base, `s${made}`), template, sequence)
      if (broken === null) figures = added(figures, one)
    } catch (error) {
      const now = brokenBy(error)
      broken ??= now
      // A smaller sequence has to show the same, not something else that comes of it.
      if (now === broken) throw error
    }
  })
  const details = await fc.check(property, {
    seed,
    numRuns: count,
    ...(path === undefined ? {} : { path }),
  })
  const { counterexample, counterexamplePath, errorInstance } = details
  if (!details.failed || counterexample === null) return { figures, failure: null }
  const violation = errorInstance instanceof Violation ? errorInstance : null
  return {
    figures,
    failure: {
      broken: brokenBy(errorInstance),
      message:
        errorInstance instanceof Error && violation === null
          ? (errorInstance.stack ?? errorInstance.message)
          : (violation?.message ?? String(errorInstance)),
      sequence: counterexample[0],
      seed,
      path: counterexamplePath ?? '',
    },
  }
}

function brokenBy(error: unknown): Broken {
  return error instanceof Violation ? error.broken : 'misbehaved'
}
