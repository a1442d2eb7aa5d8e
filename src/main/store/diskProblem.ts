import { words } from '../../shared/words/words.ts'

/** Why the disk refused, in words for a person: what happened, where, and the way out. */
export interface DiskProblem {
  readonly message: string
}

type Cause = 'full' | 'forbidden' | 'failing' | 'busy' | 'damaged' | 'gone'

const fileCauses: Readonly<Record<string, Cause>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'forbidden',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EIO: 'failing',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EAGAIN: 'busy',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  EISDIR: 'forbidden',
  EMFILE: 'busy',
  ENFILE: 'busy',
}

// SQLite's primary result codes (sqlite.org/rescode.html).
const sqliteCauses: Readonly<Record<number, Cause>> = {
  3: 'forbidden',
  5: 'busy',
  6: 'busy',
  8: 'forbidden',
  10: 'failing',
  11: 'damaged',
  13: 'full',
  14: 'gone',
  15: 'busy',
  26: 'damaged',
}

function causeOf(error: unknown): Cause | null {
  if (!(error instanceof Error)) return null
  if ('errcode' in error && typeof error.errcode === 'number') {
    // The low byte is the primary code, the rest says more than a person needs.
    return sqliteCauses[error.errcode & 0xff] ?? null
  }
  if ('code' in error && typeof error.code === 'string') return fileCauses[error.code] ?? null
  return null
}

/**
 * Turns a failure of disk or SQLite into words that name the folder and the way out.
 * Null for anything else: that is a bug and has to be thrown on.
 */
export function diskProblemOf(error: unknown, folder: string): DiskProblem | null {
  const cause = causeOf(error)
  return cause === null ? null : { message: words().store.disk[cause](folder) }
}

/** True when a lock, not the disk, was in the way. */
export function isBusy(error: unknown): boolean {
  return causeOf(error) === 'busy'
}

/** True when SQLite says that what it read is no sound database. */
export function isDamage(error: unknown): boolean {
  return causeOf(error) === 'damaged'
}

/** True when SQLite could not make sense of a statement: in a file that is not ours, a table is not there. */
export function isSqlError(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 1
}

/** The disk problem behind `error`; throws `error` itself when it is a bug. */
export function diskProblemOrThrow(error: unknown, folder: string): DiskProblem {
  const problem = diskProblemOf(error, folder)
  if (problem === null) throw error
  return problem
}
