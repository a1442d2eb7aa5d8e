import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { listsBundled } from './scripts/package/bundled.mjs'

/**
 * How the app is built. Targets are written out because electron-vite otherwise aims at the Electron that is
 * installed, and the code has to run on both 45 (for users) and 33.3 (Node 20, Chromium 130). With them set, a build
 * needs no Electron binary; `electron-vite dev` and `preview` take theirs from ELECTRON_EXEC_PATH.
 */
const nodeTarget = 'node20'
const chromeTarget = 'chrome130'

export default defineConfig({
  main: {
    plugins: [listsBundled('main')],
    build: {
      target: nodeTarget,
      minify: true,
      // What package.json lists under `dependencies` (native modules) stays outside; everything else is bundled,
      // which halves the time to start.
      externalizeDeps: true,
      rolldownOptions: { input: { index: resolve('src/main/index.ts') } },
    },
  },
  preload: {
    plugins: [listsBundled('preload')],
    build: {
      target: nodeTarget,
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts') },
        // A sandboxed preload must be CommonJS, and `.cjs` says so inside a package of type module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), listsBundled('renderer')],
    build: {
      target: chromeTarget,
      minify: true,
      // The page's policy allows no `data:` fonts or scripts, so nothing but small images may be inlined.
      assetsInlineLimit: (file) => (/\.(?:png|svg)$/.test(file) ? undefined : false),
      rolldownOptions: { input: { index: resolve('src/renderer/index.html') } },
    },
  },
})
