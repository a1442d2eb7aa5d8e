import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'
import { type HttpsWires, Refusal, readHttps } from './https.ts'
import type { Download } from './release.ts'

/** What a download needs besides its package. */
export interface DownloadParts {
  readonly wires: HttpsWires
  /** Where packages are put: the person's folder of downloads. */
  readonly folder: string
  /** Bytes so far; called for every part. */
  readonly received: (bytes: number) => void
  readonly signal: AbortSignal
}

/**
 * Downloads a package and checks it: not a byte more than the release says, and exactly its sum. Under its own name it
 * appears only after that; whatever goes wrong leaves nothing behind. One that lies there already is taken as it is
 * when its sum is right, and left alone when it is not: then the new one gets a number. Gives its path.
 */
export async function download(file: Download, parts: DownloadParts): Promise<Result<string, string>> {
  await mkdir(parts.folder, { recursive: true }).catch(() => {})
  const place = await placeFor(join(parts.folder, file.name), file)
  if (place === null) return err(words().updates.notWritten(join(parts.folder, file.name), 'EEXIST'))
  if (place.isThere) return ok(place.path)
  const part = `${place.path}.part`
  try {
    const got = await fetchInto(part, file, parts)
    if (!got.ok) return got
    await rename(part, place.path)
    return ok(place.path)
  } catch (error) {
    return err(words().updates.notWritten(part, codeOf(error)))
  } finally {
    await rm(part, { force: true }).catch(() => {})
  }
}

async function fetchInto(part: string, file: Download, parts: DownloadParts): Promise<Result<null, string>> {
  const said = words().updates
  const sum = createHash('sha256')
  let size = 0
  const handle = await open(part, 'w', 0o600)
  try {
    const read = await readHttps(
      parts.wires,
      file.url,
      async (chunk) => {
        size += chunk.length
        if (size > file.size) throw new Refusal(said.damaged)
        sum.update(chunk)
        try {
          await handle.writeFile(chunk)
        } catch (error) {
          throw new Refusal(said.notWritten(part, codeOf(error)))
        }
        parts.received(size)
      },
      parts.signal,
    )
    if (!read.ok) return read
    if (size !== file.size || sum.digest('hex') !== file.sha256) return err(said.damaged)
    // Whoever installs it may be another user: root, or the system's installer.
    await handle.chmod(0o644)
    await handle.sync()
    return ok(null)
  } finally {
    await handle.close()
  }
}

/** Where nothing lies, or the package itself; null: every name that it could have is taken. */
async function placeFor(wanted: string, file: Download): Promise<{ path: string; isThere: boolean } | null> {
  const ending = /(\.tar\.gz|\.[^.]+)?$/.exec(wanted)?.[0] ?? ''
  const stem = wanted.slice(0, wanted.length - ending.length)
  for (let number = 1; number < 100; number += 1) {
    const path = number === 1 ? wanted : `${stem} (${number})${ending}`
    const found = await stat(path).catch(() => null)
    if (found === null) return { path, isThere: false }
    if (found.isFile() && found.size === file.size && (await sumOf(path)) === file.sha256) {
      return { path, isThere: true }
    }
  }
  return null
}

async function sumOf(path: string): Promise<string | null> {
  const sum = createHash('sha256')
  try {
    for await (const part of createReadStream(path)) sum.update(part)
    return sum.digest('hex')
  } catch {
    return null
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
