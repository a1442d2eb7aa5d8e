// Begins and finishes renewals until it is killed, saying so only after the store has.
import { writeSync } from 'node:fs'
import { openStore } from '../../../../src/main/store/open.ts'
import { anIntent, aResult, must } from '../makers.ts'

const [folder = '', first = '0'] = process.argv.slice(2)
const store = openStore({ folder, now: Date.now })
if (!store.ok) throw new Error(store.error.message)
writeSync(1, 'ready\n')
for (let n = Number(first); ; n += 1) {
  must(store.value.journal.begin(anIntent(n)))
  writeSync(1, `begun ${n}\n`)
  if (n % 3 === 0) continue
  must(store.value.journal.finish(anIntent(n).id, aResult()))
  writeSync(1, `finished ${n}\n`)
}
