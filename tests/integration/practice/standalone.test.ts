import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const SCRIPT = fileURLToPath(new URL('../../../scripts/vendor.ts', import.meta.url))

test('the vendor alone prints an address, a key and commands that work; SIGINT ends it', async () => {
  const child = spawn(process.execPath, [SCRIPT], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit')
  try {
    let printed = ''
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      printed += String(chunk)
      if (printed.includes('/extend/order\n\n')) break
    }
    const url = /API address\s+(http:\/\/127\.0\.0\.1:\d+)/.exec(printed)?.[1]
    const key = /API key\s+([0-9a-f]{32})/.exec(printed)?.[1]
    const commands = printed.split('\n').filter((line) => line.startsWith('  curl '))
    expect(commands).toHaveLength(3)
    for (const command of commands) {
      const address = /http:[^' ]+/.exec(command)?.[0] ?? ''
      const body = /-d '([^']+)'/.exec(command)?.[1]
      expect(address).toContain(`${url}/client/api/v1/${key}/`)
      const headers = { 'content-type': 'application/json', connection: 'close' }
      const reply = await fetch(address, body ? { method: 'POST', headers, body } : { headers })
      expect(await reply.json()).toMatchObject({ success: true, error: null })
    }
  } finally {
    child.kill('SIGINT')
  }
  expect(await ended).toEqual([0, null])
})

test('a port that is none is refused with the usage', async () => {
  await expect(promisify(execFile)(process.execPath, [SCRIPT, '--port', 'http'])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('node scripts/vendor.ts [--port N]'),
  })
})
