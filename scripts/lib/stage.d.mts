export function isReadableFor(uid: number, files: readonly string[]): Promise<boolean>
export function stageForUser(what: {
  root: string
  into: string
  uid: number
  electron: string
}): Promise<{ dir: string; electron: string }>
