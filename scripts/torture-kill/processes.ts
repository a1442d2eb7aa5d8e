import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

interface Process {
  readonly parent: number
  /** One letter, as the kernel has it; `Z`: it has ended, and nobody has asked for its exit code. */
  readonly state: string
}

/** A process and everything it started, however deep, itself first. Linux only. */
export function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const own = Number(name)
    const parent = Number.isInteger(own) ? processOf(own)?.parent : undefined
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), own])
  }
  const family = [pid]
  for (const member of family) family.push(...(children.get(member) ?? []))
  return family
}

/** Sends SIGKILL to every one of them, in order, as fast as the machine can. */
export function killAtOnce(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself.
    }
  }
}

/** Resolves when none of them runs any more. */
export async function allGone(pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await delay(2)
}

function isRunning(pid: number): boolean {
  const found = processOf(pid)
  return found !== undefined && found.state !== 'Z'
}

function processOf(pid: number): Process | undefined {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    return undefined
  }
  // The name stands in brackets and may hold anything, brackets too.
  const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { state, parent: Number(parent) }
}
