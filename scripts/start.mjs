#!/usr/bin/env node
/** `npm start`: builds the app and runs it, with whatever words follow `--`. */
import { spawn, spawnSync } from 'node:child_process'
import { ensureLibraries, userFlags } from './demo/display.mjs'
import { findElectron } from './electron-path.mjs'

/** Builds, and runs the app from there; answers its exit code. `words` are flags of the app. */
export async function start(words) {
  const electron = await findElectron()
  console.error(`electron ${electron.version}: ${electron.why}`)
  await ensureLibraries(electron.path)
  const built = spawnSync('npm', ['run', '-s', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (built.status !== 0) return built.status ?? 1
  const app = spawn(electron.path, ['.', ...userFlags(), ...words], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    app.on('error', reject)
    app.on('exit', (code) => resolve(code ?? 1))
  })
}

if (import.meta.main ?? process.argv[1]?.endsWith('start.mjs')) {
  try {
    process.exitCode = await start(process.argv.slice(2))
  } catch (error) {
    console.error(`start: ${error.message}`)
    process.exitCode = 1
  }
}
