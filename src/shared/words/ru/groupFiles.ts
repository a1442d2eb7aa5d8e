import type { groupFiles as english } from '../en/groupFiles.ts'

/** Files that groups are exported to and imported from. */
export const groupFiles: typeof english = {
  empty: 'В этом файле нет групп.',
  notText: 'Это не текстовый файл в UTF-8. Выберите файл JSON или CSV, который экспортировал Leasebar.',
  tooLarge: (megabytes) => `Файл больше ${megabytes} МБ.`,
  notCsv: 'Здесь CSV повреждён: кавычки не хватает или она лишняя.',
  notJson: 'Здесь JSON повреждён.',
  notOurs: (format) =>
    `В этом JSON нет групп Leasebar: он должен начинаться с "format": "${format}", версии и групп.`,
  version: (found, known) =>
    `Это версия ${found} файла, а этот Leasebar читает версию ${known}. Возможно, его прочтёт более новый Leasebar.`,
  missingColumns: (names) => `Не хватает столбцов: ${names}.`,
  strangeColumns: (names, known) => `Leasebar не знает столбцов: ${names}. Известные столбцы: ${known}.`,
  cells: (found, expected) => `Ячеек в этой строке: ${found}, а в первой — ${expected}.`,
  fields: (names) =>
    `Эти поля отсутствуют, другого вида или неизвестны: ${names}. ID заказов должны стоять в кавычках, иначе потеряются их последние цифры.`,
  proxyType: (found, known) => `«${found}» — не тип прокси: используйте ${known}.`,
  showInTray: (found) => `Показывать в трее: «${found}». Используйте yes или no.`,
  accountGone: 'Этого аккаунта больше нет.',
  importGone: 'Этот файл уже импортирован, или с тех пор выбран другой. Выберите его снова.',
  changedSince: 'Группы изменились, пока вы смотрели. Ничего не импортировано: выберите файл снова.',
  tooMany: (most, room) => `Leasebar хранит не больше ${most} групп; поместится ещё ${room}.`,
  notWritten: (path, reason) => `Не удалось записать «${path}»: ${reason}.`,
  notRead: (path, reason) => `Не удалось прочитать «${path}»: ${reason}.`,
  saveTitle: 'Экспорт групп',
  historyName: (day) => `История Leasebar ${day}`,
  groupsName: (account) => `Группы Leasebar${account === '' ? '' : ` ${account}`}`,
  saveHistory: 'Экспорт истории',
  openTitle: 'Импорт групп',
  jsonFile: 'JSON',
  csvFile: 'CSV, для таблиц',
  anyGroupFile: 'Группы (JSON, CSV)',
  reasons: {
    denied: 'нет разрешения',
    gone: 'его там нет',
    full: 'диск заполнен',
    folder: 'это папка',
    other: 'система отказала',
  },
}
