import { expect, test } from 'vitest'
import { checkApiAddress, isLoopback } from '../../../../src/shared/domain/rules/apiAddress.ts'

test.each([
  ['https://youproxy.io', 'https://youproxy.io'],
  ['https://youproxy.io/', 'https://youproxy.io'],
  ['  https://youproxy.io \n', 'https://youproxy.io'],
  ['HTTPS://YouProxy.IO', 'https://youproxy.io'],
  ['https://youproxy.io:443', 'https://youproxy.io'],
  ['https://youproxy.io:8443', 'https://youproxy.io:8443'],
  ['https://[2001:db8::1]', 'https://[2001:db8::1]'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['http://127.0.0.1:4711', 'http://127.0.0.1:4711'],
  ['http://127.9.9.9', 'http://127.9.9.9'],
  ['http://127.1:80', 'http://127.0.0.1'],
  ['http://localhost:1', 'http://localhost:1'],
  ['http://[::1]:1', 'http://[::1]:1'],
])('%j is taken as %s', (text, origin) => {
  expect(checkApiAddress(text)).toEqual({ ok: true, value: origin })
})

test.each([
  ['', /not an address/],
  ['youproxy.io', /not an address/],
  ['https://', /not an address/],
  ['https://exa mple.com', /not an address/],
  ['https://host:99999', /not an address/],
  ['//youproxy.io', /not an address/],
  ['ftp://youproxy.io', /begin with https/],
  ['file:///etc/passwd', /begin with https/],
  ['javascript:alert(1)', /begin with https/],
  ['localhost:3000', /begin with https/],
  ['http://youproxy.io', /anyone on the way/],
  ['http://localhost.example.com', /anyone on the way/],
  ['http://127.0.0.1.example.com', /anyone on the way/],
  ['http://0.0.0.0', /anyone on the way/],
  ['http://192.168.0.1', /anyone on the way/],
  ['http://[::ffff:127.0.0.1]', /anyone on the way/],
  ['https://user@youproxy.io', /user name or password/],
  ['https://user:secret@youproxy.io', /user name or password/],
  ['https://:secret@youproxy.io', /user name or password/],
  ['https://youproxy.io@evil.example', /user name or password/],
  ['https://youproxy.io/client', /without a path/],
  ['https://youproxy.io/client/api/v1/KEY/balance', /without a path/],
  ['https://youproxy.io\\evil', /without a path/],
  ['https://youproxy.io?x=1', /without a path/],
  ['https://youproxy.io/?', /without a path/],
  ['https://youproxy.io#', /without a path/],
])('%j is refused, saying why', (text, why) => {
  const checked = checkApiAddress(text)
  expect(checked.ok).toBe(false)
  expect(checked.ok ? '' : checked.error).toMatch(why)
})

test('a refusal quotes nothing of a pasted address: a key may be in it', () => {
  const checked = checkApiAddress('https://youproxy.io/client/api/v1/SECRETKEY/balance')
  expect(JSON.stringify(checked)).not.toContain('SECRETKEY')
})

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['::1', false],
  ['127.0.0.1.nip.io', false],
  ['localhost.localdomain', false],
])('loopback: %s %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})
