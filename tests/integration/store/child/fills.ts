// Fills a small disk with renewals until the store refuses, then says how that went and leaves a copy of the files.
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { openStore } from '../../../../src/main/store/open.ts'
import { anIntent, aResult } from '../makers.ts'

const [folder = '', copy = '', ballast = ''] = process.argv.slice(2)
if (ballast !== '') writeFileSync(ballast, Buffer.alloc(600_000, 1))
const opened = openStore({ folder, now: Date.now })
if (!opened.ok) throw new Error(opened.error.message)
const { journal } = opened.value
const refused: string[] = []
let begun = 0
// The last one that was begun has no result yet when the disk is full: money may have moved.
for (let n = 0; refused.length === 0; n += 1) {
  const begin = journal.begin(anIntent(n))
  if (!begin.ok) refused.push(begin.error.message)
  else {
    begun += 1
    if (n % 2) continue
    const finish = journal.finish(anIntent(n).id, aResult({ reply: 'r'.repeat(8000) }))
    if (!finish.ok) refused.push(finish.error.message)
  }
}
// A full disk stays full: nothing that is refused may leave a trace.
const late = anIntent(1_000_000, { groupName: 'L'.repeat(80), confirmed: [] })
const orderIds = Array.from({ length: 2000 }, (_, n) => `${n}`.padStart(40, '7'))
const large = { ...late, request: { ...late.request, orderIds } }
const second = journal.begin(large)
if (!second.ok) refused.push(second.error.message)
cpSync(folder, copy, { recursive: true })
let after: boolean | null = null
if (ballast !== '' && existsSync(ballast)) {
  rmSync(ballast)
  after = journal.begin(anIntent(2_000_000)).ok
  opened.value.close()
  const again = openStore({ folder, now: Date.now })
  if (!again.ok) throw new Error(again.error.message)
  after &&= again.value.journal.get(anIntent(2_000_000).id) !== null
  after &&= again.value.journal.get(large.id) === null
  after &&= again.value.report.notes.length === 0
  again.value.close()
}
console.log(JSON.stringify({ begun, refused, lateId: large.id, after }))
process.exit(0)
