import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A real file system of a few megabytes that can be filled to the last byte. */
export interface SmallDisk {
  /** A folder on it, as programs started by `program` see it. */
  readonly folder: string
  /** The same folder, as this process sees it. */
  readonly seen: string
  /** A program that runs another one where the file system is mounted. */
  readonly program: (path: string) => string
  /** Takes all the room that is left. */
  readonly fill: () => void
  /** Bytes that are left. */
  readonly room: () => number
  /** Gives it back. */
  readonly free: () => void
  readonly end: () => Promise<void>
}

/**
 * Mounts a tmpfs in namespaces of its own, as any user may whom Chromium's sandbox works for, and reaches into it
 * through `/proc`. Throws where namespaces are forbidden. Linux only.
 */
export async function smallDisk(megabytes: number): Promise<SmallDisk> {
  const at = mkdtempSync(join(tmpdir(), 'leasebar-disk-'))
  const disk = join(at, 'disk')
  const line = `mkdir '${disk}' && mount -t tmpfs -o size=${megabytes}m none '${disk}' && mkdir '${disk}/data' && echo $$ && exec cat`
  // It ends with its standard input, and the file system with it.
  const holder = spawn('unshare', ['--map-root-user', '--mount', 'sh', '-c', line], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [pid] = await Promise.race([
    once(createInterface({ input: holder.stdout }), 'line'),
    once(holder, 'exit').then(() =>
      Promise.reject(new Error('no file system of one’s own can be mounted here')),
    ),
  ])
  const root = `/proc/${pid}/root${disk}`
  const ballast = join(root, 'ballast')
  const enter = ['nsenter', '--target', pid, '--user', '--mount', '--preserve-credentials', `--wd=${at}`]
  // Back to the own user: Chromium refuses its sandbox to root.
  const leave = ['unshare', '--user', `--map-user=${process.getuid?.()}`, `--map-group=${process.getgid?.()}`]
  return {
    folder: join(disk, 'data'),
    seen: join(root, 'data'),
    program: (path) => {
      const script = join(at, 'program')
      writeFileSync(script, `#!/bin/sh\nexec ${[...enter, ...leave].join(' ')} '${path}' "$@"\n`, {
        mode: 0o755,
      })
      return script
    },
    fill: () => {
      for (let size = roomIn(root); size > 0; size = roomIn(root)) {
        writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' })
      }
    },
    room: () => roomIn(root),
    free: () => rmSync(ballast, { force: true }),
    end: async () => {
      const ended = once(holder, 'exit')
      holder.stdin.end()
      await ended
      rmSync(at, { recursive: true, force: true })
    },
  }
}

function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
