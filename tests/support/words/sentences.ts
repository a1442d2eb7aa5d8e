import { parseSync } from '@swc/core'

/** A text in a source file that a person could read. */
export interface FoundText {
  readonly line: number
  readonly text: string
}

type Node = { readonly type?: unknown } & Readonly<Record<string, unknown>>

/** Attributes of elements whose words a person reads or hears, even where it is one word only. */
const spokenAttributes = new Set([
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'label',
  'hint',
  'aria-description',
])
/** Two words with a blank between them. */
const sentence = /\p{L}{2,}[,:;]? \p{L}/u
const word = /\p{L}{2,}/u
/** Values and names that are the same in every language: outcomes, selectors of the page, the product. */
const noWords = /^(not sent|not renewed|[.#][\w-]+ [\w.#-]+|Leasebar)$/

/**
 * The texts of a TypeScript source that look as if a person read them: what stands between JSX tags, spoken attributes,
 * and every literal of two words or more. Left out is what no person reads: what is thrown, logged, imported, asked of
 * the database, and names of classes.
 */
export function sentencesIn(source: string, tsx: boolean): FoundText[] {
  const tree = parseSync(source, { syntax: 'typescript', tsx })
  const found: FoundText[] = []
  // Positions go on from file to file within one process.
  const begin = tree.span.start
  const take = (node: Node, text: string): void => {
    const at = startOf(node) - begin
    found.push({ line: lineAt(source, at), text: text.trim().replace(/\s+/g, ' ') })
  }
  walk(tree.body, take)
  return found
}

function walk(node: unknown, take: (node: Node, text: string) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, take)
    return
  }
  if (!isNode(node) || isUnread(node)) return
  const text = textOf(node)
  if (text !== null) take(node, text)
  if (node.type === 'JSXAttribute' && attributeName(node) === 'className') return
  for (const [key, part] of Object.entries(node)) if (key !== 'span') walk(part, take)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

function textOf(node: Node): string | null {
  if (node.type === 'JSXText') return matching(node.value, word)
  if (node.type === 'StringLiteral') return matching(node.value, sentence)
  if (node.type === 'TemplateElement') return matching(node.raw, sentence)
  if (node.type !== 'JSXAttribute' || !spokenAttributes.has(attributeName(node))) return null
  const { value } = node
  if (!isNode(value) || value.type !== 'StringLiteral') return null
  const spoken = matching(value.value, word)
  // Of two words and more it is found as a literal.
  return spoken !== null && !sentence.test(spoken) ? spoken : null
}

function matching(value: unknown, shape: RegExp): string | null {
  return typeof value === 'string' && shape.test(value) && !noWords.test(value.trim()) ? value : null
}

function attributeName(node: Node): string {
  return isNode(node.name) && typeof node.name.value === 'string' ? node.name.value : ''
}

/** What no person reads. */
function isUnread(node: Node): boolean {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ThrowStatement':
    case 'TsLiteralType':
    case 'TsTypeAnnotation':
    case 'TsTypeAliasDeclaration':
    case 'TsInterfaceDeclaration':
      return true
    case 'NewExpression':
      return /Error$/.test(calleeOf(node))
    case 'CallExpression':
      return /^(log|info|debug|error|warn|refine|prepare|exec|describe)$/.test(calleeOf(node))
    default:
      return false
  }
}

/** `log` of `log(…)` and of `parts.log(…)`. */
function calleeOf(node: Node): string {
  const { callee } = node
  if (!isNode(callee)) return ''
  if (typeof callee.value === 'string') return callee.value
  return isNode(callee.property) && typeof callee.property.value === 'string' ? callee.property.value : ''
}

function startOf(node: Node): number {
  return isNode(node.span) && typeof node.span.start === 'number' ? node.span.start : 0
}

function lineAt(source: string, at: number): number {
  // Positions count bytes.
  return Buffer.from(source).subarray(0, Math.max(0, at)).toString().split('\n').length
}
