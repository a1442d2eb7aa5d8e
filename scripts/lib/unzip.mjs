import { chmod, mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)
const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50

/**
 * Unpacks a zip with nothing but Node: a bare machine has no `unzip`, and the extractor that comes with the
 * `electron` package is a native module for newer Nodes. Knows stored and deflated files, no zip64, no
 * symbolic links; throws on anything else, on a truncated file and on a path that leaves `dir`.
 * Everything unpacked is readable by every user of the machine.
 * @param {string} zipFile
 * @param {string} dir an empty folder
 * @returns {Promise<void>}
 */
export async function unzip(zipFile, dir) {
  const file = await open(zipFile)
  try {
    for (const entry of await readDirectory(file)) {
      const target = join(dir, normalize(entry.name))
      if (!target.startsWith(dir + sep))
        throw new Error(`the archive names a file outside of it: ${entry.name}`)
      if (entry.name.endsWith('/')) {
        await mkdir(target, { recursive: true })
        continue
      }
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, await readEntry(file, entry))
      await chmod(target, (entry.mode & 0o755) | 0o644)
    }
  } finally {
    await file.close()
  }
}

/** Lists what the archive holds, from the directory at its end. */
async function readDirectory(file) {
  const { size } = await file.stat()
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1
  if (end < 0) throw new Error('not a zip archive, or a truncated one')
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries = []
  let at = 0
  for (let left = tail.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('the archive has a damaged directory')
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function readEntry(file, entry) {
  if ((entry.mode & 0o170000) === 0o120000) throw new Error(`the archive holds a link: ${entry.name}`)
  const header = await readAt(file, entry.offset, 30)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = await readAt(file, start, entry.packed)
  if (entry.method !== 0 && entry.method !== 8) throw new Error(`unknown compression of ${entry.name}`)
  const content = entry.method === 8 ? await inflate(packed) : packed
  if (content.length !== entry.size) throw new Error(`${entry.name} is damaged in the archive`)
  return content
}

async function readAt(file, position, length) {
  const buffer = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await file.read(buffer, done, length - done, position + done)
    if (bytesRead === 0) throw new Error('the archive is truncated')
    done += bytesRead
  }
  return buffer
}
