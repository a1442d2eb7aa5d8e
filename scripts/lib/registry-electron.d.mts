export const EXPECTED_SUM: string
export class SumError extends Error {}
export function cacheDir(env?: NodeJS.ProcessEnv): string
export function cachedCopy(cache: string): Promise<{ path: string; version: string } | undefined>
export function fetchCopy(cache: string, cwd: string): Promise<{ path: string; version: string }>
export function verifyAndJoin(
  partsDir: string,
  expectedSum: string,
  zipFile: string,
  parts?: readonly string[],
): Promise<void>
export function archiveFolder(cache: string, cwd: string): Promise<string>
