import type { commands as english } from '../en/commands.ts'

/** What `--renew` and `--check-balance` answer a script. */
export const commands: typeof english = {
  usage: {
    several: 'Одна команда за раз: --renew=ГРУППА или --check-balance, и не больше одного --account=АККАУНТ.',
    name: 'Назовите группу: --renew=ГРУППА. В именах и ID от 1 до 200 знаков.',
    noValue: 'У --check-balance нет значения. Назовите аккаунт: --account=АККАУНТ.',
    noAccount: 'Такого аккаунта нет. Его имя есть в настройках; без --account поиск идёт по всем.',
    whichAccount: 'Аккаунтов несколько: назовите один, --account=АККАУНТ.',
    noGroup: 'Группы с таким именем нет. Ничего не запрошено и не оплачено.',
    whichGroup:
      'Групп с таким именем несколько: добавьте --account=АККАУНТ. Ничего не запрошено и не оплачено.',
  },
  asks: (titles) => `Не оплачено. Leasebar сначала спрашивает в своём окне: ${titles.join('; ')}.`,
  noAnswer: 'Чем это кончилось, неизвестно; запись есть в истории.',
  balance: (account, sum) => `${account}: ${sum}.`,
  notKnown: 'неизвестно',
  notTaken: 'Leasebar не принял команду за минуту. Ничего не отправлено и ничего не оплачено.',
  notStarted: 'Не удалось запустить Leasebar. Ничего не отправлено и ничего не оплачено.',
  lost: {
    renew:
      'Leasebar завершился, не ответив. Оплачено ли это, здесь неизвестно; посмотрите в разделе «История».',
    balance: 'Leasebar завершился, не ответив.',
  },
  ending: 'Leasebar завершает работу. Ничего не отправлено и ничего не оплачено.',
  failed: 'В Leasebar произошла ошибка. Что из этого вышло, видно в истории.',
}
