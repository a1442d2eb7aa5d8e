// C0 and C1 controls, surrogates left alone, bidirectional marks, overrides and isolates, zero-width characters,
// line and paragraph separators: Unicode's "other" categories Cc and Cf, and Zl and Zp.
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu

/**
 * Makes text of the vendor's fit to stand in a menu, a notification or a screen: control and bidirectional
 * characters become a space, runs of blanks collapse, and past `maxLength` characters it ends in an ellipsis.
 */
export function cleanVendorText(text: string, maxLength = 300): string {
  // Bounded before any work: a reply may hold megabytes.
  const plain = text
    .slice(0, maxLength * 4)
    .replace(unsafe, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...plain]
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join('')}…` : plain
}

/** A menu label of untrusted text: cleaned, and with `&` doubled, which menus take for an access key. */
export function menuLabel(text: string, maxLength = 60): string {
  return cleanVendorText(text, maxLength).replaceAll('&', '&&')
}
