import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** The files of a data folder. `seal` holds the database's checksums, `lock` keeps a second program out. */
export const fileNames = {
  database: 'leasebar.db',
  wal: 'leasebar.db-wal',
  shm: 'leasebar.db-shm',
  building: 'leasebar.building.db',
  blackBox: 'journal.jsonl',
  goodCopy: 'leasebar.good.db',
  seal: 'leasebar.seal',
  lock: 'leasebar.lock',
} as const

/** Read and write for the owner alone. */
export const ownerOnly = 0o600

/**
 * Makes the data folder (0700) where it is missing and closes an open one to others where that is possible. Throws
 * what the disk says when the folder or a file in it cannot be written: asked here, because SQLite would only say
 * that it cannot open something.
 */
export function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    chmodSync(folder, 0o700)
  } catch {
    // A folder of someone else's, or a file system without modes: whether it can be written is asked below.
  }
  accessSync(folder, constants.W_OK)
  for (const name of [fileNames.lock, fileNames.database, fileNames.blackBox]) {
    if (existsSync(join(folder, name))) accessSync(join(folder, name), constants.R_OK | constants.W_OK)
  }
}

/** Makes an empty file for the owner alone; SQLite gives its -wal and -shm the same mode. */
export function createEmpty(path: string): void {
  closeSync(openSync(path, 'wx', ownerOnly))
}

/** Makes renames and new files in a folder survive a power cut. Not possible, and not needed, on Windows. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Writes all of `bytes` at `position`; a short write of a disk filling up goes on until it fails. */
export function writeAll(fd: number, bytes: Uint8Array, position: number): void {
  let done = 0
  while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, position + done)
}

/** Replaces a small file in one step, synced: after a crash it is the old one or the new one. */
export function replaceFile(folder: string, name: string, text: string): void {
  const temporary = join(folder, `${name}.new`)
  const fd = openSync(temporary, 'w', ownerOnly)
  try {
    writeAll(fd, Buffer.from(text), 0)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  renameSync(temporary, join(folder, name))
  syncFolder(folder)
}

/** A moment as it stands in file names: `20260131T235959Z`. */
export function stamp(now: number): string {
  return new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')
}

/** A name in the folder that nothing has yet, made of a stem and an ending; a repeat gets a number. */
export function freeName(folder: string, stem: string, ending: string): string {
  for (let n = 1; ; n += 1) {
    const name = `${stem}${n === 1 ? '' : `-${n}`}${ending}`
    if (!existsSync(join(folder, name))) return name
  }
}

/** Sets the database with all that belongs to it aside under one name, never deleting anything. Gives the new names. */
export function setDatabaseAside(folder: string, now: number): string[] {
  const target = freeName(folder, `leasebar.damaged-${stamp(now)}`, '.db')
  const moved: string[] = []
  for (const ending of ['', '-wal', '-shm']) {
    const from = join(folder, `${fileNames.database}${ending}`)
    if (!existsSync(from)) continue
    renameSync(from, join(folder, `${target}${ending}`))
    moved.push(`${target}${ending}`)
  }
  rmSync(join(folder, fileNames.seal), { force: true })
  syncFolder(folder)
  return moved
}

/** Removes a database that is being built, with what belongs to it. */
export function removeBuilding(folder: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) {
    rmSync(join(folder, `${fileNames.building}${ending}`), { force: true })
  }
}
