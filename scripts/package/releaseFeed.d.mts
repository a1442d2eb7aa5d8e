export interface ReleaseParts {
  readonly version: string
  readonly released: string
  readonly notes: string
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly privateKey: string
}
export function newKeys(): { privateKey: string; publicKey: string }
export function publicKeyOf(privateKey: string): string
export function releaseText(parts: ReleaseParts): string
export function signedText(release: string, privateKey: string): string
