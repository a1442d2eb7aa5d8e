import { describe, expect, it } from 'vitest'
import { newKeys } from '../../../scripts/package/releaseFeed.mjs'
import { readFeed } from '../../../src/main/updates/feed.ts'
import type { FoundRelease } from '../../../src/main/updates/release.ts'
import { createUpdates } from '../../../src/main/updates/updates.ts'
import { err, ok, type Result } from '../../../src/shared/domain/result.ts'

const read = readFeed({ feed: 'https://releases.example/latest.json', publicKey: newKeys().publicKey })
const feed = read.ok ? read.value : null

function aRelease(version: string, hasPackage = true): FoundRelease {
  const name = `leasebar_${version}_amd64.deb`
  return {
    shown: { version, released: '2026-11-27', notes: '', file: hasPackage ? { name, size: 1000 } : null },
    download: hasPackage
      ? { url: `https://releases.example/${name}`, name, size: 1000, sha256: '0'.repeat(64) }
      : null,
  }
}

/** A word that a test says when it wants to. */
function later<T>() {
  let say: (value: T) => void = () => {}
  const said = new Promise<T>((resolve) => {
    say = resolve
  })
  return { said, say }
}

function setup({ hasFeed = true } = {}) {
  const world = {
    found: ok(null) as Result<FoundRelease | null, string>,
    download: later<Result<string, string>>(),
    received: (_bytes: number): void => {},
    signal: null as AbortSignal | null,
    mark: 'one' as string | null,
    paying: false,
    restarts: 0,
    reads: 0,
    downloads: 0,
    waits: [] as (() => void)[],
    pushes: 0,
  }
  const updates = createUpdates({
    feed: hasFeed ? feed : null,
    read: async () => {
      world.reads += 1
      return world.found
    },
    download: (_file, received, signal) => {
      world.downloads += 1
      world.received = received
      world.signal = signal
      return world.download.said
    },
    command: (path) => `install ${path}`,
    programMark: () => world.mark,
    isPaying: () => world.paying,
    restart: () => {
      world.restarts += 1
    },
    wait: () => new Promise((resolve) => world.waits.push(resolve)),
    changed: () => {
      world.pushes += 1
    },
    log: () => {},
    now: () => 5,
  })
  const kind = (): string => updates.view().state.kind
  return { updates, world, kind }
}

describe('looking', () => {
  it('finds nothing newer', async () => {
    const { updates } = setup()
    expect(updates.view()).toEqual({ feed: 'releases.example', state: { kind: 'idle' } })
    expect(await updates.look()).toBe(true)
    expect(updates.view().state).toEqual({ kind: 'current', at: 5 })
  })

  it('without a feed reads nothing', async () => {
    const { updates, world, kind } = setup({ hasFeed: false })
    expect(await updates.look()).toBe(false)
    expect(world.reads).toBe(0)
    expect(kind()).toBe('idle')
  })

  it('says why it could not', async () => {
    const { updates, world } = setup()
    world.found = err('no way')
    expect(await updates.look()).toBe(false)
    expect(updates.view().state).toEqual({ kind: 'failed', message: 'no way', release: null })
  })

  it('finds a newer one, and downloads nothing by itself', async () => {
    const { updates, world, kind } = setup()
    world.found = ok(aRelease('0.2.0'))
    await updates.look()
    expect(kind()).toBe('available')
    expect(world.downloads).toBe(0)
  })

  it('twice at once reads once', async () => {
    const { updates, world } = setup()
    await Promise.all([updates.look(), updates.look()])
    expect(world.reads).toBe(1)
  })
})

