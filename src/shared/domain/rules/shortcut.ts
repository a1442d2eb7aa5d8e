/** What of a key press a shortcut goes by. */
export interface PressedKeys {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

/** Keys that may end a shortcut, as Electron's accelerators name them, by the key's place on the keyboard. */
function endOf(code: string): string | null {
  const plain = /^(?:Key([A-Z])|Digit(\d)|(F(?:[1-9]|1\d|2[0-4])))$/.exec(code)
  if (plain) return plain[1] ?? plain[2] ?? plain[3] ?? null
  const named: Readonly<Record<string, string>> = {
    Space: 'Space',
    Home: 'Home',
    End: 'End',
    PageUp: 'PageUp',
    PageDown: 'PageDown',
    ArrowUp: 'Up',
    ArrowDown: 'Down',
    ArrowLeft: 'Left',
    ArrowRight: 'Right',
  }
  return named[code] ?? null
}

/**
 * The accelerator of a key press, such as `Ctrl+Alt+L`; null while it is none: it takes Ctrl, Alt or the system's own
 * key, because what is typed elsewhere must not open a window. By place, so that it is the same in every layout.
 */
export function acceleratorOf({ code, ctrlKey, altKey, shiftKey, metaKey }: PressedKeys): string | null {
  const end = endOf(code)
  if (end === null || !(ctrlKey || altKey || metaKey)) return null
  const held = [
    ...(ctrlKey ? ['Ctrl'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey ? ['Shift'] : []),
    ...(metaKey ? ['Super'] : []),
  ]
  return [...held, end].join('+')
}

/** The shape of what `acceleratorOf` gives. */
export const acceleratorShape =
  /^(?=.*(?:Ctrl|Alt|Super)\+)(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(?:Super\+)?(?:[A-Z]|\d|F(?:[1-9]|1\d|2[0-4])|Space|Home|End|PageUp|PageDown|Up|Down|Left|Right)$/
