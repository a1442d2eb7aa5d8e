#!/usr/bin/env node
/**
 * `npm run torture:kill`: the built app under the real Electron, killed with `kill -9` at random moments from the click
 * to the settled outcome, restarted on the same data, and measured by the vendor's books. Ends with 0 only when nothing
 * was paid twice, no outcome lost, none settled wrongly, and groups and settings are as they were saved.
 *
 *     npm run torture:kill -- --kills 500 --seed 42
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { onBuiltApp } from './lib/built-app.mjs'

const HELP = `npm run torture:kill -- [options]
  --kills 200    how many
  --seed N       decides everything that chance decides; default: a new one, printed
  --no-build     the app as it was built last
`

/** What is needed to look into a finding. */
const OUT = 'test-results/torture-kill'
const ON_THE_PRIVATE_DESKTOP = '--on-the-private-desktop'

const OPTIONS = {
  kills: { type: 'string', default: '200' },
  seed: { type: 'string', default: String(randomInt(1_000_000)) },
  'no-build': { type: 'boolean', default: false },
  'on-the-private-desktop': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
}

/** Runs itself again, with what was asked for, over the built app. */
function onAPrivateDesktop(values) {
  const words = [ON_THE_PRIVATE_DESKTOP, '--kills', values.kills, '--seed', values.seed]
  const script = ['scripts/torture-kill.mjs', ...words]
  return onBuiltApp({ script, build: !values['no-build'], out: OUT })
}

function wholeNumber(text, least) {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < least)
    throw new Error(`${text} is no number that fits\n${HELP}`)
  return number
}

async function main() {
  const { values } = parseArgs({ options: OPTIONS })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  const wish = { kills: wholeNumber(values.kills, 1), seed: wholeNumber(values.seed, 0), out: OUT }
  if (!values['on-the-private-desktop']) return onAPrivateDesktop(values)
  const { run } = await import('./torture-kill/run.ts')
  return run(wish)
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(`torture: ${error.message}`)
  process.exitCode = 1
}
