/**
 * Forbids import cycles, which no single file shows. Lint checks the imports between modules (`lint/module-rules.mjs`).
 */
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or miss a third that both need.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'product-needs-no-tests',
      severity: 'error',
      comment: 'What ships must not reach into test/: move what is shared into the room that owns it.',
      from: { path: '^(main|preload|renderer|build)/' },
      to: { path: '^test/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that nothing answers fails only when it is reached.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(electron|virtual:|~icons/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'build/tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.vue', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
