#!/usr/bin/env node
/**
 * `npm run bench:size`: what 500 groups over 20,000 addresses cost, measured on the built app: the start beside that
 * with one group, and every task of the window while its lists scroll, search and change. Ends with 0 only within the
 * budgets (docs/PERFORMANCE.md).
 *
 *     npm run bench:size -- --rounds 15
 */
import { parseArgs } from 'node:util'
import { onBuiltApp } from './lib/built-app.mjs'

const HELP = `npm run bench:size -- [options]
  --rounds 9     starts of each size, at least 9; their order alternates
  --only PART    starts or window
  --no-build     the app as it was built last
`

/** The figures as JSON, and the traces. */
const OUT = 'test-results/bench-size'
const ON_THE_PRIVATE_DESKTOP = '--on-the-private-desktop'
const PARTS = ['starts', 'window']

const OPTIONS = {
  rounds: { type: 'string', default: '9' },
  only: { type: 'string' },
  'no-build': { type: 'boolean', default: false },
  'on-the-private-desktop': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
}

/** Runs itself again, with what was asked for, over the built app. */
function onAPrivateDesktop(values) {
  const only = values.only === undefined ? [] : ['--only', values.only]
  const script = ['scripts/bench-size.mjs', ON_THE_PRIVATE_DESKTOP, '--rounds', values.rounds, ...only]
  return onBuiltApp({ script, build: !values['no-build'], out: OUT })
}

async function main() {
  const { values } = parseArgs({ options: OPTIONS })
  const rounds = Number(values.rounds)
  const parts = values.only === undefined ? PARTS : [values.only]
  if (
    values.help ||
    !Number.isSafeInteger(rounds) ||
    rounds < 1 ||
    !parts.every((part) => PARTS.includes(part))
  ) {
    console.log(HELP)
    return values.help ? 0 : 2
  }
  if (!values['on-the-private-desktop']) return onAPrivateDesktop(values)
  const { run } = await import('./bench-size/run.ts')
  return run({ rounds, parts, out: OUT })
}

try {
  // Not by itself: an app that a failure left behind would keep it waiting.
  process.exit(await main())
} catch (error) {
  console.error(`bench: ${error.message}`)
  process.exit(1)
}
