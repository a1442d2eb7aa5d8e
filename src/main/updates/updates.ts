import { err, ok, type Result } from '../../shared/domain/result.ts'
import type { UpdateState, UpdatesView } from '../../shared/domain/updates.ts'
import { words } from '../../shared/words/words.ts'
import type { Feed } from './feed.ts'
import type { Download, FoundRelease } from './release.ts'

/** What looking for newer versions needs of the rest. */
export interface UpdatesParts {
  /** Null: this copy was made without one. */
  readonly feed: Feed | null
  /** Reads the feed and believes what is signed; null: nothing newer. */
  readonly read: (feed: Feed, signal: AbortSignal) => Promise<Result<FoundRelease | null, string>>
  /** Downloads a package and checks it; gives its path. */
  readonly download: (
    file: Download,
    received: (bytes: number) => void,
    signal: AbortSignal,
  ) => Promise<Result<string, string>>
  /** The command that installs a package; null: it is opened by hand. */
  readonly command: (path: string) => string | null
  /** Changes when another version is put where this one was started from; null: not known. */
  readonly programMark: () => string | null
  /** Something that pays is on its way: nothing may end the process by itself. */
  readonly isPaying: () => boolean
  /** Quits, and starts again. */
  readonly restart: () => void
  readonly wait: (ms: number) => Promise<void>
  readonly changed: () => void
  readonly log: (line: string) => void
  /** Ms since the epoch. */
  readonly now: () => number
}

/** Ms between two looks at whether what pays has ended. */
const restartLook = 250

/**
 * Looks for newer versions of Leasebar, and never does more than it was asked: a look reads one file, a download puts a
 * checked package into the person's folder, and installing is theirs. It restarts on a press only, and never while a
 * request that pays is on its way.
 */
export function createUpdates(parts: UpdatesParts) {
  const { feed } = parts
  const startedFrom = parts.programMark()
  let state: UpdateState = { kind: 'idle' }
  let found: FoundRelease | null = null
  let ending = new AbortController()

  function set(next: UpdateState): void {
    state = next
    parts.changed()
  }

  /** True when it was read. Words of what went wrong stand in the state. */
  async function look(): Promise<boolean> {
    if (feed === null || isBusy()) return false
    // A package that lies ready stays so, unless something newer has come.
    const before = state
    ending = new AbortController()
    set({ kind: 'checking' })
    const read = await parts.read(feed, ending.signal)
    if (!read.ok) {
      parts.log(`looking for a newer version failed: ${read.error}`)
      set(before.kind === 'ready' ? before : { kind: 'failed', message: read.error, release: null })
      return false
    }
    found = read.value
    const isReady = before.kind === 'ready' && before.release.version === found?.shown.version
    if (isReady) set(before)
    else set(found ? { kind: 'available', release: found.shown } : { kind: 'current', at: parts.now() })
    return true
  }

  function isBusy(): boolean {
    return ['checking', 'downloading', 'installed', 'restarting'].includes(state.kind)
  }

  async function download(): Promise<Result<null, string>> {
    const release = found
    if (isBusy() || release === null) return err(words().updates.nothingFound)
    if (release.download === null) return err(words().updates.noPackage)
    const { shown } = release
    ending = new AbortController()
    const { signal } = ending
    set({ kind: 'downloading', release: shown, received: 0 })
    const got = await parts.download(
      release.download,
      (received) => {
        if (isWorthTelling(received)) set({ kind: 'downloading', release: shown, received })
      },
      signal,
    )
    if (got.ok) set({ kind: 'ready', release: shown, path: got.value, command: parts.command(got.value) })
    else if (signal.aborted) set({ kind: 'available', release: shown })
    else {
      // Without its words: they may name a folder, and with it a person.
      parts.log('downloading a newer version failed')
      set({ kind: 'failed', message: got.error, release: shown })
    }
    return ok(null)
  }

  /** One push a percent, and not one a part. */
  function isWorthTelling(received: number): boolean {
    if (state.kind !== 'downloading') return false
    const size = state.release.file?.size ?? 1
    return Math.floor((received / size) * 100) > Math.floor((state.received / size) * 100)
  }

  async function restart(): Promise<Result<null, string>> {
    if (state.kind !== 'installed') return err(words().updates.nothingInstalled)
    const mine: UpdateState = { kind: 'restarting' }
    set(mine)
    // Another state: it was called off, and perhaps asked for once more, which waits by itself.
    const isMine = (): boolean => state === mine
    while (isMine() && parts.isPaying()) await parts.wait(restartLook)
    if (isMine()) parts.restart()
    return ok(null)
  }

  return {
    view: (): UpdatesView => ({ feed: feed?.host ?? null, state }),
    look,
    download,
    restart,
    /** Ends a download, or the waiting for a restart. */
    cancel(): void {
      if (state.kind === 'downloading') ending.abort()
      else if (state.kind === 'restarting') set({ kind: 'installed' })
    },
    /** Looks whether another version was installed meanwhile. */
    lookAtProgram(): void {
      if (isBusy()) return
      const mark = parts.programMark()
      if (mark !== null && startedFrom !== null && mark !== startedFrom) set({ kind: 'installed' })
    },
    /** The package that lies ready; null: none. */
    readyPath: (): string | null => (state.kind === 'ready' ? state.path : null),
    /** The app closes: what is being read is given up. */
    stop: (): void => ending.abort(),
  }
}
