import type { groups as english } from '../en/groups.ts'

const andMore = (more: number): string => (more > 0 ? ` и ещё ${more}` : '')

/** What is wrong with a field of the group editor, and the way out. */
export const groups: typeof english = {
  fields: {
    noName: 'Дайте группе имя.',
    longName: 'В имени может быть не больше 80 символов.',
    nameTaken: (name) => `В этом аккаунте уже есть группа «${name}».`,
    longId: (shown, more, most) => `«${shown}»${andMore(more)}: в ID заказа не больше ${most} символов.`,
    oddId: (shown, more) =>
      `«${shown}»${andMore(more)}: в ID заказа бывают только латинские буквы, цифры, - и _.`,
    noIds: 'Вставьте хотя бы один ID заказа.',
    manyIds: (most, entered) => `В группе может быть самое большее ${most} заказов; введено ${entered}.`,
    period: 'Введите целое число дней от 1 до 3650.',
    promoCode: 'В промокоде не больше 80 символов.',
    priceLimit: 'Введите сумму, например 25 или 25,50.',
    dueDays: (most) =>
      `Когда пора продлить: введите целое число дней от 1 до ${most} или оставьте пустым, чтобы было как в настройках.`,
  },
}
