import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('src/renderer/ui/tokens.css', 'utf8')

type Tokens = ReadonlyMap<string, string>
type Side = 'light' | 'dark'

/** The tokens that a block declares. */
function declared(block: string): Tokens {
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

function blockAfter(head: string): string {
  const from = css.indexOf(head)
  expect(from, `${head} is not in the tokens`).toBeGreaterThan(-1)
  return css.slice(from, css.indexOf('}', from))
}

const usual = declared(blockAfter(':root {'))
const high: Tokens = new Map([...usual, ...declared(blockAfter('@media (prefers-contrast: more)'))])

/** A token's colour as three channels, 0 to 255. */
function colour(tokens: Tokens, name: string, side: Side): readonly number[] {
  const value = tokens.get(name)
  if (value === undefined) throw new Error(`there is no ${name}`)
  const other = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  if (other !== undefined) return colour(tokens, other, side)
  const [light, dark] = value.match(/#[0-9a-f]{6}/g) ?? []
  const hex = side === 'light' ? light : (dark ?? light)
  if (hex === undefined) throw new Error(`${name} is no colour: ${value}`)
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}

/** WCAG 2.2, relative luminance. */
function luminance(channels: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = channels.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2, contrast ratio, 1 to 21. */
function contrast(tokens: Tokens, ink: string, ground: string, side: Side): number {
  const [dim = 0, bright = 0] = [ink, ground]
    .map((name) => luminance(colour(tokens, name, side)))
    .sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

const grounds = ['--bg', '--surface', '--surface-raised', '--surface-sunk', '--surface-hover']

/** What is written on what. */
const written: readonly (readonly [ink: string, grounds: readonly string[]])[] = [
  ['--text', [...grounds, '--accent-wash', '--good-wash', '--warn-wash', '--bad-wash']],
  ['--text-soft', [...grounds, '--accent-wash', '--warn-wash', '--bad-wash']],
  ['--text-faint', grounds],
  ['--accent-text', [...grounds, '--accent-wash', '--accent-wash-hover']],
  ['--good', [...grounds, '--good-wash']],
  ['--warn', [...grounds, '--warn-wash']],
  ['--bad', [...grounds, '--bad-wash']],
  ['--on-accent', ['--accent', '--accent-hover', '--bad-solid']],
]

/** What is drawn on what and has to be seen to use it: outlines of controls, the focus. */
const drawn: readonly (readonly [ink: string, grounds: readonly string[]])[] = [
  ['--line-control', ['--bg', '--surface', '--surface-raised']],
  ['--focus', grounds],
  ['--accent', ['--bg', '--surface', '--surface-raised']],
]

const pairs = (list: typeof written) =>
  (['light', 'dark'] as const).flatMap((side) =>
    list.flatMap(([ink, on]) => on.map((ground) => [ink, ground, side] as const)),
  )

describe('contrast of the tokens', () => {
  test.each(pairs(written))('text: %s on %s, %s: AA', (ink, ground, side) => {
    expect(contrast(usual, ink, ground, side)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(pairs(drawn))('controls: %s on %s, %s: 3:1', (ink, ground, side) => {
    expect(contrast(usual, ink, ground, side)).toBeGreaterThanOrEqual(3)
  })

  test.each(pairs(written))('text where more contrast is wanted: %s on %s, %s: AAA', (ink, ground, side) => {
    expect(contrast(high, ink, ground, side)).toBeGreaterThanOrEqual(7)
  })

  test.each(pairs(drawn))(
    'controls where more contrast is wanted: %s on %s, %s: 4.5:1',
    (ink, ground, side) => {
      expect(contrast(high, ink, ground, side)).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('black on white is 21:1', () => {
    const two: Tokens = new Map([
      ['--ink', '#000000'],
      ['--paper', 'light-dark(#ffffff, #ffffff)'],
    ])
    expect(contrast(two, '--ink', '--paper', 'dark')).toBeCloseTo(21)
  })
})
