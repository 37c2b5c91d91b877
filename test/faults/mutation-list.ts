import type { SourceEdit } from '../support/source-copy';
import { typistMutations } from './typist-mutations';

export interface Mutation {
  readonly name: string;
  readonly removes: string;
  readonly edits: readonly SourceEdit[];
  /** The measures that must catch it. */
  readonly measures: readonly string[];
}

/** One protection each, removed as a careless change would. */
export const mutations: readonly Mutation[] = [
  {
    name: 're-subscribing',
    removes: 'a handshake after the first one no longer subscribes',
    measures: ['convergence'],
    edits: [
      {
        file: 'main/gws/stream/bayeux-session.ts',
        find: '    this.#hasAcknowledgements = agreesToAcknowledge(handshake.ext);\n',
        replace: `    this.#hasAcknowledgements = agreesToAcknowledge(handshake.ext);
    const http = this.#options.http as unknown as { hasSubscribed?: boolean };
    if (http.hasSubscribed === true) {
      this.#report((listener) => { listener.onSubscribed(); });
      return;
    }
    http.hasSubscribed = true;
`,
      },
    ],
  },
  {
    name: 'de-duplication',
    removes: 'a repeated entry is kept twice',
    measures: ['convergence'],
    edits: [
      { file: 'main/floor/ledger/entries.ts', find: 'if (winner !== before) changed.set', replace: 'changed.set' },
      {
        file: 'main/floor/ledger/entries.ts',
        find: 'entries.filter((entry) => !changes.has(entry.index))',
        replace: 'entries',
      },
    ],
  },
  {
    name: 'audience check',
    removes: 'main no longer compares the mode a text was composed in with the confirmed one',
    measures: ['audience'],
    edits: [
      {
        file: 'main/floor/commands/checks.ts',
        find: 'if (live.value.mode !== composedIn || dispatcher.isPending(modeCommandKinds, { chatId }))',
        replace: 'if (dispatcher === undefined)',
      },
      {
        file: 'main/floor/commands/checks.ts',
        find: 'if (!modesByAudience[audience].includes(composedIn))',
        replace: 'if (modesByAudience === undefined)',
      },
      {
        file: 'main/floor/commands/checks.ts',
        find: 'const areSame = areSameReaders(readers,',
        replace: 'const areSame = readers.length > -1 || areSameReaders(readers,',
      },
    ],
  },
  {
    name: 'live promise',
    removes: 'freshness no longer runs out, and a silent poll is waited for a minute',
    measures: ['convergence'],
    edits: [
      {
        file: 'main/gws/stream/derive-connection-state.ts',
        find: 'facts.ageMs !== null && facts.ageMs < freshnessLimitMs',
        replace: 'facts.ageMs !== null',
      },
      {
        file: 'main/gws/stream/polling-transport.ts',
        find: 'const heldGraceMs = 2_500;',
        replace: 'const heldGraceMs = 60_000;',
      },
    ],
  },
  {
    name: 're-reading after a loss',
    removes: 'what a failed poll may have swallowed is not read again',
    measures: ['convergence'],
    edits: [
      {
        file: 'main/gws/sync/server-sync.ts',
        find: 'if (mayHaveLost && this.#hasListened)',
        replace: 'if (mayHaveLost && !this.#hasListened)',
      },
    ],
  },
  {
    name: 'gap marking',
    removes: 'a transcript that could not be read again is shown without a gap',
    measures: ['convergence'],
    edits: [
      {
        file: 'main/floor/ledger/ledger.ts',
        find: 'if (entries === undefined) {',
        replace: 'if (entries === undefined && read === null) {',
      },
    ],
  },
  {
    name: 'Retry-After',
    removes: 'the moment a busy server named is not read',
    measures: ['convergence'],
    edits: [
      {
        file: 'main/gws/session/retry-after.ts',
        find: 'if (retryAfter === null) return null;',
        replace: 'if (retryAfter !== undefined) return null;',
      },
    ],
  },
  {
    name: 'single credential attempt',
    removes: 'credentials are tried again when the answer to them was lost',
    measures: ['herd'],
    edits: [
      { file: 'main/gws/session/session-renewal.ts', find: '    this.#hasTriedCredentials = true;\n', replace: '' },
    ],
  },
  {
    name: 'full jitter',
    removes: 'every console waits the same time',
    measures: ['herd'],
    edits: [{ file: 'main/gws/stream/backoff.ts', find: 'this.#random()', replace: '0.5' }],
  },
  {
    name: 'quarantine',
    removes: 'a line that does not fit throws instead of being put aside',
    measures: ['decoder'],
    edits: [
      {
        file: 'main/gws/translate/new-messages.ts',
        find: "      quarantine.keep('message', item);\n",
        replace: "      throw new Error('a line does not fit');\n",
      },
    ],
  },
  {
    name: 'one command per click',
    removes: 'neither window nor main notices that the same thing is already under way',
    measures: ['commands'],
    edits: [
      {
        file: 'main/floor/commands/command-dispatcher.ts',
        find: "if (this.isPending([plan.kind], same)) return fail('command.alreadyPending');",
        replace: 'if (same === undefined) return fail("internal");',
      },
      {
        file: 'renderer/stores/pending-commands.store.ts',
        find: 'if (same !== undefined) return',
        replace: 'if (same === null) return',
      },
    ],
  },
  {
    name: 'never sending again',
    removes: 'a write that stayed without an answer is sent a second time',
    measures: ['commands'],
    edits: [
      {
        file: 'main/gws/session/http-session.ts',
        find: 'if (first instanceof HttpFailure) return toResult(first, call);',
        replace: 'if (first instanceof HttpFailure) return this.#callOnce(call);',
      },
    ],
  },
  {
    name: 'chain of the journal',
    removes: 'a record is no longer checked against the hash of the one before it',
    measures: ['journal.tamper'],
    edits: [{ file: 'main/journal/verify.ts', find: 'if (record.prev !== previous.hash) {', replace: 'if (at < 0) {' }],
  },
  {
    name: 'head of the journal',
    removes: 'the end of the journal is no longer checked against its head',
    measures: ['journal.tamper'],
    edits: [
      {
        file: 'main/journal/verify.ts',
        find: "if (end.seq < head.seq) return bad('truncated', end.seq + 1, lines.at(-1));",
        replace: '',
      },
    ],
  },
  {
    name: 'recording of reads',
    removes: 'reads of transcripts leave without a record',
    measures: ['receipt.complete'],
    edits: [
      {
        file: 'main/gws/requests/recorded-http.ts',
        find: '    send: async (request) => {\n',
        replace:
          "    send: async (request) => {\n      if (request.url.includes('/messages')) return http.send(request);\n",
      },
    ],
  },
  {
    name: 'reply in an explanation',
    removes: 'a reply that only agents can read counts as an answer to the customer when a place is explained',
    measures: ['why.true'],
    edits: [
      {
        file: 'main/floor/attention/explain/next-things.ts',
        find: "return { index: (trace.lastIndex ?? 0) + 1, kind, author, visibility: 'everyone', text: '', at };",
        replace: "return { index: (trace.lastIndex ?? 0) + 1, kind, author, visibility: 'agents', text: '', at };",
      },
    ],
  },
  {
    name: 'ends of keywords in an explanation',
    removes: 'the first change of a place ignores that keywords stop being a reason after a while',
    measures: ['why.true'],
    edits: [
      {
        file: 'main/floor/attention/explain/first-change.ts',
        find: '...keywordEnds(joined.trace), ',
        replace: '',
      },
    ],
  },
  ...typistMutations,
];
