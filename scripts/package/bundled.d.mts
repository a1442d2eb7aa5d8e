/** A build plugin that writes down which npm packages went into a bundle. */
export function listsBundled(bundle: string): {
  name: string
  generateBundle(options: object, chunks: object): void
}
