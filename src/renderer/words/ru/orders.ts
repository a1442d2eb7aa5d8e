import { formatNumber } from '../../../shared/words/intl.ts'
import { pluralRu } from '../../../shared/words/plural.ts'
import type { orders as english } from '../en/orders.ts'
import { counted } from './counted.ts'

/** `1 запись`, `3 записи`. */
function records(n: number): string {
  return `${formatNumber(n)} ${pluralRu(n, 'запись', 'записи', 'записей')}`
}

/** The words of orders. */
export const orders: typeof english = {
  pick: 'Выбрать из заказов',
  pickHint: 'Группа собирается из заказов одного типа, которые вы продлеваете вместе.',
  search: 'Поиск заказов',
  searchHint: 'ID, адреса, страны',
  type: 'Тип заказа',
  allTypes: 'Все типы',
  country: 'Страна',
  allCountries: 'Все страны',
  endsWithin: 'Срок истекает в течение',
  anyEnd: 'Любой срок',
  days: (n) => `${n} ${pluralRu(n, 'день', 'дня', 'дней')}`,
  ungroupedOnly: 'Ни в одной группе',
  looking: 'Просматриваем ваши заказы…',
  shownOf: (shown, all) => `${formatNumber(shown)} из ${formatNumber(all)}`,
  more: 'Показать ещё',
  clear: 'Снять выбор',
  cancel: 'Отмена',
  make: (n) => `Собрать группу: ${counted.orders(n)}`,
  tryAgain: 'Попробовать снова',
  notShown: 'Заказы не удалось показать',
  notRead: 'Список заказов поставщика не прочитан',
  notReadAgain: 'Список заказов поставщика не удалось прочитать снова',
  shownWasRead: (ago) => `Показанное прочитано ${ago}.`,
  reading: 'Читаем ваши заказы…',
  never: 'Ваши заказы ещё не прочитаны',
  neverText: 'Leasebar ещё не видел списка поставщика для этого аккаунта.',
  readNow: 'Прочитать сейчас',
  showAll: 'Показать все заказы',
  none: { title: 'Заказов нет', text: 'У поставщика нет заказов этого аккаунта.' },
  noneLeft: { title: 'Ничего не осталось', text: 'Каждый заказ этого аккаунта есть в группе.' },
  noneFound: { title: 'Ничего не найдено', text: 'Ни один заказ не подходит под выбранное.' },
  table: {
    title: 'Заказы',
    selectAll: 'Выбрать все показанные',
    selected: 'Выбран',
    order: 'Заказ',
    type: 'Тип',
    addresses: 'Адреса',
    country: 'Страна',
    end: 'Срок',
    groups: 'Группы',
    pick: (id) => `Выбрать ${id}`,
    noType: 'тип неизвестен',
    unit: (n) => pluralRu(n, 'адрес', 'адреса', 'адресов'),
    inGroups: (n) => `В ${formatNumber(n)} ${pluralRu(n, 'группе', 'группах', 'группах')}`,
    noGroup: 'нет группы',
    groupNames: (names, more) => `${names.join(', ')}${more > 0 ? ` и ещё ${more}` : ''}`,
    noEnd: 'срок не читается',
    perhapsSooner: (end) => `${end}, возможно раньше`,
  },
  showThem: 'Показать их',
  ungrouped: (n) => `${counted.orders(n)} ни в одной группе`,
  notUnderstoodShort: (n) =>
    `Не ${pluralRu(n, 'понята', 'поняты', 'понято')} ${records(n)} списка поставщика`,
  notUnderstood: (n) =>
    `Не ${pluralRu(n, 'понята', 'поняты', 'понято')} ${records(n)} списка поставщика. Того, что в них сказано, здесь нет.`,
  repeated: (n) =>
    `${records(n)} списка поставщика ${pluralRu(n, 'пришла', 'пришли', 'пришло')} дважды; каждый адрес считается один раз.`,
  otherTypes: (type, n) =>
    `У группы один тип, у вашей это ${type}: ${formatNumber(n)} ${pluralRu(n, 'заказ другого типа', 'заказа других типов', 'заказов других типов')} отметить нельзя.`,
  unknownTypes: (n) => `${counted.orders(n)} такого типа, которого Leasebar не знает и продлить не может.`,
  selected: (n, hidden) =>
    `Выбрано: ${counted.orders(n)}${hidden === 0 ? '' : `, не показано из них: ${formatNumber(hidden)}`}`,
  tick: 'Отметьте заказы, которые продлеваете вместе.',
  tooMany: (most, over) =>
    `В группе может быть не больше ${formatNumber(most)} заказов. Уберите ${counted.orders(over)}.`,
}
