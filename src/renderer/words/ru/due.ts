import { formatNumber } from '../../../shared/words/intl.ts'
import { pluralRu } from '../../../shared/words/plural.ts'
import type { due as english } from '../en/due.ts'

/** «3 группы»: the subject. */
const groups = (n: number): string => `${formatNumber(n)} ${pluralRu(n, 'группа', 'группы', 'групп')}`
/** `Renew all due`, as the window shows it. */
export const due: typeof english = {
  areDue: (n) => `Пора продлить: ${groups(n)}`,
  renewAll: 'Продлить всё, что пора…',
  show: 'Показать',
  title: 'Продлить всё, что пора',
  sums: (sums) => (sums.length === 0 ? 'ничего' : sums.join(' и ')),
  headlines: {
    quoting: (priced, all) => `Запрашиваются цены: ${priced} из ${all}. Пока ничего не оплачено.`,
    asking: (n, sums) => `К продлению ${groups(n)}, всего: ${sums}. Пока ничего не оплачено.`,
    paying: (done, all, paid) => `Продлеваются одна за другой: готово ${done} из ${all}, оплачено: ${paid}.`,
    ended: (renewed, paid) => `Продлено: ${groups(renewed)}. Оплачено: ${paid}.`,
  },
  progress: 'Ход',
  shortTitle: 'Баланса не хватает на все группы',
  short: (covered, all, firstLeft) =>
    `Баланса хватает на ${covered} из ${all}: продление остановится перед группой «${firstLeft}».`,
  stopped: 'Остановлено раньше конца',
  stops: 'Останавливается',
  balanceOf: (account) => `Баланс аккаунта «${account}»`,
  balance: 'Баланс до и после',
  change: (before, after) => `${before} → ${after}`,
  notKnown: 'неизвестно',
  hide: 'Скрыть',
  stop: 'Остановить после этой',
  done: 'Готово',
  expired: 'Этим ценам больше 5 минут. Они могли измениться.',
  cancel: 'Отмена',
  askAgain: 'Запросить снова',
  pay: 'Оплатить',
  paySum: (sums) => `Оплатить ${sums}`,
  table: 'Группы, которые пора продлить',
  columns: { group: 'Группа', price: 'Цена', left: 'Останется' },
  days: (n) => `${n} ${pluralRu(n, 'день', 'дня', 'дней')}`,
  include: (group) => `Включить «${group}»`,
  includeOf: (group, account) => `Включить «${group}», аккаунт «${account}»`,
  numbered: (name, at, all) => `${name}, ${at} из ${all}`,
  rows: {
    waiting: 'ждёт',
    quoting: 'запрашивается цена…',
    paying: 'продлевается…',
    uncovered: 'баланса не хватает',
    leftOut: 'не включена',
    short: 'баланса не хватает; ничего не отправлено',
  },
  finding: (title, text) => `${title}. ${text}`,
  notRenewed: 'Ничего не продлено',
  notPaid: 'Ничего не оплачено',
  planStays: 'План остаётся как есть',
  goesOn: 'Продление идёт дальше.',
  notStopped: 'Продление идёт дальше',
}
