import { create } from 'zustand'
import type { Snapshot, SnapshotChange } from '../../shared/contract/snapshot.ts'
import { applyAll, applyChange } from './applyChange.ts'
import { call } from './bridge.ts'

/** Main's truth as this window has it. */
export interface SnapshotState {
  /** Null until main has answered. */
  readonly snapshot: Snapshot | null
  /** Why there is none, in words; null while waiting or when there is one. */
  readonly problem: string | null
  /** Pushes that came before the snapshot did. */
  readonly early: readonly SnapshotChange[]
}

/** The snapshot store. */
export const useSnapshotState = create<SnapshotState>(() => ({ snapshot: null, problem: null, early: [] }))

/** Asks main for the snapshot and takes in the pushes that overtook it. */
export async function loadSnapshot(): Promise<void> {
  useSnapshotState.setState({ problem: null })
  const answer = await call('snapshot.get', null)
  if (!answer.ok) {
    useSnapshotState.setState({ problem: answer.error.message })
    return
  }
  useSnapshotState.setState((state) => ({
    snapshot: applyAll(answer.value, state.early),
    problem: null,
    early: [],
  }))
}

/** Takes in a push of main's. */
export function takeChange(change: SnapshotChange): void {
  useSnapshotState.setState((state) =>
    state.snapshot
      ? { snapshot: applyChange(state.snapshot, change) }
      : { early: [...state.early, change].slice(-200) },
  )
}

/** Reads a part of the snapshot; only inside what is drawn once it is there. */
export function useSnapshot<T>(select: (snapshot: Snapshot) => T): T {
  return useSnapshotState((state) => {
    if (!state.snapshot) throw new Error('The snapshot was read before it came.')
    return select(state.snapshot)
  })
}

/** The snapshot now, for actions; null before it came. */
export function currentSnapshot(): Snapshot | null {
  return useSnapshotState.getState().snapshot
}
