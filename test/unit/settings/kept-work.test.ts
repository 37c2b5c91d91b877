import { describe, expect, it } from 'vitest';
import type { FloorChange, KeptDraft, SessionState, WindowView } from '../../../preload/contract';
import { WorkKeeper } from '../../../main/settings/kept-work';

const sam = { userId: 's', userName: 'sam', name: 'Sam', serverName: 'one', isPractice: false, serverVersion: null };
const phase = (session: SessionState): FloorChange => ({ type: 'sessionChanged', session });
const signedIn = (who = sam): FloorChange => phase({ phase: 'signedIn', who });
const draftOf = (changes: Partial<KeptDraft> = {}): KeptDraft => ({
  chatId: 'c',
  mode: 'coach',
  audience: 'agents',
  text: 'Offer a refund',
  ...changes,
});
const view: WindowView = { place: 'chats', chatId: 'c', anchor: { index: 3, hiddenPx: 12 }, readUpTo: [] };
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
    const numbers = [draftOf({ text: 'x' }), draftOf({ text: '' }), draftOf()].map((draft) => keeper.keepDraft(draft));
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    expect(new Set(numbers).size).toBe(3);
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
