import type { keys as english } from '../en/keys.ts'

/** The keyboard: what each key does. */
export const keys: typeof english = {
  title: 'Клавиатура',
  open: 'Все клавиши',
  table: 'Клавиши',
  key: 'Клавиша',
  does: 'Что она делает',
  move: 'К следующей или предыдущей группе',
  ends: 'К первой или последней группе',
  renew: 'Продлевает группу в фокусе; платит так же, как щелчок',
  search: 'Поиск',
  fresh: 'Новая группа',
  escape: 'Закрывает окно, очищает поиск',
  all: 'Этот список',
  or: 'или',
}
