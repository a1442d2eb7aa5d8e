import { expect, it } from 'vitest'
import { leakyEnvironment, openToDebuggers, readStart } from '../../../src/main/composition/environment.ts'
import { vendorApiUrl } from '../../../src/shared/domain/rules/apiAddress.ts'

it.each([
  [{}, false],
  [{ NODE_DEBUG: '' }, false],
  [{ NODE_DEBUG: ' ' }, false],
  [{ NODE_DEBUG: 'undici' }, true],
  [{ NODE_DEBUG: 'fs' }, true],
])('an environment of %j would print the key: %s', (env, leaky) => {
  expect(leakyEnvironment(env) !== null).toBe(leaky)
})

const port = 'remote-debugging-port'
it.each([
  ['packaged, with a debugging port', true, [port], false, true],
  ['packaged, with a debugging pipe', true, ['remote-debugging-pipe'], false, true],
  ['packaged, with a debugging address', true, ['remote-debugging-address'], false, true],
  ['packaged, with nothing of it', true, ['user-data-dir'], false, false],
  ['packaged, with the inspect fuse on and used', true, [port], true, false],
  ['in development', false, [port], false, false],
])('%s', (_what, packaged, switches, inspected, refused) => {
  const words = openToDebuggers({ packaged, hasSwitch: (name) => switches.includes(name), inspected })
  expect(words !== null).toBe(refused)
})

it.each(['http://evil.example', 'ftp://127.0.0.1', 'nonsense', 'https://user:word@youproxy.io'])(
  'an API address of %s in the environment is refused in words, and the vendor’s own stands in',
  (address) => {
    const start = readStart([], { LEASEBAR_API_URL: address })
    expect(start.defaultApiUrl).toBe(vendorApiUrl)
    expect(start.apiUrlProblem).toContain('LEASEBAR_API_URL is not used.')
  },
)
