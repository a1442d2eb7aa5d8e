import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { KEYCHAIN_PASSWORD } from '../../../scripts/lib/desktop-session.mjs'
import { callBus } from './bus.ts'

const run = promisify(execFile)
const State = z.enum(['unavailable', 'no collection', 'locked', 'unlocked'])

/** What the desktop's keychain is in. */
export type KeychainState = z.infer<typeof State>

/** An entry of the OS keychain; no `secret` when the keychain is locked. */
export interface KeychainItem {
  readonly account: string
  readonly secret: string | undefined
}

/** What the OS keychain holds for a service, as `secret-tool` shows it. Throws without a keychain. */
export async function keychainItems(service = 'Leasebar'): Promise<KeychainItem[]> {
  // Attributes go to stderr, the rest to stdout: line-buffered into one pipe they stay in their order.
  const search = 'exec stdbuf -oL secret-tool search --all service "$1" 2>&1'
  const { stdout } = await run('/bin/sh', ['-c', search, 'sh', service])
  return stdout
    .split(/^\[.*\]$/m)
    .slice(1)
    .map((block) => ({ account: field(block, 'attribute.account') ?? '', secret: field(block, 'secret') }))
}

/** Whether the keychain is there, and locked. */
export function keychainState(): Promise<KeychainState> {
  return callBus('keychain_state', {}, State)
}

/** Locks the keychain, as the system does after a while or at logging out. */
export function lockKeychain(): Promise<KeychainState> {
  return callBus('keychain_lock', {}, State)
}

/** Unlocks the keychain, as a person does who types its password. */
export function unlockKeychain(): Promise<KeychainState> {
  return callBus('keychain_unlock', { password: KEYCHAIN_PASSWORD }, State)
}

function field(block: string, name: string): string | undefined {
  const start = `${name} = `
  return block
    .split('\n')
    .find((line) => line.startsWith(start))
    ?.slice(start.length)
}
