/** How the fuses are set: as docs/SECURITY.md says. That a package has them so is read back from its binary. */
import { readFileSync } from 'node:fs'
import { FuseV1Options } from '@electron/fuses'
import { expect, it } from 'vitest'
import { wanted } from '../../../scripts/package/fuses.mjs'

const security = readFileSync('docs/SECURITY.md', 'utf8')
const rows = [...security.matchAll(/^\| `(\w+)`[^|]*\| (off|on|on for macOS and Windows) \|/gm)].map(
  ([, name = '', stands = '']) => ({
    name,
    isOn: stands === 'on' || (stands !== 'off' && process.platform !== 'linux'),
  }),
)

it('every fuse that is known stands in the document, and no other', () => {
  const known = Object.keys(wanted).map((index) => FuseV1Options[Number(index)])
  expect(rows.map(({ name }) => name).toSorted()).toEqual(known.toSorted())
})

it.each(rows)('$name is set as the document says', ({ name, isOn }) => {
  const index = Object.entries(FuseV1Options).find(([key]) => key === name)?.[1]
  expect(wanted[Number(index)]).toBe(isOn)
})

it('a package is closed to Node, its options, its inspector, and to what lies beside its archive', () => {
  expect(wanted[FuseV1Options.RunAsNode]).toBe(false)
  expect(wanted[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(false)
  expect(wanted[FuseV1Options.EnableNodeCliInspectArguments]).toBe(false)
  expect(wanted[FuseV1Options.OnlyLoadAppFromAsar]).toBe(true)
})
