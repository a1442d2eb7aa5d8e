/** What a place in the tray's menu goes by. */
interface Pinned {
  readonly group: { readonly id: string; readonly name: string; readonly createdAt: number }
}

/**
 * Groups in the order of the tray's menu: first those that the person has put in an order, then the others by name. An
 * entry keeps its place whatever ends first: under a pointer that pays, nothing may move by itself.
 * `order`: ids of groups, the first on top; ids of groups that are not there any more are passed over.
 */
export function inTrayOrder<T extends Pinned>(groups: readonly T[], order: readonly string[]): readonly T[] {
  const places = new Map(order.map((id, index) => [id, index]))
  const place = ({ group }: T): number => places.get(group.id) ?? order.length
  return groups.toSorted(
    (a, b) =>
      place(a) - place(b) ||
      a.group.name.localeCompare(b.group.name, 'en') ||
      a.group.createdAt - b.group.createdAt,
  )
}

/** The order with one id moved to a place; places outside the list are its ends. */
export function moved(order: readonly string[], id: string, to: number): readonly string[] {
  const others = order.filter((one) => one !== id)
  return others.toSpliced(Math.min(Math.max(to, 0), others.length), 0, id)
}

/** The stored order after an account's groups were put in a new one: those of other accounts keep theirs. */
export function withOrder(stored: readonly string[], sorted: readonly string[]): string[] {
  const own = new Set(sorted)
  const others = stored.filter((id) => !own.has(id))
  return [...others, ...sorted]
}
