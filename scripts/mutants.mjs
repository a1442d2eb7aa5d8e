#!/usr/bin/env node
/**
 * `npm run mutants`: shows that the tests catch bugs on purpose, each of which takes one protection away: of the money
 * (tests/mutants/money) and of everything that docs/SECURITY.md names (tests/mutants/security). The patches are applied
 * one by one to a copy of this tree; it still has to type-check, and the test that the patch names has to fail, by an
 * assertion of its own. With a mutant of the money every test of paying runs, to count how many notice. Words name the
 * mutants to run, or `money` or `security`; without any, all. Ends with 0 when each was caught.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { e2eFailures, isAssertion, run, vitestFailures } from './mutants/proofs.mjs'

const root = resolve(import.meta.dirname, '..')
const patches = join(root, 'tests/mutants')
const kinds = ['money', 'security']
/** What a copy does not need: it is large, or made. */
const leftOut = new Set(['.git', 'node_modules', 'out', 'dist', 'test-results', 'demo-out'])

/** The unit and integration tests of everything that pays, sends and settles. */
const moneyTests = [
  'tests/unit/renewals',
  'tests/unit/vendor',
  'tests/integration/renewals',
  'tests/integration/vendor',
]

/** A patch with what its first lines say: which protection it takes away, and the test that has to notice. */
function readMutant(kind, file) {
  const text = readFileSync(join(patches, kind, file), 'utf8')
  const head = (name) => {
    const value = new RegExp(`^${name}: (.+)$`, 'm').exec(text)?.[1]
    if (value === undefined) throw new Error(`${file} has no line "${name}: …"`)
    return value.trim()
  }
  return {
    kind,
    patch: join(patches, kind, file),
    name: file.replace(/\.patch$/, ''),
    bug: head('Bug'),
    proof: head('Proof'),
    test: head('Test'),
  }
}

const isE2e = ({ proof }) => proof.startsWith('tests/e2e/')

function copyTree() {
  const copy = mkdtempSync(join(tmpdir(), 'leasebar-mutants-'))
  cpSync(root, copy, { recursive: true, filter: (source) => !leftOut.has(basename(source)) })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** The tests that a mutant has to fail. */
function failuresOf(copy, mutant) {
  if (isE2e(mutant)) return e2eFailures(copy, mutant.proof, mutant.test)
  return vitestFailures(copy, mutant.kind === 'money' ? moneyTests : [mutant.proof])
}

/** What became of one mutant: caught, or why not. */
function tryMutant(copy, mutant) {
  const apply = (...more) => run(copy, 'git', ['apply', '--whitespace=nowarn', ...more, mutant.patch])
  const applied = apply()
  if (!applied.passed) return { caught: false, why: `the patch does not apply:\n${applied.output}` }
  try {
    const types = run(copy, join(copy, 'node_modules/.bin/tsc'), ['--noEmit'])
    if (!types.passed) return { caught: false, why: `it does not type-check:\n${types.output.slice(0, 600)}` }
    const { failed, total } = failuresOf(copy, mutant)
    const proof = failed.find(({ file, title }) => file === mutant.proof && title.includes(mutant.test))
    if (!proof) return { caught: false, why: `the test it names passes; ${failed.length} others failed` }
    const [message = ''] = proof.message.split('\n')
    if (!isAssertion(proof.message)) {
      return { caught: false, why: `the test it names fails, but not by an assertion: ${message}` }
    }
    return { caught: true, failed: failed.length, total, message }
  } finally {
    apply('-R')
  }
}

/** Without a mutant every named test passes, or nothing would be shown. */
function isSound(copy, mutants) {
  const files = [...new Set(mutants.filter((one) => !isE2e(one)).map(({ proof }) => proof))]
  const tests = files.length === 0 ? { failed: [], total: 0 } : vitestFailures(copy, files)
  const shown = new Map(mutants.filter(isE2e).map((one) => [`${one.proof} ${one.test}`, one]))
  for (const { proof, test } of shown.values()) {
    const { failed, total } = e2eFailures(copy, proof, test)
    tests.failed.push(...failed, ...(total === 0 ? [{ file: proof, title: test, message: 'not there' }] : []))
    tests.total += total
  }
  if (tests.failed.length > 0 || tests.total === 0) {
    console.error('The tests have to pass without a mutant first:', tests.failed)
    return false
  }
  console.log(`without a mutant: ${tests.total} tests in what the patches name, all pass\n`)
  return true
}

function tell(mutant, result, seconds) {
  console.log(`${result.caught ? 'caught ' : 'MISSED '} ${mutant.name}: ${mutant.bug} (${seconds} s)`)
  if (!result.caught) return console.log(`        ${result.why}`)
  console.log(`        ${mutant.proof} > ${mutant.test}`)
  console.log(`        ${result.message}`)
  console.log(`        ${result.failed} of ${result.total} tests failed`)
}

const wanted = process.argv.slice(2)
const mutants = kinds
  .flatMap((kind) =>
    readdirSync(join(patches, kind))
      .filter((file) => file.endsWith('.patch'))
      .sort()
      .map((file) => readMutant(kind, file)),
  )
  .filter(({ kind, name }) => wanted.length === 0 || wanted.includes(name) || wanted.includes(kind))
const copy = copyTree()
let caught = 0
try {
  if (!isSound(copy, mutants)) process.exit(1)
  for (const mutant of mutants) {
    const began = performance.now()
    const result = tryMutant(copy, mutant)
    if (result.caught) caught += 1
    tell(mutant, result, Math.round((performance.now() - began) / 1000))
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
console.log(`\n${caught} of ${mutants.length} mutants caught`)
process.exit(mutants.length > 0 && caught === mutants.length ? 0 : 1)