describe('downloading', () => {
  it('needs something that was found, with a package', async () => {
    const { updates, world } = setup()
    expect((await updates.download()).ok).toBe(false)
    world.found = ok(aRelease('0.2.0', false))
    await updates.look()
    expect(await updates.download()).toEqual({
      ok: false,
      error: 'The newer version has no package for this system.',
    })
    expect(world.downloads).toBe(0)
  })

  it('tells each percent once, and then how to install', async () => {
    const { updates, world } = setup()
    world.found = ok(aRelease('0.2.0'))
    await updates.look()
    const done = updates.download()
    const before = world.pushes
    for (let bytes = 1; bytes <= 1000; bytes += 1) world.received(bytes)
    expect(world.pushes - before).toBe(100)
    world.download.say(ok('/d/l.deb'))
    await done
    expect(updates.view().state).toMatchObject({
      kind: 'ready',
      path: '/d/l.deb',
      command: 'install /d/l.deb',
    })
    expect(updates.readyPath()).toBe('/d/l.deb')
  })

  it('twice at once is once', async () => {
    const { updates, world } = setup()
    world.found = ok(aRelease('0.2.0'))
    await updates.look()
    void updates.download()
    expect((await updates.download()).ok).toBe(false)
    expect(world.downloads).toBe(1)
  })

  it('stopped, it can be begun again, and looked anew', async () => {
    const { updates, world, kind } = setup()
    world.found = ok(aRelease('0.2.0'))
    await updates.look()
    const first = updates.download()
    updates.cancel()
    expect(world.signal?.aborted).toBe(true)
    world.download.say(err('stopped'))
    await first
    expect(kind()).toBe('available')
    world.download = later()
    void updates.download()
    expect(world.signal?.aborted).toBe(false)
    expect(kind()).toBe('downloading')
  })

  it('failed, it says why, and can be tried again', async () => {
    const { updates, world, kind } = setup()
    world.found = ok(aRelease('0.2.0'))
    await updates.look()
    world.download.say(err('damaged'))
    await updates.download()
    expect(updates.view().state).toMatchObject({
      kind: 'failed',
      message: 'damaged',
      release: { version: '0.2.0' },
    })
    void updates.download()
    expect(kind()).toBe('downloading')
  })

  it('a package that lies ready stays so until something newer has come', async () => {
    const { updates, world, kind } = setup()
    world.found = ok(aRelease('0.2.0'))
    await updates.look()
    world.download.say(ok('/d/l.deb'))
    await updates.download()
    await updates.look()
    expect(kind()).toBe('ready')
    world.found = err('offline')
    await updates.look()
    expect(kind()).toBe('ready')
    world.found = ok(aRelease('0.3.0'))
    await updates.look()
    expect(kind()).toBe('available')
  })
})

describe('restarting', () => {
  it('is nothing that can be asked for before another version is there', async () => {
    const { updates, world } = setup()
    updates.lookAtProgram()
    expect(await updates.restart()).toEqual({
      ok: false,
      error: 'No other version was installed since Leasebar started.',
    })
    expect(world.restarts).toBe(0)
  })

  it('is offered once another version is there, and not while its file is away', async () => {
    const { updates, world, kind } = setup()
    world.mark = null
    updates.lookAtProgram()
    expect(kind()).toBe('idle')
    world.mark = 'two'
    updates.lookAtProgram()
    expect(kind()).toBe('installed')
    expect(world.restarts).toBe(0)
    await updates.restart()
    expect(world.restarts).toBe(1)
  })

  it('waits for what pays', async () => {
    const { updates, world, kind } = setup()
    world.mark = 'two'
    world.paying = true
    updates.lookAtProgram()
    const done = updates.restart()
    expect(kind()).toBe('restarting')
    expect(world.waits).toHaveLength(1)
    world.waits[0]?.()
    await new Promise((resolve) => setImmediate(resolve))
    expect(world.waits).toHaveLength(2)
    expect(world.restarts).toBe(0)
    world.paying = false
    world.waits[1]?.()
    await done
    expect(world.restarts).toBe(1)
  })

  it('called off and asked for again, it comes once', async () => {
    const { updates, world } = setup()
    world.mark = 'two'
    world.paying = true
    updates.lookAtProgram()
    const first = updates.restart()
    updates.cancel()
    const second = updates.restart()
    world.paying = false
    for (const go of world.waits) go()
    await Promise.all([first, second])
    expect(world.restarts).toBe(1)
  })

  it('called off while it waits, it does not come', async () => {
    const { updates, world, kind } = setup()
    world.mark = 'two'
    world.paying = true
    updates.lookAtProgram()
    const done = updates.restart()
    updates.cancel()
    expect(kind()).toBe('installed')
    world.paying = false
    world.waits[0]?.()
    await done
    expect(world.restarts).toBe(0)
  })
})
