import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import type { PoolOptions } from 'vitest/node';
import { rendererPlugins } from '../vite/renderer-plugins.ts';
import { mutatedModules } from './modules.mjs';
import { WarmWorker } from './warm-worker.ts';

const mutated = mutatedModules[process.env['SIGHTLINE_MUTATED'] ?? ''];
if (!mutated) throw new Error('SIGHTLINE_MUTATED names no module of build/mutation/modules.mjs');

/** A plugin, because Stryker sets the pool itself and accepts only the names of vitest's own. */
const keepWorkerWarm: Plugin = {
  name: 'keep-worker-warm',
  configureVitest({ project }) {
    const createPoolWorker = (options: PoolOptions) => new WarmWorker(options);
    Object.assign(project.config, { pool: 'warm', poolRunner: { name: 'warm', createPoolWorker } });
  },
};

export default defineConfig({
  // The simulated document does not survive a second run in the same thread.
  plugins: mutated.isDrawn ? rendererPlugins() : [keepWorkerWarm],
  test: {
    include: [...mutated.tests],
    environment: mutated.isDrawn ? 'happy-dom' : 'node',
    setupFiles: ['./test/support/property-seed.ts'],
    // Code that counts its mutants runs many times slower; Stryker has a limit of its own for a mutant.
    testTimeout: 60_000,
    isolate: mutated.isDrawn === true,
  },
});
