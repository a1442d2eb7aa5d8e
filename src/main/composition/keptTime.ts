import { z } from 'zod'
import type { DocumentsStore } from '../store/documentsStore.ts'

const schema = z.object({ at: z.number() })

/** A moment (ms since the epoch) that is kept over restarts under a key. One that is damaged was never. */
export function keptTime(documents: DocumentsStore, key: string) {
  return {
    get(): number | null {
      const json = documents.get(key)
      if (json === null) return null
      try {
        return schema.parse(JSON.parse(json)).at
      } catch {
        return null
      }
    },
    put: (at: number): void => void documents.put(key, JSON.stringify({ at })),
  }
}
