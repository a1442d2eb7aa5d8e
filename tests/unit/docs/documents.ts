import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a newcomer reads, by its path in the project. */
export const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'docs/DESIGN-SYSTEM.md',
  'docs/MONEY.md',
  'docs/PACKAGING.md',
  'docs/PERFORMANCE.md',
  'docs/SECURITY.md',
  'docs/TOUR.md',
  'docs/UPDATES.md',
] as const

/** A document of the project, by its name. */
export function documentText(name: (typeof documents)[number]): string {
  return readFileSync(name, 'utf8')
}

/** Everything that a document marks as code in a line: names, commands, paths. */
export function codeWords(text: string): readonly string[] {
  return unique([...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? ''))
}

/** All that matches a pattern's first group, each once. */
export function found(text: string, pattern: RegExp): readonly string[] {
  return unique([...text.matchAll(pattern)].map((match) => match[1] ?? ''))
}

/** The text of every source file below the folders, joined. */
export function sourceText(...folders: readonly string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    )
    .join('\n')
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}
