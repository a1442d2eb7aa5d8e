import { basename, dirname, join } from 'node:path'

/**
 * The program that starts Leasebar as it runs now: the AppImage around it, the launcher beside a packed one (which
 * forbids core dumps), else the running binary itself.
 */
export function ownProgram(execPath: string, env: Readonly<Record<string, string | undefined>>): string {
  if (env.APPIMAGE) return env.APPIMAGE
  return basename(execPath) === 'leasebar-bin' ? join(dirname(execPath), 'leasebar') : execPath
}
