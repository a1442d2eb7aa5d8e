import { formatNumber } from '../../../shared/words/intl.ts'
import { pluralRu } from '../../../shared/words/plural.ts'
import type { historyFile as english } from '../en/historyFile.ts'

/** The history as a whole: what it comes to, and as a file. */
export const historyFile: typeof english = {
  paid: (sums) => `Оплачено: ${sums}`,
  exportCsv: 'Экспорт в CSV',
  copyPath: 'Скопировать путь',
  notExported: 'История не экспортирована',
  exported: (n) => `Экспортировано: ${formatNumber(n)} ${pluralRu(n, 'продление', 'продления', 'продлений')}`,
  unreadable: (n) =>
    `Не удалось прочитать ещё ${formatNumber(n)} ${pluralRu(n, 'продление', 'продления', 'продлений')}, и в файле их нет. Закройте Leasebar и запустите его снова: он проверит, что повреждено.`,
}
