// Who may import whom: the table of docs/architecture.md, row by row. A row allows what it names and nothing else.
// A test keeps the row of the code beside it and may use the test tools besides. That components take only *types* from
// the domain is kept by scripts/lint/components-take-types.grit: no import is marked as a type's once it is resolved.
// No parser is named: the swc one knows no TSX and the TypeScript one no TypeScript 7, while the tolerant acorn finds
// every import of this house (counted against a search of the sources: 1,400 of 1,400).

const npm = (...names) => `^node_modules/(${names.join('|')})(/|$)`

const machine = '^lib/tcp/'
const items = '^lib/(items|misconceptions)/'
const domain = '^lib/(review|assessment|teach|exchange)/'
const capture = '^lib/(capture|observer)/'
const progress = '^lib/progress/'
const store = '^lib/store/'
const session = '^lib/session/'
const i18n = '^lib/i18n/'
const programs = '^lib/programs/'
const words = '^lib/words/'
const offline = '^lib/offline/'
const scenario = '^lib/scenario/'
const environment = '^lib/[^/]+[.]tsx?$'
const components = '^components/'
const prisma = [npm('@prisma', 'prisma', 'better-sqlite3'), '^lib/store/generated/']
const serverOnly = npm('server-only')
const zod = npm('zod')

/** What the files under `from` may import; `core: true` adds Node's own modules. */
const rows = [
  { name: 'lib/tcp', from: machine, may: [machine] },
  { name: 'lib/items, lib/misconceptions', from: items, may: [machine, capture, items, zod] },
  {
    name: 'lib/review, assessment, teach, exchange',
    from: domain,
    may: [
      machine,
      items,
      domain,
      zod,
      npm('ts-fsrs', 'temporal-polyfill', 'temporal-utils', 'fflate', 'papaparse', '@types/papaparse'),
    ],
  },
  { name: 'lib/capture, lib/observer', from: capture, may: [machine, capture] },
  { name: 'lib/progress', from: progress, may: [machine, items, '^lib/review/', progress, zod] },
  {
    name: 'lib/store',
    from: store,
    may: [
      machine,
      items,
      domain,
      progress,
      store,
      environment,
      zod,
      serverOnly,
      npm('@open-spaced-repetition'),
      ...prisma,
    ],
    core: true,
  },
  {
    name: 'lib/session',
    from: session,
    may: [
      session,
      store,
      domain,
      environment,
      zod,
      serverOnly,
      npm('better-auth', '@better-auth/passkey'),
      '^node_modules/next/headers',
    ],
    core: true,
  },
  { name: 'lib/scenario', from: scenario, may: [machine, scenario] },
  { name: 'lib/programs', from: programs, may: [programs, machine, zod] },
  { name: 'lib/offline', from: offline, may: [offline, machine, items, domain, words, i18n, zod] },
  {
    name: 'lib/words',
    from: words,
    may: [words, machine, capture, items, domain, progress, i18n, zod, npm('mdast-util-from-markdown', '@types/mdast')],
  },
  { name: 'lib/i18n', from: i18n, may: [i18n, '^messages/', npm('next-intl')] },
  {
    name: 'lib/*.ts',
    from: environment,
    may: [environment, zod, serverOnly, npm('pino', 'nodemailer', '@types/nodemailer')],
    core: true,
  },
  {
    name: 'components',
    from: components,
    may: [
      components,
      machine,
      capture,
      items,
      domain,
      progress,
      programs,
      scenario,
      words,
      offline,
      i18n,
      npm('react', '@types/react', 'react-dom', 'next-intl', '@dnd-kit', '@simplewebauthn/browser', 'uqr'),
      // React's lazy, with the chunk named in the server's HTML, and what lets a redirect past a form that catches what
      // its action throws; the rest of next is the app's.
      '^node_modules/next/dynamic',
      '^node_modules/next/navigation[.]',
    ],
  },
]

const test = '[.](test|testing)[.]tsx?$'
const testTools = [npm('vitest', 'fast-check', 'smtp-server', '@types/smtp-server'), zod]

const rowRules = rows.flatMap(({ name, from, may, core = false }) => [
  {
    name: `${name}: imports only what its row allows`,
    severity: 'error',
    from: { path: from, pathNot: test },
    to: { pathNot: may, ...(core && { dependencyTypesNot: ['core'] }) },
  },
  {
    name: `${name}: tests import only its row and the test tools`,
    severity: 'error',
    from: { path: `${from.replace(/[$]$/, '')}.*${test}` },
    to: { pathNot: [...may, ...testTools], dependencyTypesNot: ['core'] },
  },
])

module.exports = {
  forbidden: [
    { name: 'no cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no unresolved import', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'only lib/store imports Prisma',
      severity: 'error',
      // A journey has no months to wait.
      from: { pathNot: [store, '^prisma/', '^prisma[.]config[.]ts$', '^e2e/(age-cards|believing)[.]ts$'] },
      to: { path: prisma },
    },
    {
      name: 'lib never imports app or components',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: ['^app/', components] },
    },
    {
      name: 'a folder of lib has a row here',
      severity: 'error',
      from: { path: '^lib/', pathNot: rows.map(({ from }) => from) },
      to: {},
    },
    ...rowRules,
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/store/generated/'] },
    exclude: { path: ['(^|/)[.]next/', '[.]d[.]json[.]ts$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json'],
    },
  },
}
