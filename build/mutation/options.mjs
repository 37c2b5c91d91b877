import { fileURLToPath } from 'node:url';

/**
 * Stryker's options for one module.
 * @param {string} name
 * @param {import('./modules.mjs').MutatedModule} module
 * @returns {ConstructorParameters<typeof import('@stryker-mutator/core').Stryker>[0]}
 */
export function strykerOptions(name, { mutate }) {
  return {
    mutate: [...mutate, '!**/*.d.ts'],
    testRunner: 'vitest',
    vitest: { configFile: 'build/mutation/vitest.config.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('left-alone.mjs', import.meta.url))],
    ignorers: ['left-alone'],
    ignorePatterns: ['/out', '/docs'],
    tempDirName: `out/mutation/sandbox-${name}`,
    coverageAnalysis: 'perTest',
    // A value made while a module loads needs the module loaded again for each mutant.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: `out/mutation/${name}.json`,
    concurrency: 1,
    timeoutMS: 10_000,
    timeoutFactor: 3,
    // Stryker rewrites the file it finds here; ours need nothing.
    tsconfigFile: 'no-tsconfig.json',
    reporters: ['progress-append-only'],
    allowConsoleColors: false,
  };
}
