import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The tool that makes installers for Windows and macOS, fetched when it is needed: it brings hundreds of packages that
 * nobody else needs.
 */
const builder = 'electron-builder@26.17.0'
/** What each system's people install. */
export const installers = { win32: ['nsis', 'zip'], darwin: ['dmg', 'zip'] }
/** How they are made, as electron-builder reads it. */
export const configFile = join('resources', 'electron-builder.json')

/**
 * Makes the installers of this system from the packed app, as it is: nothing of it is packed anew, so the fuses stay as
 * they were read. NOT TRIED: it can run on Windows and macOS only.
 * @param {{root: string, app: string, out: string}} parts
 * @returns {Promise<string[]>} their files
 */
export async function makeInstallers({ root, app, out }) {
  const made = mkdtempSync(join(tmpdir(), 'leasebar-installers-'))
  const system = process.platform === 'win32' ? '--win' : '--mac'
  const packed = process.platform === 'darwin' ? join(app, 'Leasebar.app') : app
  const args = [
    '--yes',
    builder,
    system,
    ...installers[process.platform],
    `--${process.arch}`,
    '--prepackaged',
    packed,
    '--config',
    join(root, configFile),
    `--config.directories.output=${made}`,
    '--publish',
    'never',
  ]
  const words = process.platform === 'win32' ? args.map((word) => `"${word}"`) : args
  execFileSync('npx', words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  const files = readdirSync(made).filter((name) => /^leasebar-.*\.(exe|dmg|zip)$/.test(name))
  if (files.length !== installers[process.platform].length) throw new Error(`made were: ${files.join(', ')}`)
  // Not renamed: the folder may be on another drive.
  for (const name of files) copyFileSync(join(made, name), join(out, name))
  rmSync(made, { recursive: true, force: true })
  return files.map((name) => join(out, name))
}
