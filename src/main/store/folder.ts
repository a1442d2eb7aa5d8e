import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type DiskProblem, diskProblemOrThrow } from './diskProblem.ts'
import { createEmpty, freeName, prepareFolder } from './files.ts'

/**
 * Why no file can be made in the data folder, in words; null when one can. A folder of one's own that is closed is
 * opened. Electron cannot take its lock in such a folder, and says no more about it than about a second start.
 */
export function folderProblem(folder: string): DiskProblem | null {
  try {
    prepareFolder(folder)
    const trial = join(folder, freeName(folder, 'leasebar.trial', ''))
    createEmpty(trial)
    rmSync(trial)
    return null
  } catch (error) {
    return diskProblemOrThrow(error, folder)
  }
}
