import { type KeyObject, verify } from 'node:crypto'
import { z } from 'zod'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { cleanVendorText } from '../../shared/domain/rules/vendorText.ts'
import type { Release } from '../../shared/domain/updates.ts'
import { safely } from '../../shared/safely.ts'
import { words } from '../../shared/words/words.ts'

/** What is looked for: something newer than this, for this system. */
export interface Target {
  readonly version: string
  readonly kind: PackageKind
  readonly arch: string
}

/** The packages there are. */
export const packageKinds = ['deb', 'tar.gz', 'exe', 'dmg', 'zip'] as const
/** One of the packages there are. */
export type PackageKind = (typeof packageKinds)[number]

/** A release with what it takes to download and check its package. */
export interface FoundRelease {
  readonly shown: Release
  /** Null where there is no package for this system. */
  readonly download: Download | null
}

/** A package to download. */
export interface Download {
  readonly url: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
}

/** The feed's file: the release as text, and the signature of exactly that text. */
const envelopeSchema = z.object({ release: z.string().max(60_000), signature: z.base64().max(200) })

const versionSchema = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)

const signedSchema = z.object({
  product: z.literal('leasebar'),
  version: versionSchema,
  released: z.iso.date(),
  notes: z.string().max(4000),
  files: z
    .array(
      z.object({
        kind: z.enum(packageKinds),
        arch: z.string().max(20),
        // A bare name: it can lead neither to another place of the feed nor out of a folder.
        name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,100}$/),
        size: z.int().positive().max(1_000_000_000),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(50),
})

/**
 * Reads the feed's file. Nothing of it is believed before its signature was verified. Null: there is nothing newer,
 * which an old release that somebody puts there again is not either. An error is for a person.
 */
export function readRelease(
  text: string,
  feed: { readonly url: string; readonly key: KeyObject },
  target: Target,
): Result<FoundRelease | null, string> {
  const said = words().updates
  const envelope = safely(envelopeSchema, json(text))
  if (!envelope.success) return err(said.unreadable)
  const { release, signature } = envelope.data
  if (!verify(null, Buffer.from(release), feed.key, Buffer.from(signature, 'base64'))) return err(said.forged)
  const signed = safely(signedSchema, json(release))
  if (!signed.success) return err(said.unreadable)
  const { version, released, notes, files } = signed.data
  if (!isNewer(version, target.version)) return ok(null)
  const file = files.find(({ kind, arch }) => kind === target.kind && arch === target.arch)
  return ok({
    shown: {
      version,
      released,
      notes: plainLines(notes),
      file: file ? { name: file.name, size: file.size } : null,
    },
    download: file
      ? { url: new URL(file.name, feed.url).href, name: file.name, size: file.size, sha256: file.sha256 }
      : null,
  })
}

/** True when the first version is above the second; both are three numbers. One that is not is newer than nothing. */
export function isNewer(version: string, than: string): boolean {
  if (!versionSchema.safeParse(version).success || !versionSchema.safeParse(than).success) return false
  const [a, b] = [version.split('.').map(Number), than.split('.').map(Number)]
  for (const [at, part] of a.entries()) {
    const other = b[at] ?? 0
    if (part !== other) return part > other
  }
  return false
}

function plainLines(notes: string): string {
  return notes
    .split('\n')
    .map((line) => cleanVendorText(line, 400))
    .join('\n')
    .trim()
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
