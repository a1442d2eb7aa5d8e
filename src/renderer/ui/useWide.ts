import { useSyncExternalStore } from 'react'

/** From this width on, lists stand beside details (DESIGN.md, Window). */
const query = '(width >= 900px)'

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(query)
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}

/** True in a window of 900 px and wider. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}
