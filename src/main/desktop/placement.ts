/** A rectangle on the screen, in device-independent pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The window's size at first, and the smallest that it can be dragged to. */
export const firstSize = { width: 420, height: 640 } as const
/** The smallest window. */
export const leastSize = { width: 360, height: 480 } as const

/** Pixels between the window and the tray or the edge of the screen. */
const gap = 8

/** True when the desktop told where the tray icon is; Linux tells an empty box. */
export function isPlaced(tray: Box | null): tray is Box {
  return tray !== null && tray.width > 0 && tray.height > 0
}

/**
 * Where a window of `size` stands beside the tray icon: centred over or under it, inside the work area of its screen.
 * A tray at the side of the screen puts the window beside it.
 */
export function besideTray(
  tray: Box,
  workArea: Box,
  size: { readonly width: number; readonly height: number },
): Box {
  const width = Math.min(size.width, workArea.width - 2 * gap)
  const height = Math.min(size.height, workArea.height - 2 * gap)
  const right = workArea.x + workArea.width
  const bottom = workArea.y + workArea.height
  const middle = { x: tray.x + tray.width / 2, y: tray.y + tray.height / 2 }
  let x = Math.round(middle.x - width / 2)
  let y = Math.round(middle.y - height / 2)
  if (middle.y <= workArea.y) y = workArea.y + gap
  else if (middle.y >= bottom) y = bottom - height - gap
  else if (middle.x <= workArea.x) x = workArea.x + gap
  else if (middle.x >= right) x = right - width - gap
  else y = middle.y < workArea.y + workArea.height / 2 ? tray.y + tray.height + gap : tray.y - height - gap
  return {
    x: clamp(x, workArea.x + gap, right - width - gap),
    y: clamp(y, workArea.y + gap, bottom - height - gap),
    width,
    height,
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}

/**
 * Remembered bounds that can still be used: large enough, and with enough of the title bar on one of today's screens
 * to be grabbed. Null when they cannot, as after unplugging a screen.
 */
export function usableBounds(remembered: Box | null, workAreas: readonly Box[]): Box | null {
  if (remembered === null || !Object.values(remembered).every(Number.isFinite)) return null
  const { x, y, width, height } = remembered
  if (width < leastSize.width || height < leastSize.height) return null
  const reachable = workAreas.some((area) => {
    const seen = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
    return seen >= 100 && y >= area.y && y <= area.y + area.height - 40
  })
  return reachable ? { x, y, width, height } : null
}
