import { closeSync, existsSync, fsyncSync, openSync, read, readSync, renameSync, rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'
import type { Checkpoints } from './checkpoints.ts'
import { crcOf } from './checksum.ts'
import { type DiskProblem, diskProblemOrThrow } from './diskProblem.ts'
import { fileNames, ownerOnly, syncFolder, writeAll } from './files.ts'
import { readMeta, writeMeta } from './meta.ts'
import type { StoreParts } from './records.ts'
import { chunkSize, type Seal } from './seal.ts'

/** A copy younger than this (ms) is good enough. */
const copyAge = 24 * 3_600_000
const copiedAt = 'good_copy_at'
const readAsync = promisify(read)

/** What making the last good copy works on. */
export interface GoodCopyParts extends StoreParts {
  readonly checkpoints: Checkpoints
  readonly folder: string
  readonly now: () => number
  /** True once the store is being closed: the copy is given up. */
  readonly closing: () => boolean
}

/**
 * Makes the last good copy, at most once a day. The log is moved into the database first, and while the copy runs
 * the database file stays as it is; every chunk is compared with the seal on its way, so that only what was written
 * can become the good copy. Fails with words; the copy from before then stays.
 */
export async function keepGoodCopy(parts: GoodCopyParts): Promise<Result<void, DiskProblem>> {
  const { db, writer, checkpoints, folder, now } = parts
  const path = join(folder, fileNames.goodCopy)
  const age = now() - Number(readMeta(db, copiedAt) ?? Number.NaN)
  if (existsSync(path) && age >= 0 && age < copyAge) return ok(undefined)
  const sealed = checkpoints.now()
  const seal = checkpoints.seal
  const release = sealed && seal ? checkpoints.hold() : null
  if (!release || !seal) {
    return err({
      message: words().store.copyNotMade(folder),
    })
  }
  const temporary = `${path}.new`
  try {
    if (!(await copySealed(checkpoints.fd, seal, temporary, parts.closing))) {
      return err({
        message: words().store.copyNotRight(folder),
      })
    }
    renameSync(temporary, path)
    syncFolder(folder)
    return writer.local(() => writeMeta(db, copiedAt, String(now())))
  } catch (error) {
    return err(diskProblemOrThrow(error, folder))
  } finally {
    removeIfThere(temporary)
    release()
  }
}

async function copySealed(fd: number, seal: Seal, to: string, stopped: () => boolean): Promise<boolean> {
  const target: FileHandle = await open(to, 'w', ownerOnly)
  try {
    const buffer = Buffer.allocUnsafe(chunkSize)
    for (const [chunk, crc] of seal.crcs.entries()) {
      const { bytesRead } = await readAsync(fd, buffer, 0, chunkSize, chunk * chunkSize)
      const data = buffer.subarray(0, bytesRead)
      if (stopped() || crcOf(data) !== crc) return false
      await target.writeFile(data)
    }
    await target.sync()
    return !stopped()
  } finally {
    await target.close()
  }
}

/**
 * Copies the database before a migration, as `leasebar.before-v<N>.db` with the version it is going to. It must be
 * checkpointed. Throws what the disk says; then nothing is migrated.
 */
export function copyBeforeMigration(checkpoints: Checkpoints, folder: string, version: number): string {
  const name = `leasebar.before-v${version}.db`
  const temporary = join(folder, `${name}.new`)
  const target = openSync(temporary, 'w', ownerOnly)
  try {
    const buffer = Buffer.allocUnsafe(chunkSize)
    for (let at = 0; ; ) {
      const length = readSync(checkpoints.fd, buffer, 0, chunkSize, at)
      if (length === 0) break
      writeAll(target, buffer.subarray(0, length), at)
      at += length
    }
    fsyncSync(target)
  } finally {
    closeSync(target)
  }
  renameSync(temporary, join(folder, name))
  syncFolder(folder)
  return name
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // On a disk that has just failed; the next copy overwrites it.
  }
}
