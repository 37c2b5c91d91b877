import { describe, expect, it } from 'vitest';
import type { EntryUpdate } from '../../../../main/floor/events';
import { combine, isSameEntry } from '../../../../main/floor/ledger/combine-entries';
import type { Author, TranscriptEntry } from '../../../../preload/contract';
import { ada, entry } from '../../../support/floor/readings';

const author: Author = {
  participantId: 'part-ada',
  kind: 'agent',
  nickname: 'Ada',
  userId: 'user-ada',
  visibility: 'everyone',
};

function stored(changes: Partial<TranscriptEntry> = {}): TranscriptEntry {
  return { index: 1, kind: 'text', author, visibility: 'everyone', text: 'Hello', at: 1_000, ...changes };
}

function reported(changes: Partial<EntryUpdate> = {}): EntryUpdate {
  return entry(1, { from: ada, text: 'Hello', ...changes });
}

describe('isSameEntry', () => {
  const long = 'x'.repeat(200);
  const quoted = `&lt;b&gt; &quot;R&amp;D&quot; it&apos;s it&#39;s`;

  it.each<readonly [string, Partial<TranscriptEntry>, Partial<EntryUpdate>]>([
    ['a repeated version', {}, {}],
    ['a version that omits the kind', {}, { kind: 'unknown' }],
    ['a stored version without the kind', { kind: 'unknown' }, {}],
    ['a version without an author', {}, { from: null }],
    [
      'a stored version without an author',
      { author: { ...author, participantId: null, nickname: 'Bo', userId: null } },
      {},
    ],
    ['another name for the same participant', {}, { from: { ...ada, nickname: 'Ada L.', userId: null } }],
    ['another participant of the same user', {}, { from: { ...ada, participantId: 'p', nickname: 'A' } }],
    ['another participant of the same name', {}, { from: { ...ada, participantId: 'p', userId: 'u' } }],
    ['another participant without a name', {}, { from: { ...ada, participantId: 'p', userId: 'u', nickname: '' } }],
    [
      'a stored participant without a name',
      { author: { ...author, nickname: '', userId: null } },
      { from: { ...ada, participantId: 'p', nickname: 'Bo', userId: null } },
    ],
    ['a version without its text', {}, { text: '' }],
    ['a stored version without its text', { text: '' }, {}],
    ['an escaped text', { text: `<b> "R&D" it's it's` }, { text: quoted }],
    ['other spaces', { text: 'a b' }, { text: ' a \u0007\n b\u200b ' }],
    ['another normal form', { text: '\u00e9' }, { text: 'e\u0301' }],
    ['a text that was cut', { text: `${long} and more` }, { text: long }],
    ['a stored text that was cut', { text: long }, { text: `${long} and more` }],
  ])('takes %s for the same entry', (_case, known, update) => {
    expect(isSameEntry(stored(known), reported(update))).toBe(true);
  });

  it.each<readonly [string, Partial<TranscriptEntry>, Partial<EntryUpdate>]>([
    ['another kind', {}, { kind: 'joined' }],
    ['another author', {}, { from: { ...ada, participantId: 'p', userId: 'u', nickname: 'Bo' } }],
    [
      'another author, both without a user',
      { author: { ...author, userId: null } },
      { from: { ...ada, participantId: 'p', userId: null, nickname: 'Bo' } },
    ],
    ['another text', {}, { text: 'Goodbye' }],
    ['joined words', { text: 'a b' }, { text: 'ab' }],
    ['the beginning of a short text', { text: `${long.slice(1)} and more` }, { text: long.slice(1) }],
    ['the middle of a long text', { text: `and ${long} more` }, { text: long }],
  ])('takes %s for another entry', (_case, known, update) => {
    expect(isSameEntry(stored(known), reported(update))).toBe(false);
  });
});

describe('combine', () => {
  const nameless = { ...author, nickname: '' };
  const whisper = { author: { ...author, visibility: 'agents' }, visibility: 'agents' } as const;
  const hidden = { author: { ...author, visibility: 'supervisors' }, visibility: 'supervisors' } as const;

  it.each<readonly [string, Partial<TranscriptEntry>, Partial<TranscriptEntry>, Partial<TranscriptEntry>]>([
    ['the kind that one omits', { kind: 'unknown' }, { kind: 'left' }, { kind: 'left' }],
    ['the longer text', { text: 'b' }, { text: 'ab' }, { text: 'ab' }],
    ['the greater of equally long texts', { text: 'abd' }, { text: 'abc' }, { text: 'abd' }],
    ['the author that one omits', { author: { ...nameless, participantId: null } }, {}, { author }],
    ['the name that one omits', { author: nameless }, {}, { author }],
    ['the user that one omits', { author: { ...author, userId: null } }, {}, { author }],
    ['the visibility that one omits', { author: { ...author, visibility: null } }, whisper, whisper],
    ['the wider visibility of a contradiction', hidden, whisper, { ...whisper, author: hidden.author }],
    [
      'the greater participant, with its kind',
      {},
      { author: { ...author, participantId: 'part-zoe', kind: 'customer' } },
      { author: { ...author, participantId: 'part-zoe', kind: 'customer' } },
    ],
    [
      'the greater user',
      {},
      { author: { ...author, userId: 'user-zoe' } },
      { author: { ...author, userId: 'user-zoe' } },
    ],
    ['the earlier time', { at: 2_000 }, { at: 1_000 }, { at: 1_000 }],
  ])('takes %s, whichever comes first', (_case, one, other, expected) => {
    const both = [combine(stored(one), stored(other)), combine(stored(other), stored(one))];
    expect(both).toEqual([stored(expected), stored(expected)]);
  });

  it('keeps the stored kind of one participant', () => {
    const customer = stored({ author: { ...author, kind: 'customer' } });
    expect([combine(stored(), customer), combine(customer, stored())]).toEqual([stored(), customer]);
  });

  it('keeps the first of two guessed times, and a reported time whenever it comes', () => {
    const guess = (at: number) => stored({ at, isTimeGuessed: true });
    expect(combine(guess(2_000), guess(1_000))).toEqual(guess(2_000));
    expect(combine(guess(500), stored())).toEqual(stored());
    expect(combine(stored(), guess(500))).toEqual(stored());
  });

  it('keeps how the stored version is numbered', () => {
    expect(combine(stored({ numbering: 'doubled' }), stored({ at: 500 }))).toEqual(
      stored({ numbering: 'doubled', at: 500 }),
    );
  });

  it('returns the stored entry and its author themselves when nothing is new', () => {
    const before = stored();
    expect(combine(before, stored({ author: { ...author } }))).toBe(before);
    expect(combine(before, stored({ author: { ...author }, text: 'Hello!' })).author).toBe(author);
  });
});
