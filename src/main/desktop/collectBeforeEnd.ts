import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Has V8 collect what nobody holds any more: menus and notifications of the past. To be called right before the end.
 *
 * At its end Electron frees its own objects. One whose collection V8 has begun by then is freed a second time when V8 gets
 * to it (gin's second weak callback), and the process dies of SIGSEGV: seen on Electron 33.3 in every other quitting of
 * `tests/e2e/watch.test.ts`. Nothing was lost by it, but an end is to be a clean one.
 */
export function collectBeforeEnd(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
}
