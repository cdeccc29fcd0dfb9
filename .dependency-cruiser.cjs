/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      // How Japanese is spelled with Latin letters is a table of values, as the holidays are.
      name: 'pure-domain',
      severity: 'error',
      from: { path: '^libs/[^/]+/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/(kernel/|[^/]+/domain/)|node_modules/wanakana/' },
    },
    {
      // The kernel computes: hashes of ids and the table of holidays are values, not I/O.
      name: 'pure-kernel',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/kernel/|^crypto$|^node:crypto$|node_modules/@holiday-jp/' },
    },
    {
      name: 'by-its-front-door',
      severity: 'error',
      from: { path: '^(?:libs|apps)/([^/]+)/' },
      to: { path: '^libs/[^/]+/', pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$'] },
    },
    {
      name: 'platform-knows-no-context',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: '^libs/', pathNot: '^libs/(platform|kernel)/' },
    },
    {
      name: 'nothing-imports-apps',
      severity: 'error',
      from: { pathNot: '^(apps|test)/|\\.spec\\.ts$' },
      to: { path: '^apps/' },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/|\\.spec\\.ts$' },
    },
    {
      name: 'web-features-stand-apart',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/(?:features|app)/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-engines-know-no-context',
      severity: 'error',
      from: { path: '^apps/web/src/(?:(?:api|forms|i18n|live|time|ui)/|feature\\.ts$)' },
      to: { path: '^apps/web/src/(?:features|app)/' },
    },
    {
      // What the screens know of the server stands in its OpenAPI document.
      name: 'web-knows-the-api-only',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(?:apps|libs|migrations|test)/', pathNot: '^apps/web/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['types', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
