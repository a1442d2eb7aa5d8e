import type { groupRefusals as english } from '../en/groupRefusals.ts'

/** Saved groups: what cannot be done with one, and the name of a copy. */
export const groupRefusals: typeof english = {
  gone: 'Этой группы больше нет.',
  accountGone: 'Аккаунта этой группы больше нет.',
  noneLeft: (group) =>
    `Это все заказы группы «${group}», а в группе остаётся хотя бы один. Ничего не убрано: измените группу или удалите её.`,
  copy: (count) => (count === 1 ? '(копия)' : `(копия ${count})`),
}
