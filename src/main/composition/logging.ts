import { release, version as systemVersion } from 'node:os'
import { join } from 'node:path'
import type { Snapshot } from '../../shared/contract/snapshot.ts'
import { diagnosticsText } from '../logs/diagnostics.ts'
import { createLog, type Log, levelOf } from '../logs/log.ts'
import { createLogFile } from '../logs/logFile.ts'

/** How many lines of the log diagnostics hold. */
const lines = 300

/** The log of this run, and what diagnostics are made of. */
export interface Logging {
  readonly log: Log
  /** The text of `Copy diagnostics`. */
  readonly diagnostics: (snapshot: Snapshot) => string
}

/**
 * Keeps the log in the folder `logs` of the data folder, from `info` on unless `LEASEBAR_LOG` names another level;
 * warnings and errors also go to the terminal.
 */
export function createLogging(dataFolder: string, env: NodeJS.ProcessEnv): Logging {
  const file = createLogFile(join(dataFolder, 'logs'))
  const log = createLog({
    level: levelOf(env.LEASEBAR_LOG),
    now: Date.now,
    write: (line, level) => {
      if (level === 'warning' || level === 'error')
        console.error(`leasebar: ${line.split(' ').slice(2).join(' ')}`)
      file.write(line)
    },
  })
  return {
    log,
    diagnostics: (snapshot) =>
      diagnosticsText({
        snapshot,
        versions: (['electron', 'chrome', 'node'] as const).map(
          (name) => `${name} ${process.versions[name]}`,
        ),
        system: `${process.platform} ${process.arch}, ${release()}, ${systemVersion()}`,
        lines: file.last(lines),
        now: Date.now(),
      }),
  }
}
