import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { onceFlags } from '../../../src/main/desktop/startFlags.ts'
import { installCommand, packageKindOf, restartArguments } from '../../../src/main/updates/install.ts'
import { programMark } from '../../../src/main/updates/programMark.ts'

it.each([
  ['linux', '/opt/leasebar/leasebar-bin', true, 'deb'],
  ['linux', '/home/me/leasebar-0.1.0-linux-x64/leasebar-bin', true, 'tar.gz'],
  ['linux', '/opt/leasebar/leasebar-bin', false, 'tar.gz'],
  ['win32', 'C:\\Leasebar\\Leasebar.exe', false, 'exe'],
  ['darwin', '/Applications/Leasebar.app/Contents/MacOS/Leasebar', false, 'dmg'],
])('on %s from %s (dpkg lists it: %s): %s', (platform, execPath, isDebListed, kind) => {
  expect(packageKindOf({ platform, execPath, isDebListed })).toBe(kind)
})

it('a Debian package is installed by a command that a shell reads as it is meant', () => {
  expect(installCommand('deb', '/home/me/Downloads/leasebar_0.2.0_amd64.deb')).toBe(
    'sudo apt install /home/me/Downloads/leasebar_0.2.0_amd64.deb',
  )
  expect(installCommand('deb', "/home/o'neil/My $HOME/l (2).deb")).toBe(
    "sudo apt install '/home/o'\\''neil/My $HOME/l (2).deb'",
  )
  expect(installCommand('tar.gz', '/x.tar.gz')).toBeNull()
})

it('a restart does nothing again that the start was to do once', () => {
  const argv = ['.', '--user-data-dir=/x', '--hidden', '--renew-due', '--answer-to=/run/s', '--practice']
  expect(restartArguments(argv, onceFlags)).toEqual(['.', '--user-data-dir=/x', '--practice'])
})

it('a program that another one took the place of has another mark; one that is away has none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leasebar-mark-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'app.asar')
  writeFileSync(file, 'one')
  const mark = programMark(file)
  expect(mark).not.toBeNull()
  expect(programMark(file)).toBe(mark)
  writeFileSync(`${file}.new`, 'two')
  renameSync(`${file}.new`, file)
  expect(programMark(file)).not.toBe(mark)
  rmSync(file)
  expect(programMark(file)).toBeNull()
})
