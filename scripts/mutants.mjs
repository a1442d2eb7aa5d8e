#!/usr/bin/env node
/**
 * `npm run mutants`: shows that the tests catch eleven bugs, each of which takes one protection of the money away. The
 * patches in tests/mutants are applied one by one to a copy of this tree; it still has to type-check, and the unit and
 * integration tests of paying have to fail, among them the test that the patch names, by an assertion of its own. Words
 * name the mutants to run; without any, all. Ends with 0 when each was caught.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const patches = join(root, 'tests/mutants')
/** What a copy does not need: it is large, or made. */
const leftOut = new Set(['.git', 'node_modules', 'out', 'test-results', 'demo-out'])

/** A patch with what its first lines say: which protection it takes away, and the test that has to notice. */
function readMutant(file) {
  const text = readFileSync(join(patches, file), 'utf8')
  const head = (name) => {
    const value = new RegExp(`^${name}: (.+)$`, 'm').exec(text)?.[1]
    if (value === undefined) throw new Error(`${file} has no line "${name}: …"`)
    return value.trim()
  }
  return {
    file,
    name: file.replace(/\.patch$/, ''),
    bug: head('Bug'),
    proof: head('Proof'),
    test: head('Test'),
  }
}

function run(cwd, command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  return { passed: status === 0, output: `${stdout}${stderr}` }
}

function copyTree() {
  const copy = mkdtempSync(join(tmpdir(), 'leasebar-mutants-'))
  cpSync(root, copy, { recursive: true, filter: (source) => !leftOut.has(basename(source)) })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** The unit and integration tests of everything that pays, sends and settles. */
const moneyTests = [
  'tests/unit/renewals',
  'tests/unit/vendor',
  'tests/integration/renewals',
  'tests/integration/vendor',
]

const bin = (name) => join(root, 'node_modules/.bin', name)

/** Runs tests in the copy: every failed one with its first message. */
function failures(copy, files) {
  const report = join(copy, 'mutant-report.json')
  rmSync(report, { force: true })
  const output = ['--reporter=json', `--outputFile.json=${report}`]
  const { output: said } = run(copy, bin('vitest'), [
    'run',
    '--project',
    'unit',
    '--project',
    'integration',
    ...output,
    ...files,
  ])
  let json
  try {
    json = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    throw new Error(`the tests wrote no report:\n${said.slice(-2000)}`)
  }
  const failed = json.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, title, failureMessages }) => ({
        file: name.slice(copy.length + 1),
        title: fullName || title,
        message: (failureMessages[0] ?? '').split('\n')[0],
      })),
  )
  return { failed, total: json.numTotalTests }
}

/** What became of one mutant: caught, or why not. */
function tryMutant(copy, mutant) {
  const patch = join(patches, mutant.file)
  const apply = (...more) => run(copy, 'git', ['apply', '--whitespace=nowarn', ...more, patch])
  const applied = apply()
  if (!applied.passed) return { caught: false, why: `the patch does not apply:\n${applied.output}` }
  try {
    const types = run(copy, bin('tsc'), ['--noEmit'])
    if (!types.passed) return { caught: false, why: `it does not type-check:\n${types.output.slice(0, 600)}` }
    const { failed, total } = failures(copy, moneyTests)
    const proof = failed.find(({ file, title }) => file === mutant.proof && title.includes(mutant.test))
    if (!proof) return { caught: false, why: `the test it names passes; ${failed.length} others failed` }
    if (!/^AssertionError\b/.test(proof.message)) {
      return { caught: false, why: `the test it names fails, but not by an assertion: ${proof.message}` }
    }
    return { caught: true, failed: failed.length, total, message: proof.message }
  } finally {
    apply('-R')
  }
}

const wanted = process.argv.slice(2)
const mutants = readdirSync(patches)
  .filter((file) => file.endsWith('.patch'))
  .sort()
  .map(readMutant)
  .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const copy = copyTree()
let caught = 0
try {
  const sound = failures(copy, [...new Set(mutants.map(({ proof }) => proof))])
  if (sound.failed.length > 0 || sound.total === 0) {
    console.error('The tests have to pass without a mutant first:', sound.failed)
    process.exit(1)
  }
  console.log(`without a mutant: ${sound.total} tests in the named files, all pass\n`)
  for (const mutant of mutants) {
    const began = performance.now()
    const result = tryMutant(copy, mutant)
    if (result.caught) caught += 1
    const seconds = Math.round((performance.now() - began) / 1000)
    console.log(`${result.caught ? 'caught ' : 'MISSED '} ${mutant.name}: ${mutant.bug} (${seconds} s)`)
    if (result.caught) {
      console.log(`        ${mutant.proof} > ${mutant.test}`)
      console.log(`        ${result.message}`)
      console.log(`        ${result.failed} of ${result.total} tests failed`)
    } else console.log(`        ${result.why}`)
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
console.log(`\n${caught} of ${mutants.length} mutants caught`)
process.exit(mutants.length > 0 && caught === mutants.length ? 0 : 1)
