import { flushPromises } from '@vue/test-utils';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  CommandReply,
  DraftSendOut,
  Draft,
  DraftRevision,
  Result,
  SentOutDraft,
} from '../../../../preload/contract';
import { createDraftSync } from '../../../../renderer/stores/draft-sync';

type Numbered = Result<CommandReply<'drafts.save'>>;

const draftOf = (text: string): Draft => ({
  chatId: 'c',
  mode: 'coach',
  audience: 'agents',
  readers: [],
  sentAs: null,
  text,
});

/** A main that numbers drafts, and several windows; the test decides when each message between them arrives. */
class Rig {
  readonly windows: { text: string; news: ReturnType<typeof createDraftSync> }[] = [];
  text = '';
  revision = 0;
  /** On their way, oldest first: to main and to each window in its own order. */
  readonly toMain: (() => void)[] = [];
  readonly pushes: (() => void)[][] = [];
  readonly replies: (() => void)[][] = [];
  readonly asked: DraftSendOut[] = [];

  open(): void {
    const place = this.windows.length;
    this.pushes.push([]);
    this.replies.push([]);
    const one = {
      text: '',
      news: createDraftSync({
        keep: (draft) => this.keep(place, draft),
        sendOut: (request) => this.takeOut(place, request),
        show: ({ text }) => void (one.text = text),
      }),
    };
    this.windows.push(one);
  }

  private keep(place: number, draft: Draft): Promise<Numbered> {
    return new Promise((resolve) => {
      this.toMain.push(() => {
        this.revision += 1;
        this.text = draft.text;
        const news: DraftRevision = { draft, revision: this.revision };
        this.windows.forEach(({ news: window }, other) => {
          if (other !== place) this.pushes[other]?.push(() => window.applyRemote('k', news));
        });
        this.replies[place]?.push(() => resolve({ ok: true, value: { revision: news.revision, draft: 1 } }));
      });
    });
  }

  /** The answer main gives next to a text that leaves its field; what stands instead, if it is refused. */
  stands: Draft | null = null;

  private takeOut(place: number, request: DraftSendOut): Promise<Result<SentOutDraft>> {
    this.asked.push(request);
    return new Promise((resolve) => {
      this.toMain.push(() => {
        const { stands } = this;
        if (stands === null) this.revision += 1;
        const value = { revision: this.revision, draft: stands === null ? 1 : null, stands };
        this.replies[place]?.push(() => resolve({ ok: true, value }));
      });
    });
  }

  /** Enter in this window. */
  send(place: number): Promise<SentOutDraft | null> {
    const one = this.windows[place];
    if (one === undefined) throw new Error('the window is open');
    const draft = { ...draftOf(one.text), sentAs: 'r' };
    one.text = '';
    return one.news.takeOut('k', 'r', draft);
  }

  type(place: number, text: string): void {
    const one = this.windows[place];
    if (one === undefined) throw new Error('the window is open');
    one.text = text;
    void one.news.publish('k', draftOf(text));
  }
}

describe('one text in two windows', () => {
  it('appears in the other window', async () => {
    const rig = new Rig();
    rig.open();
    rig.open();
    rig.type(0, 'Offer a refund');
    rig.toMain.shift()?.();
    rig.pushes[1]?.shift()?.();
    await flushPromises();
    expect(rig.windows.map(({ text }) => text)).toEqual(['Offer a refund', 'Offer a refund']);
  });

  it('is not pulled back under the hand by what the other window typed before', async () => {
    const rig = new Rig();
    rig.open();
    rig.open();
    rig.type(1, 'old');
    rig.toMain.shift()?.();
    rig.type(0, 'newer');
    rig.pushes[0]?.shift()?.();
    expect(rig.windows[0]?.text).toBe('newer');
    rig.toMain.shift()?.();
    for (const way of [...rig.replies, ...rig.pushes]) while (way.length > 0) way.shift()?.();
    await flushPromises();
    expect(rig.windows.map(({ text }) => text)).toEqual(['newer', 'newer']);
  });

  it('follows the other window also after a sign-out overtook what was on its way', async () => {
    const rig = new Rig();
    rig.open();
    rig.open();
    rig.type(0, 'before');
    rig.windows[0]?.news.forget();
    rig.toMain.shift()?.();
    rig.replies[0]?.shift()?.();
    await flushPromises();
    rig.type(1, 'after');
    rig.toMain.shift()?.();
    rig.pushes[0]?.shift()?.();
    await flushPromises();
    expect(rig.windows[0]?.text).toBe('after');
  });

  it('says with its Enter which change it shows, and shows what stands if that is not the last', async () => {
    const rig = new Rig();
    rig.open();
    rig.open();
    rig.type(0, 'Offer a refund');
    rig.toMain.shift()?.();
    rig.replies[0]?.shift()?.();
    rig.pushes[1]?.shift()?.();
    await flushPromises();
    rig.type(0, 'Offer a refund now');
    rig.stands = draftOf('Offer a refund now');
    const sent = rig.send(1);
    rig.toMain.shift()?.();
    rig.toMain.shift()?.();
    rig.replies[1]?.shift()?.();
    expect(await sent).toMatchObject({ draft: null });
    expect([rig.asked.map(({ basedOn }) => basedOn), rig.windows[1]?.text]).toEqual([[1], 'Offer a refund now']);
  });

  it('does not bring back a text that left its field for what was typed elsewhere before', async () => {
    const rig = new Rig();
    rig.open();
    rig.open();
    rig.type(0, 'old');
    rig.toMain.shift()?.();
    rig.type(1, 'new');
    rig.toMain.shift()?.();
    const sent = rig.send(1);
    rig.toMain.shift()?.();
    for (const way of [...rig.pushes, ...rig.replies]) while (way.length > 0) way.shift()?.();
    await sent;
    expect(rig.windows[1]?.text).toBe('');
  });

  it('knows what was recalled from main', async () => {
    const rig = new Rig();
    rig.open();
    rig.windows[0]?.news.recall(7);
    void rig.send(0);
    await flushPromises();
    expect(rig.asked.map(({ basedOn }) => basedOn)).toEqual([7]);
  });

  it('is the same everywhere in the end, whatever was typed where and whatever arrived when', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), place: fc.nat(1), text: fc.string({ maxLength: 3 }) }),
      fc.record({ kind: fc.constantFrom('main', 'push', 'reply'), place: fc.nat(1) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const rig = new Rig();
        rig.open();
        rig.open();
        for (const one of steps) {
          if ('text' in one) rig.type(one.place, one.text);
          else if (one.kind === 'main') rig.toMain.shift()?.();
          else if (one.kind === 'push') rig.pushes[one.place]?.shift()?.();
          else rig.replies[one.place]?.shift()?.();
          await flushPromises();
        }
        for (const way of [rig.toMain, ...rig.pushes, ...rig.replies]) while (way.length > 0) way.shift()?.();
        await flushPromises();
        for (const way of [...rig.pushes, ...rig.replies]) while (way.length > 0) way.shift()?.();
        await flushPromises();
        expect(rig.windows.map(({ text }) => text)).toEqual([rig.text, rig.text]);
      }),
      { numRuns: 300 },
    );
  });
});
