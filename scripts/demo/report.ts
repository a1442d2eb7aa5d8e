import type { LedgerEntry } from '../../src/main/practice/vendor.ts'
import type { Shop } from './shop.ts'

/** What a step tells while it runs: one line each, under a name. */
export interface Telling {
  /** What the demo did, as a person does it. */
  did(words: string): void
  /** What was really there afterwards. `where` says on what: window, notification, tray, keychain… */
  saw(where: string, words: string): void
  /** A picture that was taken. */
  picture(file: string): void
}

/** One step of the demo; it throws when what it looks for is not there. */
export interface Step {
  readonly title: string
  readonly run: (tell: Telling) => Promise<void>
}

/** Prints a line under a step. */
function line(name: string, words: string): void {
  const [first = '', ...rest] = words.split('\n')
  console.log(`   ${name.padEnd(13)} ${first}`)
  for (const more of rest) console.log(`   ${' '.repeat(13)} ${more}`)
}

const telling: Telling = {
  did: (words) => line('did', words),
  saw: (where, words) => line(where, words),
  picture: (file) => line('picture', file),
}

/**
 * Runs the steps in their order and prints each with what the vendor received meanwhile. Stops at the first that is
 * not seen, with `whatIsThere` told. Answers how many were seen.
 */
export async function runSteps(
  steps: readonly Step[],
  shop: Shop,
  whatIsThere: () => Promise<string>,
): Promise<number> {
  for (const [index, step] of steps.entries()) {
    console.log(`\n${String(index + 1).padStart(2)} ${step.title}`)
    const before = shop.vendor.requests.length
    try {
      await step.run(telling)
    } catch (error) {
      tellVendor(shop, before)
      line('NOT SEEN', plain(error instanceof Error ? error.message : String(error)))
      line('there was', await whatIsThere())
      return index
    }
    tellVendor(shop, before)
    line('seen', 'yes')
  }
  return steps.length
}

/** What the vendor received since then: reads as a list, each paid request exactly. */
function tellVendor(shop: Shop, before: number): void {
  const entries = shop.vendor.requests.slice(before)
  const paid = entries.filter((entry) => shop.paid().includes(entry))
  line('vendor got', counted(entries.filter((entry) => !paid.includes(entry))))
  for (const entry of paid) {
    line('PAID REQUEST', `${entry.method} ${shop.redact(entry.path)}\n${entry.body}`)
    line(
      '',
      `answered ${entry.status ?? 'nothing'}, took ${entry.price === null ? 'nothing' : dollars(entry.price)}`,
    )
  }
  line('paid so far', `${shop.paid().length} (${paid.length} in this step)`)
}

function counted(entries: readonly LedgerEntry[]): string {
  const counts = new Map<string, number>()
  for (const { method, endpoint } of entries) {
    const call = `${method} ${endpoint}`
    counts.set(call, (counts.get(call) ?? 0) + 1)
  }
  const words = [...counts].map(([call, count]) => (count === 1 ? call : `${count} × ${call}`))
  return words.length === 0 ? 'nothing' : words.join(', ')
}

/** A sum of the embedded vendor, which knows US dollars only here. */
export function dollars(amount: number): string {
  return `$${amount.toFixed(2)}`
}

/** Without the colours of a terminal, and not longer than a screen. */
function plain(words: string): string {
  const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')
  return words.replace(colours, '').trim().split('\n').slice(0, 25).join('\n')
}
