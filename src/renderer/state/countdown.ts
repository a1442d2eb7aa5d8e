import { useEffect, useState } from 'react'

const step = 1000

/**
 * Ms left until a time (ms since the epoch), counting down by the second; 0 once it has come, or without one. No timer
 * runs while the window is hidden, or when there is nothing to count.
 */
export function useMsLeft(until: number | null): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (until === null) return
    let timer: ReturnType<typeof setInterval> | undefined
    const tick = () => {
      setNow(Date.now())
      if (Date.now() >= until) clearInterval(timer)
    }
    const look = () => {
      clearInterval(timer)
      if (document.visibilityState === 'visible') timer = setInterval(tick, step)
      tick()
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [until])
  return until === null ? 0 : Math.max(0, until - now)
}
