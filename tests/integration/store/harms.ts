import { readFileSync, rmSync, writeFileSync } from 'node:fs'

/** What was done to a file; `undone`: nothing changed by it. */
export interface Harm {
  readonly words: string
  readonly changed: boolean
}

type Change = (bytes: Buffer, random: () => number) => { readonly words: string; readonly bytes: Buffer }

/** Ways in which a file is damaged: each at a place and in a form that chance decides. */
const changes: readonly Change[] = [
  (bytes, random) => {
    const at = place(bytes, random)
    const bit = 1 << Math.floor(random() * 8)
    const changed = Buffer.from(bytes)
    if (bytes.length > 0) changed[at] = (bytes[at] ?? 0) ^ bit
    return { words: `a bit of byte ${at}`, bytes: changed }
  },
  (bytes, random) => {
    const at = place(bytes, random)
    const changed = Buffer.from(bytes)
    if (bytes.length > 0) changed[at] = (bytes[at] ?? 0) ^ (1 + Math.floor(random() * 255))
    return { words: `byte ${at}`, bytes: changed }
  },
  (bytes, random) => {
    const at = place(bytes, random)
    const length = 1 + Math.floor(random() * 4096)
    const changed = Buffer.from(bytes)
    for (let n = at; n < Math.min(bytes.length, at + length); n += 1) changed[n] = Math.floor(random() * 256)
    return { words: `noise from ${at}, ${length} long`, bytes: changed }
  },
  (bytes, random) => {
    // Lost sectors read as zeros.
    const size = random() < 0.5 ? 512 : 4096
    const at = Math.floor(place(bytes, random) / size) * size
    const changed = Buffer.from(bytes)
    changed.fill(0, at, Math.min(bytes.length, at + size))
    return { words: `zeros from ${at}, ${size} long`, bytes: changed }
  },
  (bytes) => ({ words: 'zeros all over', bytes: Buffer.alloc(bytes.length) }),
  (bytes, random) => {
    const at = place(bytes, random)
    return { words: `cut at ${at}`, bytes: bytes.subarray(0, at) }
  },
  () => ({ words: 'emptied', bytes: Buffer.alloc(0) }),
  (bytes, random) => {
    const length = 1 + Math.floor(random() * 9000)
    const more = random() < 0.5 ? Buffer.alloc(length) : noise(length, random)
    return { words: `${length} bytes more`, bytes: Buffer.concat([bytes, more]) }
  },
  (bytes, random) => {
    // A block that was written to the wrong place.
    const size = 4096
    const from = Math.floor(place(bytes, random) / size) * size
    const to = Math.floor(place(bytes, random) / size) * size
    const changed = Buffer.from(bytes)
    bytes.copy(changed, to, from, Math.min(bytes.length, from + size))
    return { words: `the block at ${from} also at ${to}`, bytes: changed }
  },
  (bytes, random) => {
    const at = place(bytes, random)
    return { words: `its end from ${at} twice`, bytes: Buffer.concat([bytes, bytes.subarray(at)]) }
  },
]

/** Damages a file, or deletes it. */
export function harm(path: string, random: () => number): Harm {
  const kind = Math.floor(random() * (changes.length + 1))
  const change = changes[kind]
  if (change === undefined) {
    rmSync(path)
    return { words: 'deleted', changed: true }
  }
  const before = readFileSync(path)
  const { words, bytes } = change(before, random)
  writeFileSync(path, bytes)
  return { words, changed: !before.equals(bytes) }
}

function place(bytes: Buffer, random: () => number): number {
  return Math.floor(random() * bytes.length)
}

function noise(length: number, random: () => number): Buffer {
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))
}
