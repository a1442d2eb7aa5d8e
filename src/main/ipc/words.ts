import type { z } from 'zod'

/** The longest message that crosses, in characters; the contract's own bound is 1000. */
const maxMessage = 1000

// Everything of an address after its origin: the API key is a path segment (API.md, Transport).
const addressTail = /\b(https?:\/\/[^\s/?#"'<>]+)[/?#][^\s"'<>]+/gi

/**
 * Makes an error's message fit to cross: one line, so no stack; addresses cut after the host, so no key; bounded.
 * Errors are redacted where they are born; this is the last door.
 */
export function boundedMessage(message: string): string {
  const firstLine = message.split(/\r?\n\s+at /, 1)[0] ?? ''
  const plain = firstLine.replace(addressTail, '$1/…').trim()
  return plain.length > maxMessage ? `${plain.slice(0, maxMessage - 1)}…` : plain
}

/** Where and how a value broke its schema, without the value: `path: code`, at most five. */
export function schemaIssues(error: { readonly issues: readonly z.core.$ZodIssue[] }): string {
  const shown = error.issues.slice(0, 5).map((issue) => `${issue.path.map(String).join('.')}: ${issue.code}`)
  return shown.join(', ').slice(0, 400)
}

/** The kind of an exception and where it was thrown, for the log. Its message may hold anything, so it is left out. */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frame = /^\s*at .*$/m.exec(error.stack ?? '')?.[0].trim() ?? ''
  return `${error.name} ${frame}`.trim().slice(0, 300)
}
