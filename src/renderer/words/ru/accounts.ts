import type { accounts as english } from '../en/accounts.ts'

/** Connecting an account, and entering its key. */
export const accounts: typeof english = {
  add: 'Добавить аккаунт',
  name: 'Имя аккаунта',
  nameHint: 'Любое имя, по которому вы отличите аккаунт от других.',
  key: 'Ключ API',
  keyHint: 'Попадёт в связку ключей этой системы и больше никуда. Leasebar никогда не покажет его снова.',
  anotherAddress: 'Другой адрес',
  address: 'Адрес API',
  addressHint:
    'По этому адресу отвечает API поставщика. Не меняйте его, если поставщик не сообщил вам другой.',
  connect: 'Подключить',
  connected: (name) => `Аккаунт «${name}» подключён.`,
  notConnected: 'Аккаунт не подключён',
  tryPractice: 'Попробовать тренировочный аккаунт',
  practiceNote:
    'Тренировочные заказы с ценами и балансом внутри этого приложения. Без настоящих денег и без регистрации.',
  practiceReady: 'Тренировочный аккаунт готов.',
  unusualAddress: 'Это не обычный адрес поставщика',
  sendKeyTo: (host) => `Отправить ключ на ${host}`,
  noKeychain: 'Ключ нельзя сохранить в связке ключей',
  sessionOnly: 'Оставить только на этот сеанс',
  keyAgain: {
    title: 'Введите ключ',
    of: (name, address) => `Для аккаунта «${name}» по адресу ${address}`,
    hint: 'Попадёт в связку ключей этой системы и больше никуда.',
    save: 'Сохранить ключ',
    saved: 'Ключ сохранён.',
    notSaved: 'Ключ не сохранён',
    cancel: 'Отмена',
  },
}
