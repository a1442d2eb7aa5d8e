/** The page's own background (`--bg` of its tokens), so that the window never flashes before its first paint. */
export function pageBackground(dark: boolean): string {
  return dark ? '#0f1217' : '#f4f5f7'
}
