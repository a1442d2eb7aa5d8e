/** Saved groups: what cannot be done with one, and the name of a copy. */
export const groupRefusals = {
  gone: 'This group is not there any more.',
  accountGone: 'The account of this group is not there any more.',
  noneLeft: (group: string) =>
    `These are all the orders of “${group}”, and a group keeps at least one. Nothing was removed: edit the group, or delete it.`,
  /** What stands behind a copy’s name; `count`: from 1 on. */
  copy: (count: number) => (count === 1 ? 'copy' : `copy ${count}`),
}
