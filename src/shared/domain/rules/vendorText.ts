// C0 and C1 controls, halves of surrogate pairs, bidirectional marks, overrides and isolates, zero-width characters,
// line and paragraph separators: Unicode's "other" categories Cc, Cf and Cs, and Zl and Zp.
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu

/**
 * Makes text of the vendor's fit to stand in a menu, a notification or a screen: control and bidirectional
 * characters become a space, runs of blanks collapse (a lone no-break space stays: `0,18 $` is not torn apart), and past
 * `maxLength` it ends in an ellipsis. Lengths are `String.length`, as the schemas of the contract and of the journal
 * count, and no character is cut in half.
 */
export function cleanVendorText(text: string, maxLength = 300): string {
  // Bounded before any work: a reply may hold megabytes.
  const plain = text
    .slice(0, maxLength * 4)
    .replace(unsafe, ' ')
    .replace(/\s+/g, (blanks) => (blanks === '\u00a0' || blanks === '\u202f' ? blanks : ' '))
    .trim()
  return plain.length > maxLength
    ? `${plain.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : plain
}

/** A menu label of untrusted text: cleaned, and with `&` doubled, which menus take for an access key. */
export function menuLabel(text: string, maxLength = 60): string {
  return cleanVendorText(text, maxLength).replaceAll('&', '&&')
}
