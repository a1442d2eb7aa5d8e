import { formatNumber } from '../../../shared/words/intl.ts'
import { pluralRu } from '../../../shared/words/plural.ts'
import type { groupFiles as english } from '../en/groupFiles.ts'
import { counted } from './counted.ts'

/** As an object: «импортировать 1 группу». */
const groupsObject = (n: number): string => `${formatNumber(n)} ${pluralRu(n, 'группу', 'группы', 'групп')}`

/** Exporting groups to a file, and importing them from one. */
export const groupFiles: typeof english = {
  title: 'Группы в файлах',
  of: (account) => `Аккаунт «${account}»`,
  hint: 'Копия ваших групп для другого компьютера или таблицы. Ключей API и продлений в ней нет.',
  exportJson: 'Экспорт в JSON',
  exportCsv: 'Экспорт в CSV',
  importGroups: 'Импорт групп…',
  exported: (n) => `Экспортировано: ${counted.groups(n)}`,
  notExported: 'Группы не экспортированы',
  notImported: 'Группы не импортированы',
  copyPath: 'Скопировать путь',
  dialog: 'Импорт групп',
  from: (file, account) => `Из ${file} в аккаунт «${account}»`,
  nothingChanges: 'Группы, которые уже есть, остаются как есть.',
  preview: 'Что принесёт файл',
  table: 'Группы в файле',
  columns: { group: 'Группа', type: 'Тип', orders: 'Заказы', period: 'Срок', fate: 'Что будет' },
  facts: (type, orders, days) => `${type} · ${counted.orders(orders)} · ${counted.days(days)}`,
  days: counted.days,
  fates: {
    new: 'Добавится',
    renamed: (name) => `Добавится как «${name}»: имя занято`,
    same: 'Уже есть',
  },
  doImport: (n) => `Импортировать ${groupsObject(n)}`,
  nothingNew: 'Импортировать нечего',
  allThere: 'Все группы этого файла уже есть в аккаунте.',
  cancel: 'Отмена',
  imported: (n) => `Импортировано: ${counted.groups(n)}`,
  undo: 'Отменить',
  undone: (n) => `Убрано: ${counted.groups(n)}.`,
  notUndone: (n) => `Не удалось убрать: ${counted.groups(n)}`,
  refused: 'Этот файл нельзя импортировать',
  refusedText: (file) => `Ничего не изменено. Что не так с ${file}:`,
  line: (line) => `Строка ${formatNumber(line)}`,
  wholeFile: 'Файл',
  more: (n) => `и ещё ${formatNumber(n)}`,
  another: 'Выбрать другой файл…',
  close: 'Закрыть',
}
