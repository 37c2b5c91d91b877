/**
 * What is mutated, by module, and the tests that have to notice. Order: what people trust most comes first.
 * @typedef {{ mutate: readonly string[], tests: readonly string[], isDrawn?: boolean }} MutatedModule
 * `isDrawn`: the tests mount components.
 */

/** @type {Readonly<Record<string, MutatedModule>>} */
export const mutatedModules = {
  'step-back': { mutate: ['main/floor/step-back/*.ts'], tests: ['test/unit/floor/step-back/**/*.test.ts'] },
  commands: { mutate: ['main/floor/commands/*.ts'], tests: ['test/unit/floor/{commands,step-back}/**/*.test.ts'] },
  ipc: { mutate: ['main/ipc/*.ts'], tests: ['test/unit/ipc/**/*.test.ts'] },
  ledger: { mutate: ['main/floor/ledger/*.ts'], tests: ['test/unit/floor/ledger/**/*.test.ts'] },
  readers: { mutate: ['renderer/domain/modes/*.ts'], tests: ['test/unit/renderer/domain/modes/**/*.test.ts'] },
  composer: {
    mutate: ['renderer/features/composer/*.ts'],
    tests: ['test/unit/renderer/composer/**/*.test.ts'],
    isDrawn: true,
  },
  stream: { mutate: ['main/gws/stream/*.ts'], tests: ['test/unit/gws/stream/**/*.test.ts'] },
  // The tests of http-date.ts change the time zone of their process, which a thread cannot.
  session: {
    mutate: ['main/gws/session/!(http-date).ts'],
    tests: ['test/unit/gws/session/!(http-date).test.ts'],
  },
  directory: {
    mutate: [
      'main/floor/agent-directory.ts',
      'main/gws/sync/directory-poller.ts',
      'main/gws/sync/agent-chats-{cache,reader}.ts',
      'main/gws/api/{agent-chats,contacts}.ts',
    ],
    tests: [
      'test/unit/gws/sync/**/*.test.ts',
      'test/unit/gws/api/**/*.test.ts',
      'test/unit/floor/{agent-directory,floor-store}.test.ts',
    ],
  },
  attention: { mutate: ['main/floor/attention/*.ts'], tests: ['test/unit/floor/attention/**/*.test.ts'] },
};
