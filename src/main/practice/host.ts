/** Runs the embedded vendor while a practice account exists, and keeps its books between starts. */
import type { WorldState } from './saved.ts'
import { practiceWorld } from './seed.ts'
import { type PracticeVendor, startVendor } from './server.ts'
import type { VendorWorld } from './world.ts'

/** What the host needs: a new key at each start, and where its books are kept (as JSON). */
export interface PracticeHostParts {
  readonly newKey: () => string
  readonly now: () => number
  readonly load: () => string | null
  readonly save: (books: string) => void
}

/** How the embedded vendor is reached. The key is made at each start and kept nowhere. */
export interface PracticeAccess {
  readonly apiUrl: string
  readonly key: string
}

/** Starts the embedded vendor at first use; it listens on a random loopback port until `stop`. */
export function createPracticeHost(parts: PracticeHostParts) {
  let running: Promise<{ vendor: PracticeVendor; key: string }> | null = null

  async function start(): Promise<{ vendor: PracticeVendor; key: string }> {
    const key = parts.newKey()
    const world = worldFromBooks(parts, key) ?? practiceWorld({ key, now: parts.now })
    const save = (): void => parts.save(JSON.stringify(withoutKeys(world.exportState())))
    const vendor = await startVendor({
      world,
      carriedOut: ({ endpoint }) => {
        if (endpoint.startsWith('extend')) save()
      },
    })
    save()
    return { vendor, key }
  }

  /** Stops listening. The books stay. */
  async function stop(): Promise<void> {
    const stopping = running
    running = null
    if (stopping) await (await stopping).vendor.close()
  }

  return {
    /** Starts it if it does not run. Rejects when no port could be had. */
    async access(): Promise<PracticeAccess> {
      running ??= start().catch((error: unknown) => {
        running = null
        throw error
      })
      const { vendor, key } = await running
      return { apiUrl: vendor.url, key }
    },
    stop,
    /** Stops listening and forgets the books: the next practice account begins anew. */
    async end(): Promise<void> {
      await stop()
      parts.save('')
    },
  }
}

/** The world as it was left, under this start's key; null where there is none, or none that can be read. */
function worldFromBooks(parts: PracticeHostParts, key: string): VendorWorld | null {
  const saved = parts.load()
  if (saved === null || saved === '') return null
  try {
    const books: unknown = JSON.parse(saved)
    const world = practiceWorld({ key, now: parts.now })
    const read = world.importState(underKey(books, key))
    return read.ok && world.keys.includes(key) ? world : null
  } catch {
    return null
  }
}

function withoutKeys(state: WorldState): WorldState {
  return { ...state, accounts: state.accounts.map((account) => ({ ...account, key: '' })) }
}

function underKey(books: unknown, key: string): unknown {
  if (typeof books !== 'object' || books === null || !('accounts' in books)) return books
  const { accounts } = books
  if (!Array.isArray(accounts) || accounts.length === 0) return books
  return { ...books, accounts: [{ ...accounts[0], key }] }
}
