import type { apiAddress as english } from '../en/apiAddress.ts'

/** What is wrong with an API address that was typed, and the way out. */
export const apiAddress: typeof english = {
  none: 'Это не адрес. Он должен выглядеть так: https://youproxy.io.',
  notHttps: 'Адрес должен начинаться с https://.',
  credentials: 'В адресе не должно быть имени и пароля. Для ключа API есть своё поле.',
  plainHttp:
    'Адрес должен начинаться с https://: по http:// ключ API мог бы прочитать любой на пути к поставщику.',
  path: 'Адрес должен кончаться именем сервера, без пути. Путь Leasebar добавит сам.',
}
