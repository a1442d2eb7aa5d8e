#!/usr/bin/env node
/**
 * `npm run fuzz`: 100,000 made-up and changed messages over all channels to the main process of the built app, from its
 * page and from a frame that is not the page's. Ends with 0 only when every one got a typed answer, none that is
 * malformed or foreign changed anything, nothing crashed, and main's memory stayed flat. Prints its figures.
 *
 *     npm run fuzz -- --count 100000 --seed 42
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { onBuiltApp } from './lib/built-app.mjs'

const HELP = `npm run fuzz -- [options]
  --count 100000   how many messages
  --seed N         decides everything that chance decides; default: a new one, printed
  --no-build       the app as it was built last
`
const OUT = 'test-results/fuzz'
const HERE = 'on-the-private-desktop'

const OPTIONS = {
  count: { type: 'string', default: '100000' },
  seed: { type: 'string', default: String(randomInt(1_000_000)) },
  'no-build': { type: 'boolean', default: false },
  [HERE]: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
}

async function main() {
  const { values } = parseArgs({ options: OPTIONS })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  if (!values[HERE]) {
    const script = ['scripts/fuzz.mjs', `--${HERE}`, '--count', values.count, '--seed', values.seed]
    return onBuiltApp({ script, build: !values['no-build'], out: OUT })
  }
  const { run } = await import('./fuzz/run.ts')
  return run({ count: Number(values.count), seed: Number(values.seed) })
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(`fuzz: ${error.stack}`)
  process.exitCode = 1
}
