import { useEffect, useState } from 'react'
import type { Language } from '../../shared/words/language.ts'
import { useSnapshotState } from '../state/snapshotStore.ts'
import { speakInPage } from '../words/pageWords.ts'

/**
 * The language that the window speaks, as main has it; null until main has answered and the language is loaded. What is
 * drawn in it is to be drawn anew when it changes: texts are asked for while drawing.
 */
export function useSpoken(): Language | null {
  const wanted = useSnapshotState((state) => state.snapshot?.about.language ?? null)
  const [spoken, setSpoken] = useState<Language | null>(null)
  useEffect(() => {
    if (wanted === null) return
    let current = true
    // A catalogue that cannot be loaded must not leave the window empty: it goes on in the language that it has.
    const done = () => current && setSpoken(wanted)
    void speakInPage(wanted).then(done, done)
    return () => {
      current = false
    }
  }, [wanted])
  return spoken
}
