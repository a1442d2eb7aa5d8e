/** One process of the crew: takes a job, runs it, answers, takes the next. */
import { runBatch } from '../../tests/torture/batch.ts'
import { makeTemplate } from '../../tests/torture/scene.ts'
import type { Answer, Order } from './crew.ts'

/** Steps of a sequence: enough for a few renewals, what befalls them, and what is made of it. */
const steps = { min: 4, max: 20 }

const [, , base = ''] = process.argv
const template = makeTemplate(base)

process.on('message', ({ job }: Order) => {
  void template
    .then((made) => runBatch({ base, template: made, steps, ...job }))
    .then((result) => process.send?.({ result } satisfies Answer))
})
