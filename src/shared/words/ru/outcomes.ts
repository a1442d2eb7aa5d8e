import type { outcomes as english } from '../en/outcomes.ts'

/** Outcomes: their labels, by the outcome itself. */
export const outcomes: typeof english = {
  labels: {
    renewed: 'Продлено',
    refused: 'Отклонено',
    'not sent': 'Не отправлено',
    unknown: 'Неизвестно',
    'not renewed': 'Не продлено',
  },
}
