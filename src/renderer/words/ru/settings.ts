import type { settings as english } from '../en/settings.ts'

/** The words of settings. */
export const settings: typeof english = {
  search: 'Поиск в настройках',
  nothing: (query: string) => `Нет настройки, в которой есть «${query}».`,
  clear: 'Показать все настройки',
  elsewhere: 'Папка данных, сайт поставщика',
  about: 'Версия',
  reset: {
    title: 'Как было сначала',
    reset: 'Сбросить настройки',
    nothing: 'Все настройки приложения такие, как были сначала.',
    kept: 'Аккаунты, ключи, группы, лимиты и история остаются как есть.',
    done: 'Настройки такие, как были сначала',
    undo: 'Отменить',
    undone: 'Настройки возвращены.',
    failed: 'Настройки не сброшены',
    notUndone: 'Вернуть настройки не удалось',
  },
}
