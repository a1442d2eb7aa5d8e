import { expect, test } from 'vitest'
import { acceleratorOf, acceleratorShape } from '../../../../src/shared/domain/rules/shortcut.ts'

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }

test.each([
  [{ key: 'l', code: 'KeyL', ctrlKey: true, altKey: true }, 'Ctrl+Alt+L'],
  [{ key: 'д', code: 'KeyL', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+L'],
  [{ key: '1', code: 'Digit1', altKey: true }, 'Alt+1'],
  [{ key: 'F9', code: 'F9', metaKey: true }, 'Super+F9'],
  [
    { key: 'ArrowUp', code: 'ArrowUp', ctrlKey: true, altKey: true, shiftKey: true, metaKey: true },
    'Ctrl+Alt+Shift+Super+Up',
  ],
  [{ key: ' ', code: 'Space', altKey: true }, 'Alt+Space'],
])('%j is %s', (pressed, accelerator) => {
  expect(acceleratorOf({ ...none, ...pressed })).toBe(accelerator)
  expect(accelerator).toMatch(acceleratorShape)
})

test.each([
  { key: 'l', code: 'KeyL' },
  { key: 'L', code: 'KeyL', shiftKey: true },
  { key: 'Control', code: 'ControlLeft', ctrlKey: true },
  { key: 'Enter', code: 'Enter', ctrlKey: true },
  { key: 'F25', code: 'F25', ctrlKey: true },
])('%j opens nothing', (pressed) => {
  expect(acceleratorOf({ ...none, ...pressed })).toBeNull()
})

test.each(['L', 'Shift+L', 'Ctrl+', 'Ctrl+LL', 'Alt+Ctrl+L', 'Ctrl+Alt+L\n', 'CommandOrControl+L'])(
  '%j is no shortcut',
  (text) => {
    expect(acceleratorShape.test(text)).toBe(false)
  },
)
