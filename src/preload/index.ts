/**
 * Runs in the page's sandbox before its scripts: exposes the contract as `window.leasebar`, and nothing more. With
 * ipc/register.ts the only place where Electron's raw IPC is touched.
 */
import { contextBridge, ipcRenderer } from 'electron'
import { makeBridge } from './bridge.ts'

const bridge = makeBridge({
  invoke: (channel, request) => ipcRenderer.invoke(channel, request),
  listen: (channel, listener) => {
    const heard = (_event: unknown, message: unknown): void => listener(message)
    ipcRenderer.on(channel, heard)
    return () => {
      ipcRenderer.removeListener(channel, heard)
    }
  },
})

contextBridge.exposeInMainWorld('leasebar', bridge)
