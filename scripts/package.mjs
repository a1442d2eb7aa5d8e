#!/usr/bin/env node
/**
 * `npm run package`: builds the app and makes what people install on the system that it runs on, in dist/, with their
 * sums: on Linux a Debian package and a portable archive (the others, not tried: docs/PACKAGING.md). Prints sizes and the fuses as they read in the package. `--twice` makes everything a second
 * time and tells which bytes differ. Needs no GitHub where the verified Electron can be had from the npm registry.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packager } from '@electron/packager'
import { findElectron } from './electron-path.mjs'
import { archiveFolder, cacheDir } from './lib/registry-electron.mjs'
import { layOutContents } from './package/contents.mjs'
import { settle } from './package/deb.mjs'
import { setFuses } from './package/fuses.mjs'
import { systems } from './package/systems.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const out = join(root, 'dist')
const system = systems[process.platform]
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Makes both packages in a folder; answers their files and what was read from the binary. */
async function make(into, electron, epoch) {
  const work = await mkdtemp(join(tmpdir(), 'leasebar-package-'))
  try {
    const contents = join(work, 'contents')
    await layOutContents({
      root,
      into: contents,
      epoch,
      target: `${process.platform}-${process.arch}`,
      tray: system.tray,
    })
    const { app, fuses } = await pack({ contents, work, electron, epoch })
    await mkdir(into, { recursive: true })
    const files = await system.packages({ root, app, out: into, version, epoch, work })
    return { files, fuses, unpacked: folderSize(app) }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** The folder that is installed: Electron under our name, our archive, what the system wants beside them. */
async function pack({ contents, work, electron, epoch }) {
  const [app] = await packager({
    dir: contents,
    out: join(work, 'packed'),
    name: 'Leasebar',
    ...system.options,
    platform: process.platform,
    arch: process.arch,
    electronVersion: electron.version,
    // The sums that the pinned npm package of Electron names.
    ...(electron.zipFolder === null
      ? { download: { checksums: electronSums() } }
      : { electronZipDir: electron.zipFolder }),
    asar: { unpack: '**/*.node' },
    prune: false,
    ignore: [],
    quiet: true,
  })
  if (app === undefined) throw new Error('the packager made nothing')
  for (const file of ['THIRD-PARTY-LICENCES.txt', 'sbom.cdx.json'])
    cpSync(join(contents, file), join(system.resources(app), file))
  system.finish(root, app)
  const fuses = await setFuses(system.binary(app))
  await settle(app, epoch)
  return { app, fuses }
}

function electronSums() {
  return JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'checksums.json'), 'utf8'))
}

/** Where Electron comes from, and how large it is by itself. */
async function electronToPack() {
  const { version: electron, path, why } = await findElectron()
  const isCopy = path.startsWith(cacheDir())
  console.log(`Electron ${electron}: ${why}`)
  return {
    version: electron,
    zipFolder: isCopy ? await archiveFolder(cacheDir(), root) : null,
    size: folderSize(dirname(path)),
  }
}

/** Bytes; of interest on Linux only. */
function folderSize(folder) {
  if (process.platform !== 'linux') return 0
  return Number(spawnSync('du', ['-sb', folder], { encoding: 'utf8' }).stdout.split('\t')[0])
}

const sumOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')
const megabytes = (bytes) => `${(bytes / 1_000_000).toFixed(1)} MB`

/** The time that everything in a package bears: of the last commit, so that the same source gives the same bytes. */
function epochOfSource() {
  if (process.env.SOURCE_DATE_EPOCH) return Number(process.env.SOURCE_DATE_EPOCH)
  const told = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' })
  return Number(told.stdout) || Math.floor(statSync(join(root, 'package.json')).mtimeMs / 1000)
}

function build() {
  const stdio = ['ignore', 'ignore', 'inherit']
  const shell = process.platform === 'win32'
  const built = spawnSync('npm', ['run', '-s', 'build'], { cwd: root, stdio, shell })
  if (built.status !== 0) throw new Error('the build failed')
}

async function main() {
  if (system === undefined) throw new Error(`there is no package for ${process.platform}`)
  build()
  const electron = await electronToPack()
  const epoch = epochOfSource()
  rmSync(out, { recursive: true, force: true })
  const { files, fuses, unpacked } = await make(out, electron, epoch)
  const sums = files.map((file) => `${sumOf(file)}  ${basename(file)}`)
  writeFileSync(join(out, 'SHA256SUMS'), `${sums.join('\n')}\n`)
  for (const fuse of fuses) console.log(`fuse, read back: ${fuse}`)
  for (const file of files) console.log(`dist/${basename(file)} ${megabytes(statSync(file).size)}`)
  if (process.platform === 'linux') weigh(unpacked, electron.size)
  if (process.argv.includes('--twice')) await again(files, electron, epoch)
}

/** At most 5 MB of ours come to the bare Electron. */
function weigh(unpacked, bare) {
  const over = unpacked - bare
  console.log(
    `unpacked ${megabytes(unpacked)}, ${megabytes(over)} over the bare Electron of ${megabytes(bare)}`,
  )
  if (over > 5_000_000) throw new Error('the package is more than 5 MB over the bare Electron')
}

/** Builds and packs again, and compares. */
async function again(files, electron, epoch) {
  const second = join(out, 'second')
  build()
  const made = await make(second, electron, epoch)
  const differing = made.files.filter((file, at) => sumOf(file) !== sumOf(files[at]))
  await rm(second, { recursive: true, force: true })
  if (differing.length > 0)
    throw new Error(`a second run gave other bytes: ${differing.map((file) => basename(file)).join(', ')}`)
  console.log('a second run gave the same bytes')
}

main().catch((error) => {
  console.error(`package: ${error.message}`)
  process.exitCode = 1
})
