import { pluralRu } from '../../../shared/words/plural.ts'
import type { app as english } from '../en/app.ts'

/** The window itself: its head, its tabs, its messages, and what it says when something of it is missing. */
export const app: typeof english = {
  loading: 'Загрузка сохранённых данных…',
  noSnapshot: 'Leasebar не может показать ваши группы',
  tryAgain: 'Попробовать снова',
  noAnswer: 'Leasebar не ответил. Выйдите из него через меню в трее и запустите снова.',
  /** What the bridge to the main process says by itself. */
  bridge: {
    'no-such-channel': 'У Leasebar нет такого канала.',
    'no-answer':
      'Leasebar не ответил. Запустите его снова и посмотрите в историю, прежде чем продлевать ещё раз.',
  },
  broken: {
    title: 'Сбой на этом экране',
    text: 'Это ошибка в Leasebar. Начатые продления идут дальше, и всё, что с ними происходит, записывается.',
    reload: 'Загрузить окно заново',
  },
  accountBefore: 'Аккаунт: ',
  accounts: 'Аккаунты',
  practice: 'тренировочный',
  views: { groups: 'Группы', history: 'История', settings: 'Настройки' },
  toSettle: (n) => `нужно выяснить ${n} ${pluralRu(n, 'исход', 'исхода', 'исходов')}`,
  showLess: 'Свернуть',
  showAll: 'Показать полностью',
  dismiss: 'Скрыть',
  dismissNotice: (title) => `Скрыть: ${title}`,
  close: 'Закрыть',
  choices: 'Варианты',
}
