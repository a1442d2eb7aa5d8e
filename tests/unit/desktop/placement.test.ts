import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { besideTray, firstSize, isPlaced, usableBounds } from '../../../src/main/desktop/placement.ts'

describe('a window beside the tray', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 }
  const bottomBar = { ...screen, height: 1040 }
  const topBar = { ...screen, y: 25, height: 1055 }

  it('stands over a tray at the bottom', () => {
    const tray = { x: 1700, y: 1045, width: 24, height: 30 }
    expect(besideTray(tray, bottomBar, firstSize)).toEqual({ x: 1492, y: 392, width: 420, height: 640 })
  })

  it('stands under a tray at the top, inside the screen', () => {
    const tray = { x: 1880, y: 0, width: 24, height: 25 }
    expect(besideTray(tray, topBar, firstSize)).toEqual({ x: 1492, y: 33, width: 420, height: 640 })
  })

  it('stands beside a tray at the side', () => {
    const tray = { x: 0, y: 900, width: 60, height: 30 }
    const sideBar = { x: 60, y: 0, width: 1860, height: 1080 }
    expect(besideTray(tray, sideBar, firstSize)).toEqual({ x: 68, y: 432, width: 420, height: 640 })
  })

  it('always fits its screen', () => {
    const box = fc.record({
      x: fc.integer({ min: -4000, max: 4000 }),
      y: fc.integer({ min: -3000, max: 3000 }),
      width: fc.integer({ min: 1, max: 200 }),
      height: fc.integer({ min: 1, max: 200 }),
    })
    const area = fc.record({
      x: fc.integer({ min: -4000, max: 4000 }),
      y: fc.integer({ min: -3000, max: 3000 }),
      width: fc.integer({ min: 400, max: 4000 }),
      height: fc.integer({ min: 500, max: 3000 }),
    })
    fc.assert(
      fc.property(box, area, (tray, work) => {
        const placed = besideTray(tray, work, firstSize)
        expect(placed.x).toBeGreaterThanOrEqual(work.x)
        expect(placed.y).toBeGreaterThanOrEqual(work.y)
        expect(placed.x + placed.width).toBeLessThanOrEqual(work.x + work.width)
        expect(placed.y + placed.height).toBeLessThanOrEqual(work.y + work.height)
      }),
    )
  })

  it('is known by a place that has a size', () => {
    expect(isPlaced(null)).toBe(false)
    expect(isPlaced({ x: 0, y: 0, width: 0, height: 0 })).toBe(false)
    expect(isPlaced({ x: 5, y: 5, width: 22, height: 22 })).toBe(true)
  })
})

describe('remembered bounds', () => {
  const screens = [
    { x: 0, y: 0, width: 1280, height: 800 },
    { x: 1280, y: 0, width: 1920, height: 1080 },
  ]

  it.each([
    { x: 100, y: 80, width: 420, height: 640 },
    { x: 2700, y: 400, width: 900, height: 640 },
    { x: -250, y: 0, width: 420, height: 640 },
  ])('are used: %j', (bounds) => {
    expect(usableBounds(bounds, screens)).toEqual(bounds)
  })

  it.each([
    { x: 5000, y: 80, width: 420, height: 640 },
    { x: -400, y: 80, width: 420, height: 640 },
    { x: 100, y: -50, width: 420, height: 640 },
    { x: 100, y: 790, width: 420, height: 640 },
    { x: 100, y: 80, width: 40, height: 640 },
    { x: Number.NaN, y: 80, width: 420, height: 640 },
  ])('are not used: %j', (bounds) => {
    expect(usableBounds(bounds, screens)).toBeNull()
  })

  it('may be missing', () => {
    expect(usableBounds(null, screens)).toBeNull()
  })
})
