import { formatNumber } from '../../../shared/words/intl.ts'
import { pluralRu } from '../../../shared/words/plural.ts'
import type { groupRows as english } from '../en/groupRows.ts'
import { counted } from './counted.ts'

/** What was asked and what it cost: nothing. */
function cost(asked: number): string {
  return asked === 0 ? 'Ничего не оплачено.' : `Запрошено цен: ${formatNumber(asked)}; ничего не оплачено.`
}

/** What stands in the list of groups: the rows, what keeps an account from working, the search for bad orders. */
export const groupRows: typeof english = {
  size: (orders, addresses) =>
    addresses === null
      ? counted.orders(orders)
      : `${counted.orders(orders)} · ${counted.addresses(addresses)}`,
  pinned: 'Показана в трее',
  pinnedShort: 'в трее',
  endUnknown: 'срок неизвестен',
  endUnread: 'срок ещё не прочитан',
  renew: 'Продлить',
  renewNamed: (name) => `Продлить ${name}`,
  more: 'Ещё',
  moreNamed: (name) => `Ещё для ${name}`,
  select: (name) => `Выбрать ${name}`,
  toCheck: (n) => `проверить ${formatNumber(n)} ID`,
  progress: 'Ход',
  paying: 'Идёт оплата. Это может занять до двух минут…',
  quoting: 'Узнаём цену…',
  noRenewals: 'Продлений ещё не было',
  lastPrice: (sum) => ` · последняя цена ${sum}`,
  underWay: 'Идёт',
  left: (sum) => `осталось ${sum}`,
  nowEnds: (date) => `теперь до ${date}`,
  settle: 'Выяснить',
  menu: {
    title: (name) => `Действия для ${name}`,
    edit: 'Изменить',
    details: 'Показать подробно',
    autoExtend: 'Автопродление…',
    checkPrice: 'Узнать цену',
    duplicate: 'Создать копию',
    select: 'Выбрать',
    unselect: 'Снять выбор',
    remove: 'Удалить',
  },
  selection: {
    title: 'Выбранные группы',
    selected: (n, hidden) =>
      `${pluralRu(n, 'Выбрана', 'Выбраны', 'Выбрано')} ${counted.groups(n)}${hidden === 0 ? '' : `, из них не ${pluralRu(hidden, 'показана', 'показаны', 'показано')} ${formatNumber(hidden)}`}`,
    renew: (n) => `Продлить ${formatNumber(n)}…`,
    all: (n) => `Выбрать все ${formatNumber(n)}`,
    clear: 'Снять выбор',
  },
  trouble: {
    refused: {
      title: 'Поставщик не знает этот ключ',
      text: 'Возможно, он заменён у поставщика. Пока не введён верный, ничего нельзя прочитать и продлить.',
    },
    absent: {
      title: 'Ключа API этого аккаунта нет в связке ключей',
      text: 'Его убрали или он был только на один сеанс. Пока он не введён снова, ничего нельзя прочитать и продлить.',
    },
    locked: {
      title: 'Связка ключей заперта',
      text: 'Ключ API в ней. Отоприте её, чтобы продолжить.',
    },
    unavailable: {
      title: 'Связка ключей не отвечает',
      text: 'Ключ API не прочитать. Запустите связку ключей системы и попробуйте снова или введите ключ только на этот сеанс.',
    },
    waiting: {
      title: 'Связка ключей спрашивает вас',
      text: 'Её вопрос может быть за другим окном. Ответьте, чтобы продолжить.',
    },
    enterKey: 'Ввести ключ снова',
    tryAgain: 'Попробовать снова',
    age: (ago) => ` Показанное прочитано ${ago}.`,
    waits: 'Ждём поставщика',
    nextTry: (until) => `Поставщик просит подождать. Следующая попытка ${until}, сама собой.`,
    offline: 'Поставщик недоступен',
    unreadable: 'Ответ поставщика не прочитать',
  },
  ids: {
    label: 'ID заказов',
    paste: 'Вставьте в любом виде: строки, запятые, кавычки, скобки.',
    pick: (n) => `Выбрать из списка поставщика (${n})`,
    some: (items, more) => `${items.join(', ')}${more > 0 ? ` и ещё ${formatNumber(more)}` : ''}`,
    orders: counted.orders,
    tooMany: (most) => `в группе помещается не больше ${formatNumber(most)}`,
    repeats: (n) =>
      `${pluralRu(n, 'отброшен', 'отброшены', 'отброшено')} ${formatNumber(n)} ${pluralRu(n, 'повтор', 'повтора', 'повторов')}`,
    invalid: (n, which) => `не ID заказа (${formatNumber(n)}): ${which}`,
    notListed: (which) => `Нет в списке поставщика: ${which}`,
    ofType: (type, which) => `Тип ${type}: ${which}`,
    quoted: (name) => `«${name}»`,
    alsoIn: (names, which) => `Также в ${names}: ${which}`,
    addresses: counted.addresses,
  },
  bad: {
    find: 'Найти неверный заказ',
    stop: 'Остановить',
    stopSearch: 'Остановить поиск',
    free: 'Спрашивает только цены, это ничего не стоит.',
    progress: 'Ход поиска',
    nextQuote: (until) => `Поставщик просит подождать. Следующая цена ${until}, сама собой.`,
    remove: (n) => (n === 1 ? 'Убрать его из группы' : 'Убрать их из группы'),
    edit: 'Изменить ID заказов',
    copy: 'Скопировать неверные ID',
    looking: (name) => `${name}: ищем неверный заказ. Ничего не оплачивается.`,
    copied: (n) => `Скопировано ID заказов: ${formatNumber(n)}.`,
    notCopied: 'Ничего не скопировано',
    removed: (n, name) => `Из «${name}» ${pluralRu(n, 'убран', 'убраны', 'убрано')} ${counted.orders(n)}`,
    left: (n) => `В ней ${pluralRu(n, 'остался', 'остались', 'осталось')} ${counted.orders(n)}.`,
    undoPlace: 'Отменить можно внизу окна.',
    undo: 'Отменить',
    notPutBack: 'Ничего не возвращено',
    groupGone: 'Этой группы больше нет.',
    tryAgain: 'Попробовать снова',
    back: (n, name) => `В ${name} снова ${counted.orders(n)} из убранных.`,
    asked: (asked, most, found) =>
      `Запрошено цен: ${formatNumber(asked)}, самое большее ${formatNumber(most)}.${found > 0 ? ` Пока найдено: ${formatNumber(found)}.` : ''} Ничего не оплачивается.`,
    failed: 'Поиск не может продолжаться',
    stopped: 'Поиск остановлен',
    stoppedWith: (bad, orders) => `Остановлен; не приняты ${formatNumber(bad)} из ${formatNumber(orders)}`,
    allAccepted: 'Теперь поставщик принимает все',
    onlyOne: 'Поставщик не принимает этот заказ',
    noneAccepted: (orders) =>
      `Поставщик не принимает ни один из ${formatNumber(orders)} ${pluralRu(orders, 'заказа', 'заказов', 'заказов')}`,
    notAccepted: (bad, orders) => `Поставщик не принимает ${formatNumber(bad)} из ${formatNumber(orders)}`,
    cost,
    maybeMore: (spent) => `Их может быть больше. ${spent}`,
    goOn: (spent) => `${spent} Нажмите «Продлить», чтобы продолжить.`,
    allBad: (spent) =>
      `${spent} Возможно, они из другого аккаунта или другого типа прокси. В группе остаётся хотя бы один заказ, поэтому они на месте: измените группу или удалите её.`,
    others: (others, spent) =>
      `${others === 1 ? 'Остальной заказ он принимает' : `Остальные ${formatNumber(others)} он принимает`}. ${spent}`,
    soFar: (n) => `До этого найдено: ${formatNumber(n)}; их может быть больше.`,
  },
}
