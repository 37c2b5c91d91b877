import { describe, expect, it } from 'vitest';
import type { FloorChange, KeptDraft, SessionState, WindowView } from '../../../preload/contract';
import { WorkKeeper } from '../../../main/settings/kept-work';

const sam = { userId: 's', userName: 'sam', name: 'Sam', serverName: 'one', isPractice: false, serverVersion: null };
const phase = (session: SessionState): FloorChange => ({ type: 'sessionChanged', session });
const signedIn = (who = sam): FloorChange => phase({ phase: 'signedIn', who });
const ana = { participantId: 'ana', kind: 'agent', nickname: 'Ana' } as const;
const kim = { participantId: 'kim', kind: 'customer', nickname: 'Kim' } as const;
const draftOf = (changes: Partial<KeptDraft> = {}): KeptDraft => ({
  chatId: 'c',
  mode: 'coach',
  audience: 'agents',
  readers: [ana],
  sentAs: null,
  text: 'Offer a refund',
  ...changes,
});
const view: WindowView = {
  place: 'chats',
  chatId: 'c',
  anchor: { index: 3, hiddenPx: 12 },
  readUpTo: [],
  writing: null,
};
const nothing = { drafts: [], view: null };

function keeperWith(...drafts: readonly KeptDraft[]): WorkKeeper {
  const keeper = new WorkKeeper();
  keeper.hear([signedIn()]);
  for (const draft of drafts) keeper.keepDraft(draft);
  keeper.keepView(view, 'main');
  return keeper;
}

describe('WorkKeeper', () => {
  it('keeps the last text of each chat, mode and audience, and where somebody was', () => {
    const toEveryone = draftOf({ mode: 'bargeIn', audience: 'everyone', text: 'Hello' });
    const keeper = keeperWith(draftOf({ text: 'Off' }), toEveryone, draftOf());
    expect(keeper.recall('main')).toEqual({ drafts: [toEveryone, draftOf()], view });
    keeper.keepDraft(draftOf({ text: '' }));
    expect(keeper.recall('main').drafts).toEqual([toEveryone]);
  });

  it('keeps the same drafts for every window, and the place in each by itself', () => {
    const keeper = keeperWith(draftOf());
    expect(keeper.recall('wall')).toEqual({ drafts: [draftOf()], view: null });
    keeper.keepView({ ...view, place: 'wall' }, 'wall');
    expect([keeper.recall('main').view?.place, keeper.recall('wall').view?.place]).toEqual(['chats', 'wall']);
  });

  it('numbers every change of a draft, also one that takes it away', () => {
    const keeper = keeperWith(draftOf());
    const numbers = [draftOf({ text: 'x' }), draftOf({ text: '' }), draftOf()].map(
      (draft) => keeper.keepDraft(draft).revision,
    );
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    expect(new Set(numbers).size).toBe(3);
  });

  it('keeps a text to everyone and a whisper apart, while barged in, and both are back after a reload', () => {
    const readers = [ana, kim];
    const toEveryone = draftOf({ mode: 'bargeIn', audience: 'everyone', readers, text: 'Hello both' });
    const whisper = draftOf({ mode: 'bargeIn', text: 'Let me answer' });
    expect(keeperWith(toEveryone, whisper).recall('main').drafts).toEqual([toEveryone, whisper]);
  });

  it('keeps texts begun for other readers apart, and what was sent apart from what is written', () => {
    const others = draftOf({ readers: [ana, { ...ana, participantId: 'ben' }], text: 'Both of you' });
    const sent = draftOf({ sentAs: 'r-1', text: 'First' });
    expect(keeperWith(draftOf(), others, sent).recall('main').drafts).toEqual([draftOf(), others, sent]);
  });

  it('gives a draft one number from its first letter to its last, and remembers by it whom it was begun for', () => {
    const keeper = keeperWith();
    const first = keeper.keepDraft(draftOf({ text: 'O' })).draft;
    keeper.keepDraft(draftOf({ chatId: 'd', text: 'x' }));
    expect(keeper.keepDraft(draftOf({ text: 'Of' })).draft).toBe(first);
    expect(keeper.begunFor(first ?? 0)).toMatchObject({ chatId: 'c', mode: 'coach', readers: [ana] });
    expect(keeper.keepDraft(draftOf({ text: '' })).draft).toBeNull();
    expect(keeper.begunFor(first ?? 0)).toBeNull();
    expect(keeper.keepDraft(draftOf({ text: 'O' })).draft).not.toBe(first);
  });

  it('takes a sent draft away, as a change that windows can be told', () => {
    const keeper = keeperWith();
    const { draft, revision } = keeper.keepDraft(draftOf({ sentAs: 'r-1' }));
    const change = keeper.sent(draft ?? 0);
    expect(change).toEqual({ draft: draftOf({ sentAs: 'r-1', text: '' }), revision: revision + 1 });
    expect([keeper.recall('main').drafts, keeper.sent(draft ?? 0)]).toEqual([[], null]);
  });

  it('forgets the drafts of a chat that is taken off the list, and no others', () => {
    const keeper = keeperWith(draftOf(), draftOf({ chatId: 'd' }));
    keeper.hear([{ type: 'chatRemoved', chatId: 'c' }]);
    expect(keeper.recall('main').drafts).toEqual([draftOf({ chatId: 'd' })]);
  });

  it('forgets everything when somebody signs out', () => {
    const keeper = keeperWith(draftOf());
    keeper.hear([phase({ phase: 'signingOut' }), phase({ phase: 'signedOut' }), signedIn()]);
    expect(keeper.recall('main')).toEqual(nothing);
  });

  it('survives a session that ended by itself, but shows nothing meanwhile', () => {
    const keeper = keeperWith(draftOf());
    keeper.hear([phase({ phase: 'signedOut' })]);
    expect(keeper.recall('main')).toEqual(nothing);
    keeper.hear([phase({ phase: 'signingIn' }), signedIn()]);
    expect(keeper.recall('main')).toEqual({ drafts: [draftOf()], view });
  });

  it.each([
    { ...sam, userId: 't' },
    { ...sam, serverName: 'two' },
    { ...sam, isPractice: true },
  ])('shows nothing of it to another: %j', (other) => {
    const keeper = keeperWith(draftOf());
    keeper.hear([phase({ phase: 'signedOut' }), signedIn(other)]);
    expect(keeper.recall('main')).toEqual(nothing);
    keeper.hear([phase({ phase: 'signedOut' }), signedIn()]);
    expect(keeper.recall('main')).toEqual(nothing);
  });

  it('keeps nothing while nobody is signed in, and never more than two hundred drafts', () => {
    const keeper = new WorkKeeper();
    keeper.keepDraft(draftOf());
    keeper.hear([signedIn()]);
    expect(keeper.recall('main')).toEqual(nothing);
    for (let chat = 0; chat < 250; chat += 1) keeper.keepDraft(draftOf({ chatId: String(chat) }));
    const { drafts } = keeper.recall('main');
    expect([drafts.length, drafts[0]?.chatId, drafts.at(-1)?.chatId]).toEqual([200, '50', '249']);
  });
});
