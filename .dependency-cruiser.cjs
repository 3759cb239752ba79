/**
 * Which world may import which: domain <- contract <- server | web | cli.
 * The paths match anywhere, so that test/batas can hold a small broken copy which proves each rule.
 */
const world = (name) => `(^|/)src/${name}/`

module.exports = {
  forbidden: [
    {
      name: 'domain-sendiri',
      comment: 'The domain imports nothing of ours but itself',
      severity: 'error',
      from: { path: world('domain'), pathNot: '\\.test\\.ts$' },
      to: { path: ['(^|/)src/', '^test/', '^bench/'], pathNot: world('domain') },
    },
    {
      name: 'domain-tanpa-node',
      comment: 'The domain runs in the browser too',
      severity: 'error',
      from: { path: world('domain'), pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-hanya-zod',
      comment: 'Of npm the domain may use zod, which is pure',
      severity: 'error',
      from: { path: world('domain'), pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/', pathNot: 'node_modules/zod/' },
    },
    {
      name: 'contract-hanya-domain',
      comment: 'Promises depend on meaning, never on effects',
      severity: 'error',
      from: { path: world('contract'), pathNot: '\\.test\\.ts$' },
      to: { path: '.+', pathNot: [world('(contract|domain)'), 'node_modules/zod/'] },
    },
    {
      name: 'web-tanpa-server',
      comment: 'The browser gets nothing of the server',
      severity: 'error',
      from: { path: world('(web|ui)'), pathNot: '(\\.plugin\\.ts|\\.test\\.tsx?)$' },
      to: { path: [world('(server|cli)'), '^test/', '^bench/'] },
    },
    {
      name: 'ui-tanpa-web',
      comment: 'Shared parts do not know the app that uses them',
      severity: 'error',
      from: { path: world('ui') },
      to: { path: world('web') },
    },
    {
      name: 'server-tanpa-web',
      comment: 'The server and the command know nothing of the screens',
      severity: 'error',
      from: { path: world('(server|cli)') },
      to: { path: world('(web|ui)') },
    },
    {
      name: 'server-tanpa-cli',
      comment: 'The command uses the server, not the other way round',
      severity: 'error',
      from: { path: world('server'), pathNot: '\\.test\\.ts$' },
      to: { path: world('cli') },
    },
    {
      name: 'tanpa-bahan-uji',
      comment: 'Nothing that runs in production needs the tests',
      severity: 'error',
      from: { path: world('(server|cli|web|ui)'), pathNot: '(\\.test\\.tsx?|/uji\\.ts)$' },
      to: { path: '^test/' },
    },
    {
      name: 'handler-hanya-untuk-http',
      comment: "One concept does not call another's handlers: it uses its queries or the domain",
      severity: 'error',
      from: {
        path: '(^|/)src/server/([^/]+)/',
        pathNot: ['(^|/)src/server/http/', '\\.test\\.ts$'],
      },
      to: { path: '(^|/)src/server/[^/]+/handlers\\.ts$', pathNot: '(^|/)src/server/$2/' },
    },
    {
      name: 'harus-ditemukan',
      comment: 'An import that cannot be followed would hide every other rule',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'tanpa-lingkaran',
      comment: 'Modules that import each other in a ring cannot be read one at a time',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts'],
    },
  },
}
