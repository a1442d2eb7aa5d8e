import { useEffect, useState } from 'react'

const step = 20_000

/** The time in ms since the epoch, moving on by itself so that ages and countdowns stay true. Asks nobody. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tick = () => setNow(Date.now())
    const timer = setInterval(tick, step)
    // A hidden window's timers are slowed; coming back must not show an old age for long.
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return now
}
