import type { autoExtend as english } from '../en/autoExtend.ts'
import { formatNumber } from '../intl.ts'
import { pluralRu } from '../plural.ts'

const days = (n: number): string => `${n} ${pluralRu(n, 'день', 'дня', 'дней')}`
/** As in «вместо 1 дня», «вместо 2 дней». */
const ofDays = (n: number): string => `${n} ${pluralRu(n, 'дня', 'дней', 'дней')}`
const nothingSent = 'Ничего не отправлено и ничего не переключено.'
const these = (orders: number): string =>
  orders === 1 ? 'этот заказ' : `эти заказы (${formatNumber(orders)})`

/** Switching the vendor’s auto-extend. */
export const autoExtend: typeof english = {
  nothingSent: (why) => `${nothingSent} ${why}`,
  refusals: {
    gone: `Этой группы больше нет. ${nothingSent}`,
    busy: 'Автопродление этой группы как раз переключается наоборот. Дождитесь ответа.',
    changed: `Тем временем группа изменилась. ${nothingSent}`,
    stale: `Это нажатие ждало очереди больше пяти минут. ${nothingSent}`,
    quitting: `Leasebar завершает работу. ${nothingSent}`,
  },
  switchedOn: (orders, period) =>
    `Автопродление включено. Теперь поставщик сам продлевает ${these(orders)}, каждый раз на ${days(period)}.`,
  switchedOff: (orders) => `Автопродление выключено. Поставщик больше не продлевает сам ${these(orders)}.`,
  refused: ({ on, message, code }) =>
    `Поставщик отказался ${on ? 'включить' : 'выключить'} автопродление: ${message} (ошибка ${code}).`,
  unknown: (on, why) =>
    `${why} Возможно, автопродление ${on ? 'включено' : 'выключено'}, а возможно, и нет. Список поставщика читается снова и покажет, как обстоит дело; само по себе ничего снова не отправляется.`,
  doubts: {
    contradiction: 'Ответ поставщика противоречит сам себе.',
    otherError: (message, code) =>
      `Поставщик ответил «${message}» (ошибка ${code}); это может и не значить, что ничего не сделано.`,
  },
  remarks: {
    quantity: (said, orders) =>
      `Поставщик говорит о ${formatNumber(said)}, а запрошено заказов: ${formatNumber(orders)}.`,
    days: (said, asked) => `Поставщик говорит: ${days(said)} вместо ${ofDays(asked)}.`,
    type: (said, asked) => `Поставщик говорит: тип ${said} вместо ${asked}.`,
  },
  notKept: 'Диск отказался это записать; Leasebar держит это в памяти и продолжает попытки.',
}
