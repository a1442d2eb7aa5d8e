export function nativeParts(
  target: string,
): readonly { readonly name: string; readonly files: readonly string[] }[]
