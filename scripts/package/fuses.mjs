import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

/** How every fuse that is known stands, and why. asar integrity exists on macOS and Windows only. */
export const wanted = {
  // No program of ours runs as Node, and nobody else's is to.
  [FuseV1Options.RunAsNode]: false,
  // The page's session is in memory only: there are no cookies, and no key in the keychain for them.
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: process.platform !== 'linux',
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // There is no snapshot of ours.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // The page comes over app:, never file:.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // As Electron has it: without them every WebAssembly access is checked by hand.
  [FuseV1Options.WasmTrapHandlers]: true,
}

/**
 * Sets every fuse of an Electron binary and reads them back; throws on one that is not known here, and where what is
 * read is not what was set. `inspectable`: for a copy under test only.
 * @param {string} binary
 * @param {{inspectable?: boolean}} options
 * @returns {Promise<string[]>} what was read back, a line each
 */
export async function setFuses(binary, { inspectable = false } = {}) {
  const wire = Object.keys(await getCurrentFuseWire(binary)).filter((key) => key !== 'version')
  const config = {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Without a signature nothing starts on Apple’s own processors, and a changed fuse breaks the one that Electron has.
    resetAdHocDarwinSignature: process.platform === 'darwin',
  }
  for (const index of wire) {
    if (wanted[index] === undefined)
      throw new Error(`this Electron has a fuse that is not known: number ${index}`)
    config[index] = wanted[index]
  }
  if (inspectable) config[FuseV1Options.EnableNodeCliInspectArguments] = true
  await flipFuses(binary, config)
  return readFuses(binary, config)
}

/** Reads the fuses and compares them with what was set. */
async function readFuses(binary, config) {
  const { version: _version, ...wire } = await getCurrentFuseWire(binary)
  return Object.entries(wire).map(([index, state]) => {
    const expected = config[index] ? FuseState.ENABLE : FuseState.DISABLE
    const name = FuseV1Options[index]
    if (state !== expected) throw new Error(`the fuse ${name} reads ${state}, and ${expected} was set`)
    return `${name} ${config[index] ? 'on' : 'off'}`
  })
}
