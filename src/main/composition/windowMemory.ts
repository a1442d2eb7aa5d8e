import { z } from 'zod'
import type { Box } from '../desktop/placement.ts'

const boxSchema = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })

/** Where small documents are kept. */
interface Documents {
  readonly get: (key: string) => string | null
  readonly put: (key: string, json: string) => unknown
}

/** Remembers where the window stood. What cannot be read is forgotten: a place on the screen is not worth a word. */
export function windowMemory(documents: Documents) {
  return {
    bounds(): Box | null {
      try {
        const parsed = boxSchema.safeParse(JSON.parse(documents.get('window-bounds') ?? 'null'))
        return parsed.success ? parsed.data : null
      } catch {
        return null
      }
    },
    keepBounds(bounds: Box): void {
      const { x, y, width, height } = bounds
      documents.put('window-bounds', JSON.stringify({ x, y, width, height }))
    },
  }
}
