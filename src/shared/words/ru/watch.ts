import type { watch as english } from '../en/watch.ts'
import { pluralRu } from '../plural.ts'

const groups = (n: number): string => `${n} ${pluralRu(n, 'группа', 'группы', 'групп')}`
/** As in «у 1 группы», «у 2 групп». */
const ofGroups = (n: number): string => `${n} ${pluralRu(n, 'группы', 'групп', 'групп')}`
const days = (n: number): string => `${n} ${pluralRu(n, 'день', 'дня', 'дней')}`
const hours = (n: number): string => `${n} ${pluralRu(n, 'час', 'часа', 'часов')}`

const paysNothing = 'Leasebar сам ничего не оплачивает.'

/** «не хватит примерно 3,00 $ (оценка)»; null: nobody knows how much. */
const short = (verb: string, by: string | null): string =>
  `${verb} ${by === null ? 'денег' : `примерно ${by}`} (оценка)`

/** Endings, forecast, the clock. A date ends in «г.», so none stands before a full stop. */
export const watch: typeof english = {
  endings: {
    noName: '(без имени)',
    endedTitle: (group) => `Срок истёк: ${group}`,
    endsTitle: (when, group) => `${when}: ${group}`,
    ended: (date) =>
      `${date} истёк срок первого заказа этой группы, и её прокси перестают работать. ${paysNothing} Продлите её сейчас, если прокси должны остаться у клиента.`,
    ends: (date) =>
      `${date} истекает срок первого заказа этой группы. ${paysNothing} Продлите её до этого, иначе её прокси перестанут работать.`,
    severalEnd: (n) => `Срок скоро истекает у ${ofGroups(n)}`,
    severalEnded: (n) => `Срок истёк у ${ofGroups(n)}`,
    endedAndEnd: (ended, ending) => `Срок истёк у ${ofGroups(ended)}, скоро истекает ещё у ${ending}`,
    several: (names, more) =>
      `${names}${more > 0 ? ` и ещё ${more}` : ''}. ${paysNothing} Продлите их, иначе их прокси перестанут работать.`,
    doubt: (clock) => `${clock}: сроки могут сообщаться неверно.`,
  },
  concerns: {
    keyRefusedTitle: (account) => `Ключ API отклонён: ${account}`,
    keyRefused:
      'Поставщик не знает этого ключа API. Баланс и сроки прочитать нельзя, и ничего нельзя ни продлить, ни оплатить. Введите ключ API снова в разделе «Настройки».',
    offlineOverADay: (account) => `Нет связи больше суток: ${account}`,
    offlineForDays: (n, account) => `Нет связи ${days(n)}: ${account}`,
    offline: (since) =>
      `С ${since} нет связи с поставщиком. Баланс и сроки могли за это время измениться, и ничего нельзя ни продлить, ни оплатить. Проверьте соединение, пока срок групп не истёк.`,
    shortNowTitle: (account) => `Не хватает денег на продления: ${account}`,
    shortNow: (by) =>
      `Баланс не покрывает того, что пора продлить сейчас: ${short('не хватает', by)}. Пополните баланс у поставщика, иначе продления будут отклонены.`,
    shortFromTitle: (date, account) => `Денег не хватит с ${date}: ${account}`,
    shortFrom: (date, by) =>
      `Баланса хватит на продления примерно до ${date}, потом ${short('не хватит', by)}. Пополните баланс у поставщика до этого, иначе продления будут отклонены.`,
  },
  forecast: {
    noBalance: 'прогноза пока нет: баланс неизвестен',
    none: (leftOut) => `прогноза пока нет: ${leftOut}`,
    estimate: (reach) => `${reach} (оценка)`,
    estimateWithout: (reach, leftOut) => `${reach} (оценка; не учтено: ${leftOut})`,
    nothingDue: (horizon) => `на ${days(horizon)} вперёд продлевать нечего`,
    coversAll: (horizon) => `хватит на все продления на ${days(horizon)} вперёд`,
    coversUntil: (date, sum) => `хватит на продления до ${date}, потом не хватит ${sum}`,
    shortToday: (sum) => `уже сегодня не хватает ${sum}`,
    shortTodayOf: (sum, total) => `уже сегодня не хватает ${sum}: сейчас пора продлить на ${total}`,
    noPrice: (n) => `${groups(n)} без известной цены`,
    noEnd: (n) => `${groups(n)} без известного срока`,
    otherCurrency: (n) => `${groups(n)} в другой валюте`,
  },
  clock: {
    daysBehind: (n) => `Часы этого компьютера отстают от часов поставщика на ${days(n)}`,
    daysAhead: (n) => `Часы этого компьютера спешат на ${days(n)} по сравнению с часами поставщика`,
    hoursBehind: (n) => `Часы этого компьютера отстают от часов поставщика на ${hours(n)}`,
    hoursAhead: (n) => `Часы этого компьютера спешат на ${hours(n)} по сравнению с часами поставщика`,
    notice: ({ here, there, check }) =>
      `Здесь было ${here}, когда там было ${there}. Сроки и то, что пора продлить, могут показываться и сообщаться неверно. Переведите часы, затем нажмите «${check}».`,
  },
  noAnswerYet: 'Ответ поставщика ещё не пришёл.',
}
