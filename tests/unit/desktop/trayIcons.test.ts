/** The tray's four states as each system gets them: told apart by their shape alone, in every size. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TrayIcon } from '../../../src/main/watch/model.ts'
import { type Pixels, readIco, readPng, scaled } from '../../support/pixels.ts'

const states = ['normal', 'low', 'attention', 'offline'] as const satisfies readonly TrayIcon[]
type Pictures = Readonly<Record<(typeof states)[number], Pixels>>

const file = (...path: string[]): Buffer => readFileSync(join('resources', 'tray', ...path))
const each = (read: (state: TrayIcon) => Pixels): Pictures => ({
  normal: read('normal'),
  low: read('low'),
  attention: read('attention'),
  offline: read('offline'),
})

const linux = [16, 22, 24, 32, 48].map(
  (size) =>
    [`Linux at ${size}`, each((state) => scaled(readPng(file('linux', `${state}.png`)), size))] as const,
)
const windowsSizes = [16, 20, 24, 32, 40, 48]
const windows = windowsSizes.map((size, at) => {
  const picture = (state: TrayIcon) => readIco(file('win', `${state}.ico`))[at]
  return [
    `Windows at ${size}`,
    each((state) => picture(state) ?? expect.unreachable('no such size')),
  ] as const
})
const mac = [
  ['macOS', 18],
  ['macOS@2x', 36],
].map(([name, size]) => {
  const suffix = size === 18 ? '' : '@2x'
  return [
    `${name} at ${size}`,
    each((state) => readPng(file('mac', `${state}Template${suffix}.png`))),
  ] as const
})

/** Parts of 255 by which two greys differ that an eye tells apart at a glance. */
const contrast = 60

function pixelsOf({ rgba }: Pixels): { grey: number; alpha: number }[] {
  return Array.from({ length: rgba.length / 4 }, (_, at) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at * 4, at * 4 + 4)
    return { grey: 0.2126 * red + 0.7152 * green + 0.0722 * blue, alpha }
  })
}

/** The grey that most of a picture has: the ground that its sign stands on. */
function ground(picture: Pixels): number {
  const greys = pixelsOf(picture).flatMap(({ grey, alpha }) =>
    alpha > 200 ? [Math.round(grey / 8) * 8] : [],
  )
  const counts = new Map<number, number>()
  for (const grey of greys) counts.set(grey, (counts.get(grey) ?? 0) + 1)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0]
}

/**
 * Its shape with every colour taken away: each pixel is outside, on the ground or part of the sign. A template image is
 * its alpha alone, and all that is in it is sign.
 */
function shape(picture: Pixels, isTemplate: boolean): string[] {
  const base = ground(picture)
  return pixelsOf(picture).map(({ grey, alpha }) => {
    if (alpha < 128) return 'outside'
    return isTemplate || Math.abs(grey - base) >= contrast ? 'sign' : 'ground'
  })
}

const pairs = states.flatMap((one, at) => states.slice(at + 1).map((other) => [one, other] as const))

describe.each([...linux, ...windows, ...mac])('%s', (name, pictures) => {
  const isTemplate = name.startsWith('macOS')

  test('has every state in that size, and each with a sign that stands out', () => {
    const size = Number(/\d+$/.exec(name)?.[0])
    for (const state of states) {
      expect(pictures[state]).toMatchObject({ width: size, height: size })
      const signs = shape(pictures[state], isTemplate).filter((part) => part === 'sign').length
      expect(signs / size ** 2, state).toBeGreaterThan(0.06)
    }
  })

  test.each(pairs)('%s and %s differ in their shape', (one, other) => {
    const shapes = [shape(pictures[one], isTemplate), shape(pictures[other], isTemplate)] as const
    const differ = shapes[0].filter((part, at) => part !== shapes[1][at]).length
    expect(differ / shapes[0].length).toBeGreaterThan(0.12)
  })
})

test.each(mac)('%s is a template: black, and nothing but its alpha', (_name, pictures) => {
  for (const state of states) {
    const { rgba } = pictures[state]
    expect(rgba.every((value, at) => at % 4 === 3 || value === 0)).toBe(true)
  }
})

test('a Windows icon holds the sizes of 100 % to 300 %, and no other', () => {
  for (const state of states) {
    expect(readIco(file('win', `${state}.ico`)).map(({ width }) => width)).toEqual(windowsSizes)
  }
})
