import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A picture of the whole screen, panel and notifications included, as a PNG file; makes the folder. */
export async function screenshot(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await run('import', ['-window', 'root', file])
}
