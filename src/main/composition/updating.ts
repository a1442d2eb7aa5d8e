import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, type Session } from 'electron'
import { version } from '../../../package.json'
import releaseFeed from '../../../resources/releaseFeed.json'
import type { Settings } from '../../shared/domain/settings.ts'
import { appRoot } from '../desktop/appRoot.ts'
import { showFolderOf } from '../desktop/links.ts'
import { ownProgram } from '../desktop/ownProgram.ts'
import { onceFlags } from '../desktop/startFlags.ts'
import type { DocumentsStore } from '../store/documentsStore.ts'
import { createDailyLook } from '../updates/daily.ts'
import { download } from '../updates/download.ts'
import { type Feed, readFeed } from '../updates/feed.ts'
import { readHttpsText } from '../updates/https.ts'
import { installCommand, packageKindOf, restartArguments } from '../updates/install.ts'
import { programMark } from '../updates/programMark.ts'
import { readRelease } from '../updates/release.ts'
import { createUpdates } from '../updates/updates.ts'
import { setTimer, systemClock } from './clock.ts'
import { keptTime } from './keptTime.ts'
import { systemProxy } from './proxy.ts'

/** What looking for newer versions needs of the app. */
export interface UpdatingParts {
  readonly session: Session
  readonly documents: DocumentsStore
  readonly settings: () => Settings
  readonly isPaying: () => boolean
  readonly changed: () => void
  readonly log: (line: string) => void
}

/** The feed's file is a few lines. */
const mostFeedBytes = 100_000

/** Newer versions of Leasebar, on the real network, disk and program. */
export function createUpdating({ session, documents, settings, isPaying, changed, log }: UpdatingParts) {
  const clock = systemClock
  const wires = { proxyFor: (url: string) => systemProxy(session, url) }
  const kind = packageKindOf({
    platform: process.platform,
    execPath: process.execPath,
    isDebListed: existsSync('/var/lib/dpkg/info/leasebar.list'),
  })
  let restarts = false
  const updates = createUpdates({
    feed: feedOf(log),
    read: async (feed, signal) => {
      const text = await readHttpsText(wires, feed.url, mostFeedBytes, signal)
      return text.ok ? readRelease(text.value, feed, { version, kind, arch: process.arch }) : text
    },
    download: (file, received, signal) =>
      download(file, { wires, folder: app.getPath('downloads'), received, signal }),
    command: (path) => installCommand(kind, path),
    programMark: () => programMark(programFile()),
    isPaying,
    restart: () => {
      restarts = true
      app.quit()
    },
    wait: clock.wait,
    changed,
    log,
    now: clock.now,
  })
  const lastAt = keptTime(documents, 'updates')
  const daily = createDailyLook({
    setting: () => settings().lookForUpdates,
    look: updates.look,
    lastAt: lastAt.get,
    keepLastAt: lastAt.put,
    now: clock.now,
    setTimer,
  })
  return {
    ...updates,
    daily,
    showFile: () => {
      const path = updates.readyPath()
      if (path !== null) showFolderOf(path)
      return path !== null
    },
    /** They stay after all: the press on Restart is spent. A download goes on. */
    forgetRestart(): void {
      if (!restarts) return
      restarts = false
      updates.cancel()
    },
    /** The process ends now: starts it again where that was asked for. */
    relaunchIfAsked(): void {
      if (!restarts) return
      const args = restartArguments(process.argv.slice(1), onceFlags)
      app.relaunch({ execPath: ownProgram(process.execPath, process.env), args })
    },
  }
}

/** The feed of this copy. Where it is not packaged, the environment may name another one. */
function feedOf(log: (line: string) => void): Feed | null {
  const { LEASEBAR_RELEASE_FEED: feed, LEASEBAR_RELEASE_KEY: publicKey } = process.env
  const config = app.isPackaged || feed === undefined ? releaseFeed : { feed, publicKey }
  const read = readFeed(config)
  if (!read.ok) log(`newer versions are not looked for: ${read.error}`)
  return read.ok ? read.value : null
}

/** What changes when another version takes this one's place. */
function programFile(): string {
  return app.isPackaged ? join(process.resourcesPath, 'app.asar') : join(appRoot(), 'package.json')
}
