import type { balance as english } from '../en/balance.ts'

/** The words of balance. */
export const balance: typeof english = {
  topUp: 'Пополнить на сайте поставщика',
}
