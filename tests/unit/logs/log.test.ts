import { expect, test } from 'vitest'
import { createLog, levelOf } from '../../../src/main/logs/log.ts'

const canary = 'CANARY-7f3e9ab1c2d3'

function lab(level: Parameters<typeof createLog>[0]['level'] = 'info') {
  const lines: string[] = []
  const log = createLog({ level, now: () => Date.UTC(2027, 0, 12, 9, 30), write: (line) => lines.push(line) })
  return { log, lines }
}

test('a line has its time and level; what matters less than the level is left out', () => {
  const { log, lines } = lab()
  log.debug('called')
  log.info('started')
  log.error('failed')
  expect(lines).toEqual(['2027-01-12T09:30:00.000Z info started', '2027-01-12T09:30:00.000Z error failed'])
  const all = lab('debug')
  all.log.debug('called')
  expect(all.lines).toHaveLength(1)
})

test.each([
  `GET https://youproxy.io/client/api/v1/${canary}/balance failed`,
  `GET https://youproxy.io/client/api/v1/${encodeURIComponent(canary)}/x?y=1`,
  `"url":"https:\\/\\/youproxy.io\\/client\\/api\\/v1\\/${canary}\\/balance"`,
  `/client%2Fapi%2Fv1%2F${canary}`,
])('no key is written, whoever wrote the line: %s', (line) => {
  const { log, lines } = lab()
  log.error(line)
  expect(lines[0]).not.toContain('CANARY')
  expect(lines[0]).toContain('•••')
})

test('a line is one line, and not longer than it may be', () => {
  const { log, lines } = lab()
  log.warning(`a\nb\u001b[31m ${'x'.repeat(9000)}`)
  expect(lines[0]).not.toMatch(/[\p{Cc}]/u)
  expect(lines[0]?.length).toBeLessThan(2050)
})

test.each([
  ['debug', 'debug'],
  [' ERROR ', 'error'],
  ['all', 'info'],
  [undefined, 'info'],
])('LEASEBAR_LOG=%s is %s', (asked, level) => {
  expect(levelOf(asked)).toBe(level)
})
