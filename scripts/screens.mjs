#!/usr/bin/env node
/**
 * `npm run screens`: takes the reference pictures of every screen anew (tests/e2e/screens). Look at each that changed
 * before it is committed: the tests compare with them from then on.
 */
import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { desktops, runE2e } from './e2e.mjs'

const run = promisify(execFile)

const [desktop] = desktops
const options = { ...desktop.options, collect: ['test-results', 'tests/e2e/screens'] }
const passed = await runE2e({ ...desktop, options }, ['--update-snapshots=changed', 'screens.test'])

/** PNG specification, 11.2.1: a picture of 256 colours says so in the 26th byte. */
const hasPalette = (file) => readFileSync(file)[25] === 3

// 256 colours are all that a screen of ours has, within the tests' tolerance, and a third of the bytes.
const large = globSync('tests/e2e/screens/*.png').filter((file) => !hasPalette(file))
const small = ['+dither', '-colors', '256', '-define', 'png:compression-level=9', '-strip']
if (large.length > 0) await run('mogrify', [...small, ...large])
process.exit(passed ? 0 : 1)
