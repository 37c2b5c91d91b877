import { describe, expect, it } from 'vitest';
import type { FloorChange, Draft, SessionState, ViewState } from '../../../preload/contract';
import { WorkspaceMemory, type WindowRole } from '../../../main/settings/workspace-memory';

const sam = { userId: 's', userName: 'sam', name: 'Sam', serverName: 'one', isPractice: false, serverVersion: null };
const phase = (session: SessionState): FloorChange => ({ type: 'sessionChanged', session });
const signedIn = (who = sam): FloorChange => phase({ phase: 'signedIn', who });
const ana = { participantId: 'ana', kind: 'agent', nickname: 'Ana' } as const;
const kim = { participantId: 'kim', kind: 'customer', nickname: 'Kim' } as const;
const draftOf = (changes: Partial<Draft> = {}): Draft => ({
  chatId: 'c',
  mode: 'coach',
  audience: 'agents',
  readers: [ana],
  sentAs: null,
  text: 'Offer a refund',
  ...changes,
});
const view: ViewState = {
  place: 'chats',
  chatId: 'c',
  anchor: { index: 3, offsetPx: 12 },
  readUpTo: [],
  writing: null,
};
const nothing = { drafts: [], view: null };
const found = (keeper: WorkspaceMemory, role: WindowRole = 'main') => {
  const { drafts, view: place } = keeper.recall(role);
  return { drafts, view: place };
};

function keeperWith(...drafts: readonly Draft[]): WorkspaceMemory {
  const keeper = new WorkspaceMemory();
  keeper.hear([signedIn()]);
  for (const draft of drafts) keeper.keepDraft(draft, 1);
  keeper.saveViewState(view, 'main');
  return keeper;
}

