import { existsSync } from 'node:fs'
import { createConnection } from 'node:net'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { fetchAndAnswer, layOut } from '../../../src/main/desktop/commandSocket.ts'

const long = 30_000

test('what was laid out is fetched once and answered, and nothing of it is left', async () => {
  const ask = await layOut('question', long)
  await fetchAndAnswer(ask.place, async (line) => `${line}, answered`)
  expect(await ask.asked).toEqual({ kind: 'answered', line: 'question, answered' })
  expect(existsSync(dirname(ask.place))).toBe(false)
})

test('nobody who comes too late gets it: the script was told that nothing was sent', async () => {
  const ask = await layOut('question', 1)
  expect(await ask.asked).toEqual({ kind: 'not-taken' })
  const fetched: string[] = []
  await fetchAndAnswer(ask.place, async (line) => {
    fetched.push(line)
    return ''
  })
  expect(fetched).toEqual([])
})

test('one who is at the door when it is called off does not get it either', async () => {
  const ask = await layOut('question', long)
  const heard: string[] = []
  const socket = createConnection(ask.place)
  socket.on('data', (data) => heard.push(String(data))).on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  // The system has taken the connection by now; this process has not looked at it yet.
  ask.callOff()
  expect(await ask.asked).toEqual({ kind: 'not-taken' })
  await closed
  expect(heard).toEqual([])
})

test('whoever fetched it and ended without an answer leaves it lost, and a second one gets nothing', async () => {
  const ask = await layOut('question', long)
  const socket = createConnection(ask.place)
  await new Promise((resolve) => socket.once('data', resolve))
  const fetched: string[] = []
  await fetchAndAnswer(ask.place, async (line) => {
    fetched.push(line)
    return ''
  })
  socket.destroy()
  expect(await ask.asked).toEqual({ kind: 'lost' })
  expect(fetched).toEqual([])
})
