/**
 * Ends every process that carries `marker` ("NAME=value") in its environment: asked first, and after `patienceMs` made
 * to. Linux only.
 */
export function endMarked(marker: string, patienceMs: number): Promise<void>
