#!/usr/bin/env node
/** `npm start`: builds the app and runs it, with whatever words follow `--`. */
import { spawn, spawnSync } from 'node:child_process'
import { electronPath } from './electron-path.mjs'

const built = spawnSync('electron-vite', ['build'], { stdio: ['ignore', 'ignore', 'inherit'] })
if (built.status !== 0) process.exit(built.status ?? 1)
// Chromium refuses its sandbox to root; everyone else keeps it.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const app = spawn(await electronPath(), ['.', ...asRoot, ...process.argv.slice(2)], { stdio: 'inherit' })
app.on('exit', (code) => process.exit(code ?? 1))
