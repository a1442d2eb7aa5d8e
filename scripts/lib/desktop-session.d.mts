/** What of a desktop there shall be. */
export interface SessionOptions {
  /** Run every part as this user; undefined: as the caller. */
  readonly uid?: number | undefined
  /** "1280x800" */
  readonly screen: string
  /** Without a bus there is no keychain, no notification daemon and no tray either. */
  readonly bus: boolean
  readonly keychain: 'unlocked' | 'locked' | 'none'
  /** Whether a locked keychain can ask for its password on the screen. */
  readonly prompter: boolean
  readonly notifications: boolean
  readonly tray: boolean
}

export interface Session {
  readonly id: string
  /** The desktop's folder, 0700, removed by stop(). */
  readonly dir: string
  /** The whole environment of a process in this desktop. */
  readonly env: Record<string, string>
  /** Goes before a command that shall run as the desktop's user. */
  readonly prefix: readonly string[]
  stop(): Promise<void>
}

export const KEYCHAIN_PASSWORD: string
export function startSession(options: SessionOptions): Promise<Session>
