import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundledFolder } from './bundled.mjs'

const run = promisify(execFile)

/**
 * Native modules and what they need, with the files of each that run on a system; the rest of them stays out.
 * @param {string} target as in `linux-x64`
 */
export const nativeParts = (target) => [
  { name: 'keytar', files: ['package.json', 'LICENSE.md', 'lib', `prebuilds/${target}`] },
  {
    name: '@photostructure/sqlite',
    files: ['package.json', 'LICENSE', 'dist', `prebuilds/${target}`],
  },
  { name: 'node-gyp-build', files: ['package.json', 'LICENSE', 'index.js', 'node-gyp-build.js'] },
]

/** Types, maps and builds for other C libraries do not run. */
const runs = (file) => !/\.(map|[cm]?ts)$|\.musl\.node$/.test(file)

/** What of package.json the app needs when it runs. */
const kept = ['name', 'productName', 'version', 'description', 'license', 'author', 'type', 'main']

/**
 * Lays out what goes into the archive: the build, the icons that are shown, the native modules of this system, the
 * licences and the bill of materials. `into` is emptied.
 * @param {{root: string, into: string, epoch: number, target: string, tray: string}} where `epoch`: seconds, the time that
 * everything bears; `target`: as in `linux-x64`; `tray`: the folder of the tray's icons
 */
export async function layOutContents({ root, into, epoch, target, tray }) {
  const native = nativeParts(target)
  await rm(into, { recursive: true, force: true })
  await mkdir(into, { recursive: true })
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const own = Object.fromEntries(kept.map((key) => [key, manifest[key]]))
  await writeFile(join(into, 'package.json'), `${JSON.stringify(own, null, 2)}\n`)
  for (const part of ['main', 'preload', 'renderer']) {
    await cp(join(root, 'out', part), join(into, 'out', part), { recursive: true })
  }
  await cp(join(root, 'resources', 'tray', tray), join(into, 'resources', 'tray', tray), {
    recursive: true,
    // What the icons are drawn from.
    filter: (file) => !file.endsWith('.svg'),
  })
  await cp(join(root, 'resources', 'icons', '256.png'), join(into, 'resources', 'icons', '256.png'))
  for (const { name, files } of native) {
    for (const file of files) {
      const place = join(into, 'node_modules', name, file)
      await cp(join(root, 'node_modules', name, file), place, { recursive: true, filter: runs })
    }
  }
  const names = await packagesInside(root, native)
  await writeFile(join(into, 'THIRD-PARTY-LICENCES.txt'), await licences(root, names))
  await writeFile(join(into, 'sbom.cdx.json'), await billOfMaterials(root, names, epoch))
}

/** Every npm package that is inside: bundled, or beside the bundle. */
async function packagesInside(root, native) {
  const names = new Set(native.map(({ name }) => name))
  for (const bundle of ['main', 'preload', 'renderer']) {
    const list = await readFile(join(root, bundledFolder, `${bundle}.json`), 'utf8')
    for (const name of JSON.parse(list)) names.add(name)
  }
  return [...names].sort()
}

/** The licence of each, whole. A package without one is not to be shipped: that throws. */
async function licences(root, names) {
  const parts = []
  for (const name of names) {
    const folder = join(root, 'node_modules', name)
    const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    const file = (await readdir(folder)).find((one) => /^(licen[cs]e|copying)/i.test(one))
    if (file === undefined) throw new Error(`${name} has no licence file`)
    const text = (await readFile(join(folder, file), 'utf8')).trim()
    parts.push(`${name} ${version} (${license})\n${'='.repeat(72)}\n${text}\n`)
  }
  return `Leasebar contains the following software. Electron's and Chromium's own licences lie beside this archive.\n\n${parts.join('\n\n')}`
}

/** CycloneDX, of what is inside alone, without what differs from run to run. */
async function billOfMaterials(root, names, epoch) {
  const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application']
  const { stdout } = await run('npm', args, {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  })
  const { serialNumber: _random, ...bill } = JSON.parse(stdout)
  const inside = new Set(names)
  const isInside = ({ name, group }) => inside.has(group ? `${group}/${name}` : name)
  const byAlias = ({ 'bom-ref': ref }) => names.some((name) => ref?.startsWith(`${name}@`))
  bill.components = bill.components.filter((one) => isInside(one) || byAlias(one))
  const refs = new Set([bill.metadata.component['bom-ref'], ...bill.components.map((one) => one['bom-ref'])])
  bill.dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map((one) => ({ ...one, dependsOn: (one.dependsOn ?? []).filter((ref) => refs.has(ref)) }))
  bill.metadata.timestamp = new Date(epoch * 1000).toISOString()
  return `${JSON.stringify(bill, null, 2)}\n`
}
