import { globalShortcut } from 'electron'

/** The keys that open the window from anywhere. */
export interface OpenShortcut {
  /**
   * Takes other keys from now on, or (null) none. False where the system does not give them, because another program has
   * them: then those from before stay.
   */
  readonly set: (accelerator: string | null) => boolean
}

/** Holds the keys that open the window; they are given back when Leasebar ends. */
export function createOpenShortcut(onPressed: () => void): OpenShortcut {
  let held: string | null = null
  return {
    set(accelerator) {
      if (accelerator === held) return true
      if (accelerator !== null && !register(accelerator, onPressed)) return false
      if (held !== null) globalShortcut.unregister(held)
      held = accelerator
      return true
    },
  }
}

function register(accelerator: string, onPressed: () => void): boolean {
  try {
    return globalShortcut.register(accelerator, onPressed)
  } catch {
    // Keys that this system does not know.
    return false
  }
}
