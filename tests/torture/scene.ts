/** One sequence's world: the ground, and Leasebar's runs on it, one after another. */
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { VendorClient } from '../../src/main/vendor/client.ts'
import type { Group } from '../../src/shared/domain/group.ts'
import { type App, type AppEvents, startApp } from './app.ts'
import { crashFolder, type Ground, key, openGround } from './ground.ts'
import { judgeBegin, judgeTold } from './judging.ts'
import { nowhere } from './routes.ts'
import type { Setup } from './steps.ts'
import { type Press, Violation } from './truth.ts'

/** A data folder with one connected account, copied for every sequence. */
export interface Template {
  readonly folder: string
  readonly accountId: string
  readonly passwords: ReadonlyMap<string, string>
  /** Puts another client in the place of Leasebar's: how a test shows that this harness notices. */
  readonly sabotage?: (client: VendorClient) => VendorClient
}

/** One sequence's world. */
export interface Scene extends Ground {
  readonly accountId: string
  readonly groups: Group[]
  /** The clicks of each group that are not answered yet. */
  readonly presses: Map<string, Press>
  /** How many charges the books held when a list of orders was taken in, by the wall time at which it was asked for. */
  readonly endsNoted: Map<number, number>
  /** Opens the folder again, as it was left by quitting or by a crash. */
  readonly startAgain: () => void
  app: App
  /** True time that goes by before Leasebar is started again, in ms. */
  away: number
  /** Counts the runs of Leasebar from 1. */
  run: number
}

const deaf: AppEvents = {
  begun: () => {},
  ended: () => {},
  settled: () => {},
  endsNoted: () => {},
  log: () => {},
}

/** Makes the template in a folder of its own under `base`. */
export async function makeTemplate(base: string): Promise<Template> {
  const folder = join(base, 'template')
  const passwords = new Map<string, string>()
  const ground = await openGround({ orders: [], groups: [], balance: '1.00', end: 'quit' }, passwords)
  const app = startApp(ground.partsOf(folder, 1, deaf))
  const form = { name: 'Main', key, apiUrl: nowhere, addressConfirmed: true, sessionOnly: false }
  const connected = await app.core.accounts.connect(form)
  if (!connected.ok) throw new Error(connected.error.message)
  await ground.network.quiet()
  await app.quit()
  await ground.close()
  return { folder, accountId: connected.value.accountId, passwords }
}

/** Opens a world by its setup, with Leasebar running on a copy of the template at `folder`. */
export async function openScene(folder: string, template: Template, setup: Setup): Promise<Scene> {
  const ground = await openGround(setup, new Map(template.passwords))
  cpSync(template.folder, folder, { recursive: true })
  let current = folder
  const events: AppEvents = {
    begun: (intent) => judgeBegin(scene, intent),
    ended: (renewal) => judgeTold(scene, renewal),
    settled: () => {},
    endsNoted: (readAt) => scene.endsNoted.set(readAt, ground.shop.listedCharges()),
    log: (line) => ground.truth.violations.push(new Violation('misbehaved', `logged: ${line}`)),
  }
  const start = (run: number): App => {
    const parts = ground.partsOf(current, run, events)
    const { sabotage = (client) => client } = template
    return startApp({ ...parts, clientOf: (...given) => sabotage(parts.clientOf(...given)) })
  }
  const scene: Scene = {
    ...ground,
    accountId: template.accountId,
    groups: [],
    presses: new Map(),
    endsNoted: new Map(),
    app: start(1),
    away: 0,
    run: 1,
    startAgain() {
      scene.app.bury()
      if (scene.app.hasCrashed()) {
        rmSync(current, { recursive: true, force: true })
        current = crashFolder(current)
      }
      scene.run += 1
      scene.app = start(scene.run)
    },
    async close() {
      await ground.close()
      await ground.network.quiet()
      scene.app.bury()
      rmSync(current, { recursive: true, force: true })
      rmSync(crashFolder(current), { recursive: true, force: true })
    },
  }
  ground.reached = (point) => scene.app.reached(point)
  return scene
}
