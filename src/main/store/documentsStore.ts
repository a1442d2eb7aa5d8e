import type { Result } from '../../shared/domain/result.ts'
import type { DiskProblem } from './diskProblem.ts'
import type { StoreParts } from './records.ts'

/** Whole JSON texts under a key, of parts that parse their own: the practice vendor's state, the window's bounds. */
export interface DocumentsStore {
  readonly get: (key: string) => string | null
  readonly put: (key: string, json: string) => Result<void, DiskProblem>
}

/** Makes the documents' part of the store. */
export function documentsStore({ db, writer }: StoreParts): DocumentsStore {
  return {
    get: (key) => {
      const body = db.get('SELECT body FROM documents WHERE key = ?', key)?.body
      return typeof body === 'string' ? body : null
    },
    put: (key, json) =>
      writer.local(() => db.run('INSERT OR REPLACE INTO documents (key, body) VALUES (?, ?)', key, json)),
  }
}
