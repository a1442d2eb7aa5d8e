// Runs in the main process before the app, and does there what the bench asks for over a socket. A debugger would do
// too, but what it holds of the page is what V8 then collects for longest: it would be measured, and not the app.
const { app, BrowserWindow, contentTracing } = require('electron')
const { connect } = require('node:net')
const { createInterface } = require('node:readline')

const socket = connect(process.env.LEASEBAR_BENCH_SOCKET)

/** The page, as soon as there is one and its document can be looked into. */
function page() {
  const [window] = BrowserWindow.getAllWindows()
  if (window) return ready(window.webContents)
  return new Promise((resolve) => {
    app.once('web-contents-created', (_event, contents) => resolve(ready(contents)))
  })
}

function ready(contents) {
  if (contents.getURL() !== '' && !contents.isLoadingMainFrame()) return contents
  return new Promise((resolve) => contents.once('dom-ready', () => resolve(contents)))
}

let recording = null
const acts = {
  record: (categories) => contentTracing.startRecording({ included_categories: categories }),
  stop: (file) => {
    // Held by something, or it may be collected before it resolves.
    recording = contentTracing.stopRecording(file)
    return recording
  },
  resize: ({ width, height }) => BrowserWindow.getAllWindows()[0].setSize(width, height),
  bounds: () => BrowserWindow.getAllWindows()[0].getContentBounds(),
  page: async (code) => (await page()).executeJavaScript(code),
}

createInterface({ input: socket }).on('line', async (line) => {
  const { id, act, given } = JSON.parse(line)
  await app.whenReady()
  const answer = { id }
  try {
    answer.value = (await acts[act](given)) ?? null
  } catch (error) {
    answer.error = String(error)
  }
  socket.write(`${JSON.stringify(answer)}\n`)
})
