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
  page: 'chats',
  chatId: 'c',
  anchor: { index: 3, offsetPx: 12 },
  readUpTo: [],
  writing: null,
};
const nothing = { drafts: [], view: null };
const found = (memory: WorkspaceMemory, role: WindowRole = 'main') => {
  const { drafts, view: place } = memory.stateFor(role);
  return { drafts, view: place };
};

function keeperWith(...drafts: readonly Draft[]): WorkspaceMemory {
  const memory = new WorkspaceMemory(() => undefined);
  memory.applyChanges([signedIn()]);
  for (const draft of drafts) memory.saveDraft(draft, 1);
  memory.saveViewState(view, 'main');
  return memory;
}

describe('WorkspaceMemory', () => {
  it('keeps the last text of each chat, mode and audience, and the view', () => {
    const toEveryone = draftOf({ mode: 'bargeIn', audience: 'everyone', text: 'Hello' });
    const memory = keeperWith(draftOf({ text: 'Off' }), toEveryone, draftOf());
    expect(found(memory)).toEqual({ drafts: [toEveryone, draftOf()], view });
    memory.saveDraft(draftOf({ text: '' }), 1);
    expect(memory.stateFor('main').drafts).toEqual([toEveryone]);
  });

  it('shares drafts between windows, but keeps a view per window', () => {
    const memory = keeperWith(draftOf());
    expect(found(memory, 'wall')).toEqual({ drafts: [draftOf()], view: null });
    memory.saveViewState({ ...view, page: 'wall' }, 'wall');
    expect([memory.stateFor('main').view?.page, memory.stateFor('wall').view?.page]).toEqual(['chats', 'wall']);
  });

  it('numbers every change of a draft, including its deletion', () => {
    const memory = keeperWith(draftOf());
    const numbers = [draftOf({ text: 'x' }), draftOf({ text: '' }), draftOf()].map(
      (draft) => memory.saveDraft(draft, 1).revision,
    );
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    expect(new Set(numbers).size).toBe(3);
  });

  it.each([
    ['the customer', [ana, kim]],
    ['the same agent', [ana]],
  ])('separates a message and a whisper in barge-in while %s reads, and restores both after a reload', (_, readers) => {
    const toEveryone = draftOf({ mode: 'bargeIn', audience: 'everyone', readers, text: 'Hello both' });
    const whisper = draftOf({ mode: 'bargeIn', text: 'Let me answer' });
    expect(keeperWith(toEveryone, whisper).stateFor('main').drafts).toEqual([toEveryone, whisper]);
  });

  it('separates texts for other readers, and sent texts from edited ones', () => {
    const others = draftOf({ readers: [ana, { ...ana, participantId: 'ben' }], text: 'Both of you' });
    const sent = draftOf({ sentAs: 'r-1', text: 'First' });
    expect(keeperWith(draftOf(), others, sent).stateFor('main').drafts).toEqual([draftOf(), others, sent]);
  });

  it('gives a draft one number, and remembers by it the readers it was begun for', () => {
    const memory = keeperWith();
    const first = memory.saveDraft(draftOf({ text: 'O' }), 1).draft;
    memory.saveDraft(draftOf({ chatId: 'd', text: 'x' }), 1);
    expect(memory.saveDraft(draftOf({ text: 'Of' }), 1).draft).toBe(first);
    expect(memory.begunFor(first ?? 0)).toMatchObject({ chatId: 'c', mode: 'coach', readers: [ana] });
    expect(memory.saveDraft(draftOf({ text: '' }), 1).draft).toBeNull();
    expect(memory.begunFor(first ?? 0)).toBeNull();
    expect(memory.saveDraft(draftOf({ text: 'O' }), 1).draft).not.toBe(first);
  });

  it('publishes every change with the window that made it, and the deletion of a sent draft to all', () => {
    const published: unknown[] = [];
    const memory = new WorkspaceMemory((change, windowId) => published.push([change, windowId]));
    memory.applyChanges([signedIn()]);
    const { revision } = memory.saveDraft(draftOf(), 1);
    const sent = draftOf({ sentAs: 'r-1' });
    const { draft } = memory.sendOut({ draft: sent, basedOn: revision }, 1);
    memory.sendOut({ draft: draftOf({ sentAs: 'r-2' }), basedOn: revision }, 2);
    memory.sent(draft ?? 0);
    memory.sent(draft ?? 0);
    expect(memory.stateFor('main').drafts).toEqual([]);
    expect(published).toEqual([
      [{ draft: draftOf(), revision }, 1],
      [{ draft: draftOf({ text: '' }), revision: revision + 1 }, 1],
      [{ draft: sent, revision: revision + 1 }, 1],
      [{ draft: { ...sent, text: '' }, revision: revision + 2 }, null],
    ]);
  });

  it('removes a text from its field with its number, and gives the next one another', () => {
    const memory = keeperWith();
    const written = memory.saveDraft(draftOf(), 1);
    const out = draftOf({ sentAs: 'r-1' });
    const sentOut = memory.sendOut({ draft: out, basedOn: written.revision }, 1);
    expect(sentOut).toEqual({ revision: written.revision + 1, draft: written.draft, stands: null });
    expect(memory.stateFor('main')).toMatchObject({ drafts: [out], revision: sentOut.revision });
    expect(memory.saveDraft(draftOf(), 1).draft).not.toBe(written.draft);
  });

  it('sends a text once when Enter is pressed in two windows at once', () => {
    const memory = keeperWith();
    const { revision } = memory.saveDraft(draftOf(), 1);
    const first = memory.sendOut({ draft: draftOf({ sentAs: 'r-1' }), basedOn: revision }, 1);
    const second = memory.sendOut({ draft: draftOf({ sentAs: 'r-2' }), basedOn: revision }, 2);
    expect(second).toEqual({ revision: first.revision, draft: null, stands: draftOf({ text: '' }) });
    expect(memory.stateFor('main').drafts).toEqual([draftOf({ sentAs: 'r-1' })]);
    // The other window may not send the next text in that field before it has received it.
    const next = memory.saveDraft(draftOf({ text: 'Next' }), 1);
    const stale = { draft: draftOf({ sentAs: 'r-3' }), basedOn: first.revision };
    expect(memory.sendOut(stale, 2)).toMatchObject({ draft: null, stands: draftOf({ text: 'Next' }) });
    const seen = { draft: draftOf({ sentAs: 'r-4', text: 'Next' }), basedOn: next.revision };
    expect(memory.sendOut(seen, 2)).toMatchObject({ draft: next.draft, stands: null });
  });

  it('lets a window send its own text before it received the revision', () => {
    const memory = keeperWith(draftOf());
    expect(memory.sendOut({ draft: draftOf({ sentAs: 'r-1' }), basedOn: 0 }, 1).stands).toBeNull();
  });

  it('returns true once per number from beginSend', () => {
    const memory = keeperWith();
    const number = memory.saveDraft(draftOf({ sentAs: 'r-1' }), 1).draft ?? 0;
    expect([memory.beginSend(number), memory.beginSend(number), memory.beginSend(999)]).toEqual([true, false, false]);
    memory.saveDraft(draftOf({ sentAs: 'r-1' }), 1);
    expect(memory.beginSend(number)).toBe(false);
  });

  it('deletes the drafts of a removed chat, and no others', () => {
    const memory = keeperWith(draftOf(), draftOf({ chatId: 'd' }));
    memory.applyChanges([{ type: 'chatRemoved', chatId: 'c' }]);
    expect(memory.stateFor('main').drafts).toEqual([draftOf({ chatId: 'd' })]);
  });

  it('deletes everything at sign-out', () => {
    const memory = keeperWith(draftOf());
    memory.applyChanges([phase({ phase: 'signingOut' }), phase({ phase: 'signedOut' }), signedIn()]);
    expect(found(memory)).toEqual(nothing);
  });

  it('survives a session that ended by itself, but returns nothing meanwhile', () => {
    const memory = keeperWith(draftOf());
    memory.applyChanges([phase({ phase: 'signedOut' })]);
    expect(found(memory)).toEqual(nothing);
    memory.applyChanges([phase({ phase: 'signingIn' }), signedIn()]);
    expect(found(memory)).toEqual({ drafts: [draftOf()], view });
  });

  it.each([
    { ...sam, userId: 't' },
    { ...sam, serverName: 'two' },
    { ...sam, isPractice: true },
  ])('returns nothing to another supervisor: %j', (other) => {
    const memory = keeperWith(draftOf());
    memory.applyChanges([phase({ phase: 'signedOut' }), signedIn(other)]);
    expect(found(memory)).toEqual(nothing);
    memory.applyChanges([phase({ phase: 'signedOut' }), signedIn()]);
    expect(found(memory)).toEqual(nothing);
  });

  it('keeps nothing while signed out, and at most two hundred drafts', () => {
    const memory = new WorkspaceMemory(() => undefined);
    memory.saveDraft(draftOf(), 1);
    memory.applyChanges([signedIn()]);
    expect(found(memory)).toEqual(nothing);
    for (let chat = 0; chat < 250; chat += 1) memory.saveDraft(draftOf({ chatId: String(chat) }), 1);
    const { drafts } = memory.stateFor('main');
    expect([drafts.length, drafts[0]?.chatId, drafts.at(-1)?.chatId]).toEqual([200, '50', '249']);
  });
});
