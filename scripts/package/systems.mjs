import { chmodSync, cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeDeb, makeTarball } from './deb.mjs'
import { makeInstallers } from './installers.mjs'

/**
 * What differs from system to system. `binary`: what the fuses are set in. `finish`: what is put beside Electron.
 * `packages`: makes what people install, and gives its files. Only `linux` was ever run.
 */
export const systems = {
  linux: {
    tray: 'linux',
    options: { executableName: 'leasebar-bin' },
    binary: (app) => join(app, 'leasebar-bin'),
    resources: (app) => app,
    finish(root, app) {
      cpSync(join(root, 'resources', 'linux', 'launcher.sh'), join(app, 'leasebar'))
      chmodSync(join(app, 'leasebar'), 0o755)
      keepLocales(join(app, 'locales'))
    },
    packages: async (parts) => [
      await makeDeb({ ...parts, work: join(parts.work, 'deb') }),
      await makeTarball({ ...parts, work: join(parts.work, 'tar') }),
    ],
  },
  win32: {
    tray: 'win',
    options: {
      executableName: 'Leasebar',
      icon: join('resources', 'icon.ico'),
      win32metadata: { CompanyName: 'The Leasebar developers', FileDescription: 'Leasebar' },
    },
    binary: (app) => join(app, 'Leasebar.exe'),
    resources: (app) => app,
    finish: (_root, app) => keepLocales(join(app, 'locales')),
    packages: makeInstallers,
  },
  darwin: {
    tray: 'mac',
    options: {
      appBundleId: 'dev.leasebar.app',
      appCategoryType: 'public.app-category.business',
      icon: join('resources', 'icon.icns'),
      // A tray app: it has no place in the dock.
      extendInfo: { LSUIElement: true },
    },
    binary: (app) => join(app, 'Leasebar.app'),
    resources: (app) => join(app, 'Leasebar.app', 'Contents', 'Resources'),
    finish: () => undefined,
    packages: makeInstallers,
  },
}

/** Chromium's own words, which Leasebar shows next to none of, in the languages that Leasebar speaks. */
function keepLocales(folder) {
  for (const file of readdirSync(folder)) {
    if (!['en-US.pak', 'en-GB.pak', 'ru.pak'].includes(file)) rmSync(join(folder, file))
  }
}
