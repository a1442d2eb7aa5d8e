import { execFile } from 'node:child_process'
import { lstatSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const run = promisify(execFile)

/** What Electron's binary links to or opens, and what the keychain speaks through, by their names on Debian and Ubuntu. */
const depends = [
  'libasound2 | libasound2t64',
  'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libc6 (>= 2.28)',
  'libcups2 | libcups2t64',
  'libgbm1',
  'libgtk-3-0 | libgtk-3-0t64',
  'libnotify4',
  'libnss3',
  'libsecret-1-0',
  'libxkbcommon0',
  'util-linux',
  'xdg-utils',
]

/**
 * Makes a Debian package of the packed app. Everything in it belongs to root and bears one time, so that a second run
 * gives the same bytes.
 * @param {{root: string, app: string, work: string, out: string, version: string, epoch: number}} parts `app`: the
 * folder of the packed app; `work`: is emptied; `epoch`: seconds
 * @returns {Promise<string>} the package's file
 */
export async function makeDeb({ root, app, work, out, version, epoch }) {
  await rm(work, { recursive: true, force: true })
  const at = (...parts) => join(work, ...parts)
  for (const folder of ['DEBIAN', 'opt', 'usr/bin', 'usr/share/applications', 'usr/share/doc/leasebar']) {
    await mkdir(at(folder), { recursive: true })
  }
  await cp(app, at('opt/leasebar'), { recursive: true, verbatimSymlinks: true })
  await symlink('/opt/leasebar/leasebar', at('usr/bin/leasebar'))
  const linux = join(root, 'resources', 'linux')
  await cp(join(linux, 'dev.leasebar.app.desktop'), at('usr/share/applications/dev.leasebar.app.desktop'))
  for (const file of await readdir(join(root, 'resources', 'icons'))) {
    const size = file.replace('.png', '')
    const folder = at(`usr/share/icons/hicolor/${size}x${size}/apps`)
    await mkdir(folder, { recursive: true })
    await cp(join(root, 'resources', 'icons', file), join(folder, 'dev.leasebar.app.png'))
  }
  await documents({ root, app, doc: at('usr/share/doc/leasebar'), version, epoch })
  await cp(join(linux, 'postinst'), at('DEBIAN/postinst'))
  await chmod(at('DEBIAN/postinst'), 0o755)
  await writeFile(at('DEBIAN/control'), control(version, await sizeOf(work)))
  await settle(work, epoch)
  const file = join(out, `leasebar_${version}_amd64.deb`)
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(epoch) }
  await run('dpkg-deb', ['--build', '--root-owner-group', '-Zxz', '-z6', work, file], { env })
  return file
}

function control(version, kibibytes) {
  return `${[
    'Package: leasebar',
    `Version: ${version}`,
    'Architecture: amd64',
    'Maintainer: The Leasebar developers <leasebar@localhost>',
    `Installed-Size: ${kibibytes}`,
    `Depends: ${depends.join(', ')}`,
    'Recommends: gnome-keyring | kwalletmanager | keepassxc',
    'Section: utils',
    'Priority: optional',
    'Description: renew rented proxies from the tray',
    ' Saved groups of orders, one click to renew a group, and a word in time when the',
    ' balance runs low or a group is about to end. Never paid twice.',
  ].join('\n')}\n`
}

/** The copyright file and a changelog, where Debian looks for them. */
async function documents({ root, app, doc, version, epoch }) {
  const own = await readFile(join(root, 'LICENSE'), 'utf8')
  const electron = await readFile(join(app, 'LICENSE'), 'utf8')
  const text = `Leasebar\n\n${own}\nElectron\n\n${electron}\nWhat else is inside: /opt/leasebar/THIRD-PARTY-LICENCES.txt and\n/opt/leasebar/LICENSES.chromium.html\n`
  await writeFile(join(doc, 'copyright'), text)
  const when = new Date(epoch * 1000).toUTCString().replace('GMT', '+0000')
  const changes = `leasebar (${version}) stable; urgency=medium\n\n  * See the project's history.\n\n -- The Leasebar developers <leasebar@localhost>  ${when}\n`
  await writeFile(join(doc, 'changelog.gz'), await promisify(gzip)(changes, { level: 9 }))
}

async function sizeOf(folder) {
  const { stdout } = await run('du', ['-sk', '--apparent-size', folder])
  return Number(stdout.split('\t')[0])
}

/** Gives everything below a folder plain rights and one time. */
export async function settle(folder, epoch) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await settle(path, epoch)
    else if (entry.isFile()) {
      await chmod(path, (lstatSync(path).mode & 0o100) === 0 ? 0o644 : 0o755)
      await utimes(path, epoch, epoch)
    }
  }
  await chmod(folder, 0o755)
  await utimes(folder, epoch, epoch)
}

/**
 * A portable archive of the same folder: unpack it anywhere and start `leasebar` in it.
 * @param {{app: string, out: string, version: string, epoch: number, work: string}} parts
 * @returns {Promise<string>} the archive's file
 */
export async function makeTarball({ app, out, version, epoch, work }) {
  const name = `leasebar-${version}-linux-x64`
  await rm(work, { recursive: true, force: true })
  await mkdir(work, { recursive: true })
  const folder = join(work, name)
  await rename(app, folder)
  const tar = join(work, `${name}.tar`)
  const how = [
    '--sort=name',
    `--mtime=@${epoch}`,
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--format=gnu',
  ]
  await run('tar', [...how, '-cf', tar, '-C', work, name])
  await rename(folder, app)
  await run('gzip', ['-n', '-9', tar])
  const file = join(out, `${name}.tar.gz`)
  // Not renamed: the folder may be on another file system.
  await cp(`${tar}.gz`, file)
  return file
}
