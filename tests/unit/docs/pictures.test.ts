import { expect, test } from 'vitest'
import { documentText, found } from './documents.ts'

test.each(['docs/TOUR.md', 'docs/DESIGN-SYSTEM.md'] as const)(
  '%s shows the app as the tests have it',
  (name) => {
    expect(found(documentText(name), /\(\.\.\/tests\/e2e\/screens\/([\w-]+\.png)\)/g).length).toBeGreaterThan(
      4,
    )
  },
)
