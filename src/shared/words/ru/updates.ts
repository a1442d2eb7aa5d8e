import type { updates as english } from '../en/updates.ts'

/** Newer versions of Leasebar: what main says of looking, downloading and restarting. */
export const updates: typeof english = {
  unreadable: 'Сообщение о выпусках не удалось разобрать.',
  forged: 'Сообщение о выпусках не подписано создателями Leasebar. Ему не поверили; сообщите им.',
  notHttps: 'О выпусках узнаётся только по https.',
  proxy: 'Прокси системы такого вида, который Leasebar не умеет. HTTP и HTTPS работают.',
  status: (status) =>
    status >= 300 && status < 400
      ? `Сервер выпусков указывает на другой адрес (HTTP ${status}); туда Leasebar не идёт.`
      : `Сервер выпусков ответил HTTP ${status}.`,
  insecure: (host) => `Нет защищённой связи с ${host}: его сертификату нет доверия.`,
  notReached: (host) => `${host} недоступен или перестал отвечать.`,
  stopped: 'Остановлено.',
  damaged:
    'Пакет не тот, о котором сказано в выпуске; он выброшен. Попробуйте позже; если повторится, сообщите создателям.',
  notWritten: (path, code) => `Пакет не удалось записать в ${path}${code === '' ? '' : ` (${code})`}.`,
  nothingFound: 'Новой версии пока не найдено. Сначала проверьте.',
  noPackage: 'У новой версии нет пакета для этой системы.',
  nothingInstalled: 'С запуска Leasebar другой версии не установлено.',
  nothingReady: 'Готового пакета нет.',
  isOut: (version) => `Вышла Leasebar ${version}…`,
  restartReady: 'Перезапустить для новой версии…',
}
