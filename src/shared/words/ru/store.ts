import type { store as english } from '../en/store.ts'
import { pluralRu } from '../plural.ts'

/** What is wrong with the database; stands behind a colon. */
const damage: (typeof english)['damage'] = {
  noHeader: 'в ней нет заголовка SQLite',
  notOurs: 'это не база данных Leasebar',
  otherBytes: 'в ней не те байты, что были записаны',
  unreadable: 'SQLite не может её прочитать',
  cannotOpen: 'SQLite не может её открыть',
  row: (table) => `повреждена строка её таблицы ${table}`,
  journalRow: 'повреждена строка её журнала',
  gone: 'она пропала',
  logNoHeader: 'у её файла WAL нет верного заголовка',
  logHeader: 'у её файла WAL повреждён заголовок',
  logAt: (byte) => `её файл WAL повреждён на байте ${byte} или сразу за ним`,
}

const rebuilt = (what: string, from: string): string =>
  `Базу данных не удалось использовать: ${what}. Она собрана заново ${from}. Продления, группы, аккаунты и настройки целы, если другая заметка не говорит иного; в истории баланса может быть пробел.`

/** The database, the journal file and the disk. */
export const store: typeof english = {
  damage,
  rebuiltFrom: {
    nothing: (what) => rebuilt(what, 'из одного файла журнала'),
    databaseFile: (what) => rebuilt(what, 'из её последнего сохранённого состояния и файла журнала'),
    goodCopy: (what) => rebuilt(what, 'из последней хорошей копии и файла журнала'),
  },
  putBack: 'База данных потеряла последние изменения. Они возвращены из файла журнала.',
  skippedLines: (n) =>
    `Не удалось прочитать ${n} ${pluralRu(n, 'повреждённую строку', 'повреждённые строки', 'повреждённых строк')} файла журнала.`,
  journalFileReplaced: 'Файл журнала был повреждён или пропал. Он записан заново из базы данных.',
  setAside: (names) => `Отложено в папке данных, чтобы можно было разобраться: ${names}.`,
  asksUntilRead: 'Пока сроки не прочитаны снова, Leasebar спрашивает, прежде чем продлить.',
  locked: (folder) =>
    `Папку ${folder} уже открыл другой Leasebar. Сначала выйдите из него, потом запустите снова.`,
  newer: (folder, version) =>
    `База данных в ${folder} записана более новым Leasebar (её форма номер ${version}). Установите ту версию или новее. Ничего не изменено.`,
  disk: {
    full: (folder) =>
      `Диск заполнен: Leasebar не смог записать в ${folder}. Освободите место и попробуйте снова.`,
    forbidden: (folder) =>
      `Leasebar нельзя писать в ${folder}. Сделайте папку и её файлы доступными для записи вашему пользователю и попробуйте снова.`,
    failing: (folder) =>
      `Диск сообщил об ошибке в ${folder}. Проверьте диск (и не заполнен ли он), потом попробуйте снова.`,
    busy: (folder) =>
      `Файлы Leasebar в ${folder} держит другая программа. Закройте её (резервное копирование, синхронизацию, просмотр баз данных) и попробуйте снова.`,
    damaged: (folder) =>
      `База данных Leasebar в ${folder} повреждена. Выйдите из Leasebar и запустите его снова: он отложит повреждённый файл и соберёт базу заново.`,
    gone: (folder) =>
      `Leasebar не смог открыть свои файлы в ${folder}. Проверьте, что папка на месте и её диск подключён, потом попробуйте снова.`,
  },
  copyNotMade: (folder) =>
    `Leasebar не смог сделать ежедневную копию в ${folder}. Он попробует при следующем запуске.`,
  copyNotRight: (folder) => `Ежедневная копия в ${folder} не удалась; прежняя сохранена.`,
  renewalThere: 'Это продление уже есть в журнале.',
  noSwitch: 'Этого переключения нет в журнале.',
  switchThere: 'Это переключение уже есть в журнале.',
  groupGone: 'Эта группа удалена насовсем, её нельзя вернуть.',
}
