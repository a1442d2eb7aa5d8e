import type { app as english } from '../en/app.ts'
import { pluralRu } from '../plural.ts'

/** The app itself: start, quitting, what a window asks, the system around it. */
export const app: typeof english = {
  fields: 'Некоторые поля нужно исправить.',
  start: {
    cannotOpen: 'Leasebar не может открыть свои данные',
    otherFolder: (folder, used) =>
      `Не удалось открыть папку данных ${folder}, и Leasebar собирался использовать вместо неё ${used}. Запустите его снова.`,
    debugger:
      'Leasebar не запускается с портом отладки: кто до него доберётся, мог бы продлевать и читать введённое.',
    nodeDebug: 'Задана переменная NODE_DEBUG: с ней ключ API был бы напечатан. Запустите Leasebar без неё.',
    restored: 'База данных восстановлена',
    aboutData: 'О ваших данных',
    addressNotTaken: 'Адрес API не принят',
    addressNotUsed: (why) => `LEASEBAR_API_URL не используется. ${why}`,
  },
  quit: {
    renewing: (names, more) => `Продлевается: ${names}${more > 0 ? ` и ещё ${more}` : ''}`,
    aGroup: 'группа',
    leavesUnknown:
      'Если выйти сейчас, исход останется неизвестным: продление всё равно может быть оплачено. Ждать придётся не больше двух минут на каждое.',
    wait: 'Дождаться и выйти',
    now: 'Выйти сейчас',
    cancel: 'Отмена',
    unsaved: (n) =>
      n === 1
        ? 'Один исход ещё не на диске'
        : `${n} ${pluralRu(n, 'исход', 'исхода', 'исходов')} ещё не на диске`,
    forgets:
      'Если выйти сейчас, Leasebar забудет, чем дело кончилось. Освободите место или снова подключите диск, и Leasebar это запишет.',
    stay: 'Остаться',
    forget: 'Выйти и забыть',
  },
  unsaved: {
    title: 'Исход ещё не на диске',
    text: ({ group, detail, problem }) =>
      `${group}: ${detail} ${problem} Leasebar держит исход в памяти и продолжает попытки; не выходите, пока это сообщение не исчезнет.`,
    refused: 'Диск отказался это записать.',
  },
  notRenewed: 'Группа не продлена',
  ourBug: 'В Leasebar произошёл сбой. Что из этого вышло, видно в истории.',
  stillInTray: {
    title: 'Leasebar остался в трее',
    body: 'Там он продолжает следить за балансом и сроками. Выйти можно через меню в трее.',
  },
  offline: 'Этот компьютер не в сети.',
  noneBehind:
    'Ни об одном заказе этого продления не известно, что его срок не сдвинулся. Нажмите «Проверить снова».',
  asked: {
    ourBug: (channel) => `В Leasebar произошёл сбой (${channel}). Что стало с продлением, видно в истории.`,
    forbidden: 'Спрашивать об этом может только окно самого Leasebar.',
    unreadable: (channel) => `Leasebar не смог прочитать этот запрос (${channel}).`,
  },
  edit: { cut: 'Вырезать', copy: 'Копировать', paste: 'Вставить', selectAll: 'Выделить всё' },
  shortcut: {
    notGiven: (keys) => `Система не отдаёт ${keys}: эти клавиши заняты другой программой. Нажмите другие.`,
  },
  login: {
    notChanged: (code, file) => `Не удалось изменить запуск при входе (${code}): ${file}`,
    noCode: 'неизвестная ошибка',
    comment: 'Продлевает арендованные прокси из трея',
  },
}
