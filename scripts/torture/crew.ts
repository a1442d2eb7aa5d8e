import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BatchResult } from '../../tests/torture/batch.ts'
import type { Job } from './jobs.ts'

/** What a process of the crew is sent: its next job. */
export interface Order {
  readonly job: Job
}

/** What it answers. */
export interface Answer {
  readonly result: BatchResult
}

/** What is to be done, by how many processes, and the folder that they share out among them. */
export interface Work {
  readonly jobs: readonly Job[]
  readonly crew: number
  readonly base: string
}

/** Runs every job, each in the next free process; rejects when a process ends before its job does. */
export async function runJobs(
  { jobs, crew, base }: Work,
  took: (result: BatchResult) => void,
): Promise<void> {
  const waiting = [...jobs]
  const children: ChildProcess[] = []
  async function member(number: number): Promise<void> {
    const folder = join(base, `process-${number}`)
    mkdirSync(folder)
    const child = fork(join(import.meta.dirname, 'worker.ts'), [folder], { serialization: 'advanced' })
    children.push(child)
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) took(await done(child, job))
    child.disconnect()
  }
  try {
    await Promise.all(Array.from({ length: Math.min(crew, jobs.length) }, (_, index) => member(index + 1)))
  } finally {
    for (const child of children) child.kill()
  }
}

function done(child: ChildProcess, job: Job): Promise<BatchResult> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null, signal: string | null): void =>
      reject(new Error(`the process with seed ${job.seed} ended (${signal ?? code})`))
    child.once('exit', ended)
    child.once('message', ({ result }: Answer) => {
      child.off('exit', ended)
      resolve(result)
    })
    child.send({ job } satisfies Order)
  })
}
