/** The arrows between folders (ARCHITECTURE.md): what may import what. Checked by `npm run check:arrows`. */
const features = 'accounts|groups|orders|balance|autoExtend|history|renewals'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^electron$' },
    },
    {
      name: 'shared-stands-alone',
      comment: 'shared imports nothing of Electron, Node or React, and nothing of either side',
      severity: 'error',
      from: { path: '^src/shared' },
      to: { pathNot: ['^src/shared', '^node_modules/zod/', '^zod'] },
    },
    {
      name: 'features-do-not-import-each-other',
      comment: 'a feature declares a port, index.ts wires it',
      severity: 'error',
      from: { path: `^src/main/(${features})/` },
      to: { path: '^src/main/', pathNot: '^src/main/$1/' },
    },
    {
      name: 'renewals-know-no-edges',
      comment: 'the heart knows no Electron, no HTTP, no disk',
      severity: 'error',
      from: { path: '^src/main/renewals/' },
      to: { pathNot: ['^src/main/renewals/', '^src/shared/'] },
    },
    {
      name: 'vendor-and-store-are-the-ground',
      severity: 'error',
      from: { path: '^src/main/(vendor|store)/' },
      to: { path: '^src/(main|renderer|preload)/', pathNot: '^src/main/$1/' },
    },
    {
      name: 'practice-shares-no-code',
      comment: 'client and embedded vendor must not agree on the same mistake',
      severity: 'error',
      from: { path: '^src/main/practice/' },
      to: { path: '^src/', pathNot: '^src/main/practice/' },
    },
    {
      name: 'only-the-root-knows-practice',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/(practice/|index|composition/)' },
      to: { path: '^src/main/practice/' },
    },
    {
      name: 'faults-stay-in-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/practice/(faults|odd)' },
      to: { path: '^src/main/practice/(faults|odd)' },
    },
    {
      name: 'watch-and-state-are-pure',
      severity: 'error',
      from: { path: '^src/main/(watch|state)/' },
      to: { pathNot: ['^src/main/(watch|state)/', '^src/shared/'] },
    },
    {
      name: 'nobody-imports-the-root',
      comment: 'index.ts and what it wires with stand on top',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/(index|composition/)' },
      to: { path: '^src/main/(index|composition/)' },
    },
    {
      name: 'desktop-knows-no-features',
      severity: 'error',
      from: { path: '^src/main/desktop/' },
      to: { path: `^src/main/(${features}|vendor|store|ipc|state)/` },
    },
    {
      name: 'ipc-knows-no-edges',
      severity: 'error',
      from: { path: '^src/main/ipc/' },
      to: { path: '^src/main/(desktop|vendor|store)/' },
    },
    {
      name: 'electron-at-the-edges-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main/(index|composition/|desktop/|ipc/register)|preload/)' },
      to: { path: '^(electron$|node_modules/electron/)' },
    },
    {
      name: 'preload-derives-from-the-contract',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { pathNot: ['^src/preload/', '^src/shared/', '^(electron$|node_modules/electron/)'] },
    },
    {
      name: 'renderer-values-from-rules-only',
      comment:
        'types from the contract, values from the pure rules and the words: zod stays out of the bundle',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: {
        path: '^src/shared/',
        pathNot: '^src/shared/(domain/(rules/|result)|words/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'renderer-knows-no-main',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^src/(main|preload)/' },
    },
    {
      name: 'main-knows-no-renderer',
      severity: 'error',
      from: { path: '^src/(main|preload|shared)/' },
      to: { path: '^src/renderer/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'node', 'types'],
    },
    combinedDependencies: true,
  },
}
