/** What is set for installers that can be made on their own systems only; here nothing of it runs. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { nativeParts } from '../../../scripts/package/contents.mjs'
import { configFile, installers } from '../../../scripts/package/installers.mjs'
import { newKeys, releaseText } from '../../../scripts/package/releaseFeed.mjs'

const config = z
  .strictObject({
    appId: z.string(),
    productName: z.string(),
    artifactName: z.string(),
    win: z.strictObject({ icon: z.string() }),
    nsis: z.strictObject({
      oneClick: z.boolean(),
      perMachine: z.literal(false),
      allowElevation: z.literal(false),
      createDesktopShortcut: z.boolean(),
      createStartMenuShortcut: z.literal(true),
      shortcutName: z.literal('Leasebar'),
      deleteAppDataOnUninstall: z.literal(false),
      differentialPackage: z.literal(false),
    }),
    mac: z.strictObject({ icon: z.string(), category: z.string(), identity: z.null() }),
    dmg: z.strictObject({ writeUpdateInfo: z.literal(false) }),
  })
  .parse(JSON.parse(readFileSync(configFile, 'utf8')))

describe('the installers for Windows and macOS', () => {
  it('are the three that were asked for', () => {
    expect(installers).toEqual({ win32: ['nsis', 'zip'], darwin: ['dmg', 'zip'] })
  })

  it('bear the id that the app itself says to its system', () => {
    const startup = readFileSync('src/main/desktop/startup.ts', 'utf8')
    expect(startup).toContain(`appId = '${config.appId}'`)
  })

  it('have an icon with sizes for every place: 16 to 256 on Windows, 16 to 512 or more on macOS', () => {
    expect(icoSizes(readFileSync(config.win.icon))).toEqual(expect.arrayContaining([16, 32, 48, 256]))
    const kinds = icnsKinds(readFileSync(config.mac.icon))
    // ic07: 128, ic08: 256, ic09: 512 pixels (Apple’s icon format).
    expect(kinds).toEqual(expect.arrayContaining(['ic07', 'ic08', 'ic09']))
  })

  it('are called so that a release finds them', () => {
    const named = (platform: string, arch: string, ext: string): string => {
      const values: Readonly<Record<string, string>> = { version: '1.2.3', platform, arch, ext }
      return config.artifactName.replace(/\$\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '?')
    }
    const files = [
      named('win32', 'x64', 'exe'),
      named('darwin', 'arm64', 'dmg'),
      named('darwin', 'x64', 'dmg'),
    ]
    const text = releaseText({
      version: '1.2.3',
      released: '2026-11-27',
      notes: '',
      files: files.map((name) => ({ name, bytes: Buffer.from(name) })),
      privateKey: newKeys().privateKey,
    })
    const release: unknown = JSON.parse(JSON.parse(text).release)
    expect(release).toMatchObject({ files: files.map((name) => ({ name })) })
  })
})

it.each(['linux-x64', 'win32-x64', 'darwin-arm64', 'darwin-x64'])(
  'every native file that a package for %s takes is in its npm package',
  (target) => {
    const files = nativeParts(target).flatMap(({ name, files: own }) =>
      own.map((file) => join('node_modules', name, file)),
    )
    expect(files.filter((file) => !existsSync(file))).toEqual([])
    expect(files.filter((file) => file.includes(`prebuilds/${target}`))).toHaveLength(2)
  },
)

/** The edges of the pictures in a Windows icon; 0 stands for 256. */
function icoSizes(bytes: Buffer): number[] {
  expect(bytes.readUInt32LE(0)).toBe(0x1_0000)
  return Array.from({ length: bytes.readUInt16LE(4) }, (_, at) => bytes.readUInt8(6 + 16 * at) || 256)
}

/** The kinds of picture in a macOS icon, and that they fill the file. */
function icnsKinds(bytes: Buffer): string[] {
  expect(bytes.toString('latin1', 0, 4)).toBe('icns')
  expect(bytes.readUInt32BE(4)).toBe(bytes.length)
  const kinds: string[] = []
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at + 4))
    kinds.push(bytes.toString('latin1', at, at + 4))
  return kinds
}
