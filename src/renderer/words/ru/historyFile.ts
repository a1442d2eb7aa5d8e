import type { historyFile as english } from '../en/historyFile.ts'
import { counted } from './counted.ts'

/** The history as a whole: what it comes to, and as a file. */
export const historyFile: typeof english = {
  paid: (sums) => `Оплачено: ${sums}`,
  exportCsv: 'Экспорт в CSV',
  copyPath: 'Скопировать путь',
  notExported: 'История не экспортирована',
  exported: (n) => `Экспортировано: ${counted.renewals(n)}`,
  unreadable: (n) =>
    `Не удалось прочитать ещё ${counted.renewals(n)}, и в файле их нет. Закройте Leasebar и запустите его снова: он проверит, что повреждено.`,
}
