import type { KeyState } from '../../shared/domain/account.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'

/** The three calls of keytar that are used, under the service name `Leasebar`. */
export interface KeychainBackend {
  readonly getPassword: (service: string, account: string) => Promise<string | null>
  readonly setPassword: (service: string, account: string, password: string) => Promise<void>
  readonly deletePassword: (service: string, account: string) => Promise<boolean>
}

/** The keychain's service name (DESIGN.md, Names). */
export const keychainService = 'Leasebar'

/** A state other than ok, with its words and its way out. */
export interface KeyProblem {
  readonly state: Exclude<KeyState, 'ok'>
  readonly message: string
}

function problem(state: KeyProblem['state']): { readonly ok: false; readonly error: KeyProblem } {
  return err({ state, message: words().accounts.keychain[state] })
}

const late = Symbol('late')

/** How long closing waits for calls under way, in ms; one that asks the person would take for ever. */
const closePatience = 500

/** What the keychain needs from outside. `load` fails where the native part or libsecret is missing. */
export interface KeychainParts {
  readonly load: () => Promise<KeychainBackend>
  /** Resolves after ms; a deadline for calls that hang while the keychain asks the person. */
  readonly wait: (ms: number) => Promise<void>
  /** Called when an answer came after its deadline, so that the state can be shown anew. */
  readonly onLateAnswer: (accountId: string) => void
  /** Deadline of a call in ms; a healthy keychain answers in 1 to 8. */
  readonly deadline?: number
}

/**
 * The OS keychain behind deadlines, telling five states apart. A null from it is not absence: a locked keychain says
 * null as well, so that absence is believed only when a write goes through.
 */
export function createKeychain(parts: KeychainParts) {
  const deadline = parts.deadline ?? 5000
  /** Accounts of which a call was given up and has not come back: the keychain is asking the person. */
  const hanging = new Set<string>()
  let turns: Promise<unknown> = Promise.resolve()
  /** Calls of the backend that have not come back, given up or not. */
  const running = new Set<Promise<unknown>>()
  let closed = false

  /**
   * One after another, for all accounts: two reads at once must not take each other for a prompt that hangs, nor open
   * two. The lock is the keychain's and not an account's, and each call that hangs blocks one of the few threads on
   * which the disk and the names of hosts are read as well.
   */
  function inTurn<T>(work: () => Promise<Result<T, KeyProblem>>): Promise<Result<T, KeyProblem>> {
    // A prompt that is already open must not be opened a second time; its end is seen by whoever asks next.
    const turn = turns.then(() => (hanging.size > 0 ? problem('waiting') : work()))
    turns = turn
    return turn
  }

  /** Runs a call under the deadline. `call` can ask whether it was given up meanwhile. */
  function within<T>(
    accountId: string,
    call: (givenUp: () => boolean) => Promise<T>,
  ): Promise<T | typeof late> {
    return new Promise((resolve, reject) => {
      let state: 'open' | 'answered' | 'late' = 'open'
      const settle = (tell: () => void): void => {
        running.delete(answer)
        if (state === 'late') {
          hanging.delete(accountId)
          parts.onLateAnswer(accountId)
        } else {
          state = 'answered'
          tell()
        }
      }
      const answer = (async () => {
        if (closed) throw new Error('closed')
        return call(() => state === 'late')
      })()
      running.add(answer)
      answer.then(
        (value) => settle(() => resolve(value)),
        (error: unknown) => settle(() => reject(error)),
      )
      parts.wait(deadline).then(() => {
        if (state !== 'open') return
        state = 'late'
        hanging.add(accountId)
        resolve(late)
      }, reject)
    })
  }

  /** Puts back what was there before a write that was given up; best effort, since the keychain is in trouble then. */
  async function undo(backend: KeychainBackend, accountId: string, before: string | null): Promise<void> {
    try {
      if (before === null) await backend.deletePassword(keychainService, accountId)
      else await backend.setPassword(keychainService, accountId, before)
    } catch {
      // Nothing more can be done about it here.
    }
  }

  /** True when the keychain takes a write now; it leaves nothing behind. */
  async function takesWrites(backend: KeychainBackend, accountId: string): Promise<boolean | typeof late> {
    const probe = 'probe'
    const written = await within(accountId, async () => {
      await backend.setPassword(keychainService, probe, 'x')
      await backend.deletePassword(keychainService, probe)
      return true
    }).catch(() => false)
    return written
  }

  async function read(accountId: string, stored: boolean): Promise<Result<string, KeyProblem>> {
    try {
      const backend = await parts.load()
      const key = await within(accountId, () => backend.getPassword(keychainService, accountId))
      if (key === late) return problem('waiting')
      if (key !== null) return ok(key)
      if (!stored) return problem('absent')
      const writable = await takesWrites(backend, accountId)
      return problem(writable === late ? 'waiting' : writable ? 'absent' : 'locked')
    } catch {
      return problem('unavailable')
    }
  }

  async function write(accountId: string, key: string): Promise<Result<void, KeyProblem>> {
    let backend: KeychainBackend
    let before: string | null
    try {
      backend = await parts.load()
      // A rejected read tells that no keychain answers; a locked one lets reads pass and rejects writes.
      const found = await within(accountId, () => backend.getPassword(keychainService, accountId))
      if (found === late) return problem('waiting')
      before = found
    } catch {
      return problem('unavailable')
    }
    try {
      const written = await within(accountId, async (givenUp) => {
        await backend.setPassword(keychainService, accountId, key)
        if (givenUp()) await undo(backend, accountId, before)
      })
      if (written === late) return problem('waiting')
      const back = await within(accountId, () => backend.getPassword(keychainService, accountId))
      if (back === key) return ok(undefined)
      await within(accountId, () => undo(backend, accountId, before))
      return problem(back === late ? 'waiting' : 'locked')
    } catch {
      return problem('locked')
    }
  }

  async function remove(accountId: string): Promise<Result<void, KeyProblem>> {
    try {
      const backend = await parts.load()
      const gone = await within(accountId, () => backend.deletePassword(keychainService, accountId))
      if (gone === late) return problem('waiting')
      if (gone) return ok(undefined)
      const writable = await takesWrites(backend, accountId)
      return writable === true ? ok(undefined) : problem(writable === late ? 'waiting' : 'locked')
    } catch {
      return problem('unavailable')
    }
  }

  return {
    /** True while a call has not come back. After closing, that is one that asks the person. */
    isAsking: (): boolean => running.size > 0,
    /** Reads an account's key. `stored`: the marker that says one was put there. */
    read: (accountId: string, stored: boolean) => inTurn(() => read(accountId, stored)),
    /**
     * Stores an account's key, and reads it back: some keychains take a write and keep nothing. When it fails the
     * keychain is left as it was, also when the person lets the write through only after its deadline.
     */
    write: (accountId: string, key: string) => inTurn(() => write(accountId, key)),
    /** Takes an account's key out. Ok also when there was none. */
    remove: (accountId: string) => inTurn(() => remove(accountId)),
    /**
     * Lets no call begin any more and waits for those under way, at most half a second: a native call that comes back
     * to a process that is ending aborts it, with a dump of its memory.
     */
    async close(): Promise<void> {
      closed = true
      await Promise.race([Promise.allSettled([...running]), parts.wait(closePatience)])
    },
  }
}

/** The OS keychain, as others call it. */
export type Keychain = ReturnType<typeof createKeychain>
