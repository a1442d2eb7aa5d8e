#!/usr/bin/env node
/**
 * Renders resources/*.svg to the sizes that each system wants. The results are committed, so only whoever changes an
 * icon needs this, and with it `rsvg-convert` (Debian: librsvg2-bin).
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const resources = join(dirname(dirname(fileURLToPath(import.meta.url))), 'resources')
const states = ['normal', 'low', 'attention', 'offline']

function render(svg, size) {
  return execFileSync('rsvg-convert', ['-w', String(size), '-h', String(size), join(resources, svg)])
}

function save(path, bytes) {
  const file = join(resources, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
}

/** A Windows icon holding PNGs of several sizes (at most 256 pixels). */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of images.entries()) {
    const at = 6 + 16 * index
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...images.map(({ png }) => png)])
}

/** A macOS icon holding PNGs; Apple names each size by four letters. */
function icns(images) {
  const blocks = images.map(({ type, png }) => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'latin1')
    head.writeUInt32BE(8 + png.length, 4)
    return Buffer.concat([head, png])
  })
  const body = Buffer.concat(blocks)
  const head = Buffer.alloc(8)
  head.write('icns', 0, 'latin1')
  head.writeUInt32BE(8 + body.length, 4)
  return Buffer.concat([head, body])
}

const sized = (svg, sizes) => sizes.map((size) => ({ size, png: render(svg, size) }))

for (const { size, png } of sized('icon.svg', [16, 24, 32, 48, 64, 128, 256, 512]))
  save(`icons/${size}.png`, png)
save('icon.ico', ico(sized('icon.svg', [16, 24, 32, 48, 64, 128, 256])))
const appleSizes = { icp4: 16, ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 }
save(
  'icon.icns',
  icns(Object.entries(appleSizes).map(([type, size]) => ({ type, png: render('icon.svg', size) }))),
)

for (const state of states) {
  // Linux panels scale one picture to their own height; 48 is sharp at 24 and twice that.
  save(`tray/linux/${state}.png`, render(`tray/${state}.svg`, 48))
  save(`tray/win/${state}.ico`, ico(sized(`tray/${state}.svg`, [16, 20, 24, 32, 40, 48])))
  save(`tray/mac/${state}Template.png`, render(`tray/mac/${state}.svg`, 18))
  save(`tray/mac/${state}Template@2x.png`, render(`tray/mac/${state}.svg`, 36))
}
