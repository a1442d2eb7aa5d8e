import { formatList, formatNumber } from '../../../shared/words/intl.ts'
import { pluralRu } from '../../../shared/words/plural.ts'
import type { balance as english } from '../en/balance.ts'
import { counted } from './counted.ts'

/** The words of balance. */
export const balance: typeof english = {
  title: 'Баланс',
  topUp: 'Пополнить на сайте поставщика',
  notRead: 'Баланс не прочитан',
  check: 'Проверить баланс сейчас',
  age: {
    asksToWait: 'Поставщик просит подождать.',
    nextTry: (until) => `следующая попытка ${until}`,
    read: (ago) => `прочитан ${ago}`,
    offline: (ago) => (ago === null ? 'нет сети' : `нет сети, прочитан ${ago}`),
    problem: (ago) => (ago === null ? 'ещё не прочитан' : `не читается, последний раз ${ago}`),
    low: 'мало',
    reading: 'читается…',
    never: 'ещё не прочитан',
  },
  history: {
    title: 'История баланса',
    last: 'Показать последние',
    spans: { '7': '7 дней', '30': '30 дней', '90': '90 дней', '365': '1 год' },
    spend: 'Расходы по месяцам',
    asChart: 'Показать графиком',
    asTable: 'Показать таблицей',
    renewed: 'продлено',
    unsure: 'могло быть оплачено',
    none: 'Графика ещё нет',
    neverRead: 'Баланс ещё не прочитан. График начнётся со второго чтения.',
    readOnce: (sum) => `Прочитан один раз: ${sum}. График начнётся со второго чтения.`,
    failed: 'Это не прочиталось',
    again: 'Попробовать снова',
    point: 'Момент времени',
    warnBelow: (sum) => `Предупредить ниже ${sum}`,
    drag: 'Потяните, чтобы изменить сумму предупреждения',
    line: 'Вам скажут один раз, когда баланс опустится ниже этой суммы. Потяните её линию или впишите сумму. Пусто: без предупреждения.',
    noLine:
      'Вам скажут один раз, когда баланс опустится ниже этой суммы; у неё будет линия на графике. Пусто: без предупреждения.',
  },
  course: {
    steady: (sum) => `всё время ${sum}`,
    moving: ({ low, lowOn, high, highOn, now }) =>
      `меньше всего ${low} (${lowOn}), больше всего ${high} (${highOn}), сейчас ${now}`,
    since: (date, course, renewed) => `С ${date}: ${course}; ${renewed ?? 'оплаченных продлений нет'}.`,
    certain: (n, sums, unpriced) =>
      `${counted.renewals(n)}${sums.length === 0 ? '' : `, ${formatList(sums)}`}${unpriced > 0 ? ` (${unpriced} без известной цены)` : ''}`,
    maybe: (n, sums, besides) =>
      `${besides ? 'ещё ' : ''}${n} могло быть оплачено${sums.length === 0 ? '' : `, ${formatList(sums)}`}`,
    otherCurrency: (n) =>
      `${formatNumber(n)} ${pluralRu(n, 'чтение', 'чтения', 'чтений')} в другой валюте не показано.`,
    newestMarked: (n) => `Отмечены только самые новые: ${counted.renewals(n)}.`,
    payment: ({ name, sum, unsure }) =>
      `${name === '' ? 'Продление' : name}${sum === null ? ', цена неизвестна' : ` ${sum}`}${unsure ? ', могло быть оплачено' : ''}`,
    more: (n) => `и ещё ${n}`,
    unknown: 'Неизвестно',
    renewed: 'Продлено',
    together: (n, sum) => `${counted.renewals(n)}${sum === null ? '' : `, ${sum}`}`,
    unchanged: 'без изменений',
  },
  table: {
    days: 'Дни',
    byDay: 'Баланс по дням',
    day: 'День',
    renewals: 'Продления',
    change: 'Изменение',
    end: 'В конце дня',
  },
  months: {
    none: 'За последние двенадцать месяцев продлений нет.',
    notInSums: (renewed, maybe) => {
      const parts = [
        ...(renewed > 0 ? [counted.renewals(renewed)] : []),
        ...(maybe > 0 ? [`${maybe}, что могло быть оплачено,`] : []),
      ]
      return `Не в суммах: ${parts.join(' и ')} без известной цены.`
    },
    title: (currency) => `Расходы по месяцам в ${currency}`,
    month: 'Месяц',
    renewals: 'Продления',
    paid: (currency) => `Оплачено в ${currency}`,
    maybe: 'Могло быть оплачено',
    soFar: 'пока',
    together: 'Вместе',
  },
}