describe('WorkspaceMemory', () => {
  it('keeps the last text of each chat, mode and audience, and where somebody was', () => {
    const toEveryone = draftOf({ mode: 'bargeIn', audience: 'everyone', text: 'Hello' });
    const keeper = keeperWith(draftOf({ text: 'Off' }), toEveryone, draftOf());
    expect(found(keeper)).toEqual({ drafts: [toEveryone, draftOf()], view });
    keeper.keepDraft(draftOf({ text: '' }), 1);
    expect(keeper.recall('main').drafts).toEqual([toEveryone]);
  });

  it('keeps the same drafts for every window, and the place in each by itself', () => {
    const keeper = keeperWith(draftOf());
    expect(found(keeper, 'wall')).toEqual({ drafts: [draftOf()], view: null });
    keeper.saveViewState({ ...view, place: 'wall' }, 'wall');
    expect([keeper.recall('main').view?.place, keeper.recall('wall').view?.place]).toEqual(['chats', 'wall']);
  });

  it('numbers every change of a draft, also one that takes it away', () => {
    const keeper = keeperWith(draftOf());
    const numbers = [draftOf({ text: 'x' }), draftOf({ text: '' }), draftOf()].map(
      (draft) => keeper.keepDraft(draft, 1).revision,
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
    const first = keeper.keepDraft(draftOf({ text: 'O' }), 1).draft;
    keeper.keepDraft(draftOf({ chatId: 'd', text: 'x' }), 1);
    expect(keeper.keepDraft(draftOf({ text: 'Of' }), 1).draft).toBe(first);
    expect(keeper.begunFor(first ?? 0)).toMatchObject({ chatId: 'c', mode: 'coach', readers: [ana] });
    expect(keeper.keepDraft(draftOf({ text: '' }), 1).draft).toBeNull();
    expect(keeper.begunFor(first ?? 0)).toBeNull();
    expect(keeper.keepDraft(draftOf({ text: 'O' }), 1).draft).not.toBe(first);
  });

  it('takes a sent draft away, as a change that windows can be told', () => {
    const keeper = keeperWith();
    const { draft, revision } = keeper.keepDraft(draftOf({ sentAs: 'r-1' }), 1);
    const change = keeper.sent(draft ?? 0);
    expect(change).toEqual({ draft: draftOf({ sentAs: 'r-1', text: '' }), revision: revision + 1 });
    expect([keeper.recall('main').drafts, keeper.sent(draft ?? 0)]).toEqual([[], null]);
  });

  it('takes a text out of its field with its number, and begins the next one with another', () => {
    const keeper = keeperWith();
    const written = keeper.keepDraft(draftOf(), 1);
    const out = draftOf({ sentAs: 'r-1' });
    const sentOut = keeper.sendOut({ draft: out, basedOn: written.revision }, 1);
    expect(sentOut).toEqual({ revision: written.revision + 1, draft: written.draft, stands: null });
    expect(keeper.recall('main')).toMatchObject({ drafts: [out], revision: sentOut.revision });
    expect(keeper.keepDraft(draftOf(), 1).draft).not.toBe(written.draft);
  });

  it('sends a text once when Enter is pressed in two windows at the same moment', () => {
    const keeper = keeperWith();
    const { revision } = keeper.keepDraft(draftOf(), 1);
    const first = keeper.sendOut({ draft: draftOf({ sentAs: 'r-1' }), basedOn: revision }, 1);
    const second = keeper.sendOut({ draft: draftOf({ sentAs: 'r-2' }), basedOn: revision }, 2);
    expect(second).toEqual({ revision: first.revision, draft: null, stands: draftOf({ text: '' }) });
    expect(keeper.recall('main').drafts).toEqual([draftOf({ sentAs: 'r-1' })]);
    // The next text, typed where the first was sent, is not the other window's to send before it is seen there.
    const next = keeper.keepDraft(draftOf({ text: 'Next' }), 1);
    const stale = { draft: draftOf({ sentAs: 'r-3' }), basedOn: first.revision };
    expect(keeper.sendOut(stale, 2)).toMatchObject({ draft: null, stands: draftOf({ text: 'Next' }) });
    const seen = { draft: draftOf({ sentAs: 'r-4', text: 'Next' }), basedOn: next.revision };
    expect(keeper.sendOut(seen, 2)).toMatchObject({ draft: next.draft, stands: null });
  });

  it('lets a window send what it typed itself before it heard the number of it', () => {
    const keeper = keeperWith(draftOf());
    expect(keeper.sendOut({ draft: draftOf({ sentAs: 'r-1' }), basedOn: 0 }, 1).stands).toBeNull();
  });

  it('begins to send a number once', () => {
    const keeper = keeperWith();
    const number = keeper.keepDraft(draftOf({ sentAs: 'r-1' }), 1).draft ?? 0;
    expect([keeper.beginSend(number), keeper.beginSend(number), keeper.beginSend(999)]).toEqual([true, false, false]);
    keeper.keepDraft(draftOf({ sentAs: 'r-1' }), 1);
    expect(keeper.beginSend(number)).toBe(false);
  });

  it('forgets the drafts of a chat that is taken off the list, and no others', () => {
    const keeper = keeperWith(draftOf(), draftOf({ chatId: 'd' }));
    keeper.hear([{ type: 'chatRemoved', chatId: 'c' }]);
    expect(keeper.recall('main').drafts).toEqual([draftOf({ chatId: 'd' })]);
  });

  it('forgets everything when somebody signs out', () => {
    const keeper = keeperWith(draftOf());
    keeper.hear([phase({ phase: 'signingOut' }), phase({ phase: 'signedOut' }), signedIn()]);
    expect(found(keeper)).toEqual(nothing);
  });

  it('survives a session that ended by itself, but shows nothing meanwhile', () => {
    const keeper = keeperWith(draftOf());
    keeper.hear([phase({ phase: 'signedOut' })]);
    expect(found(keeper)).toEqual(nothing);
    keeper.hear([phase({ phase: 'signingIn' }), signedIn()]);
    expect(found(keeper)).toEqual({ drafts: [draftOf()], view });
  });

  it.each([
    { ...sam, userId: 't' },
    { ...sam, serverName: 'two' },
    { ...sam, isPractice: true },
  ])('shows nothing of it to another: %j', (other) => {
    const keeper = keeperWith(draftOf());
    keeper.hear([phase({ phase: 'signedOut' }), signedIn(other)]);
    expect(found(keeper)).toEqual(nothing);
    keeper.hear([phase({ phase: 'signedOut' }), signedIn()]);
    expect(found(keeper)).toEqual(nothing);
  });

  it('keeps nothing while nobody is signed in, and never more than two hundred drafts', () => {
    const keeper = new WorkspaceMemory();
    keeper.keepDraft(draftOf(), 1);
    keeper.hear([signedIn()]);
    expect(found(keeper)).toEqual(nothing);
    for (let chat = 0; chat < 250; chat += 1) keeper.keepDraft(draftOf({ chatId: String(chat) }), 1);
    const { drafts } = keeper.recall('main');
    expect([drafts.length, drafts[0]?.chatId, drafts.at(-1)?.chatId]).toEqual([200, '50', '249']);
  });
});
