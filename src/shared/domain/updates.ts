import { z } from 'zod'

/** A newer version of Leasebar, as its signed release says. */
export const releaseSchema = z.object({
  version: z.string().max(20),
  /** The day it came out, `YYYY-MM-DD`. */
  released: z.iso.date(),
  /** What is new, in plain lines. */
  notes: z.string().max(4000),
  /** The package for this system; null: there is none. */
  file: z.object({ name: z.string().max(120), size: z.int().positive() }).nullable(),
})
/** A newer version of Leasebar. */
export type Release = z.infer<typeof releaseSchema>

/** How far looking for a newer version has come. */
export const updateStateSchema = z.discriminatedUnion('kind', [
  /** Nothing was looked for yet. */
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('checking') }),
  /** There is none; `at`: when that was read, ms since the epoch. */
  z.object({ kind: z.literal('current'), at: z.number() }),
  z.object({ kind: z.literal('available'), release: releaseSchema }),
  /** `received`: bytes of the package that have come. */
  z.object({ kind: z.literal('downloading'), release: releaseSchema, received: z.int().nonnegative() }),
  /** The package lies at `path`, and is what the release says. `command`: installs it; null: it is opened by hand. */
  z.object({
    kind: z.literal('ready'),
    release: releaseSchema,
    path: z.string().max(4096),
    command: z.string().max(5000).nullable(),
  }),
  /** `release`: null when looking failed, else its download did. */
  z.object({
    kind: z.literal('failed'),
    message: z.string().max(400),
    release: releaseSchema.nullable(),
  }),
  /** Another version lies where this one was started from. */
  z.object({ kind: z.literal('installed') }),
  /** It restarts as soon as nothing that pays is on its way. */
  z.object({ kind: z.literal('restarting') }),
])
/** How far looking for a newer version has come. */
export type UpdateState = z.infer<typeof updateStateSchema>

/** What windows show of newer versions. */
export const updatesViewSchema = z.object({
  /** The host that releases are read from; null: this copy was made without a release feed, and never looks. */
  feed: z.string().max(300).nullable(),
  state: updateStateSchema,
})
/** What windows show of newer versions. */
export type UpdatesView = z.infer<typeof updatesViewSchema>
