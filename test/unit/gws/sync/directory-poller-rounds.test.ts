import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../../main/base/result';
import type { ParticipantUpdate } from '../../../../main/floor/events';
import { AvailableMedia } from '../../../../main/gws/media';
import type { ApiRequest } from '../../../../main/gws/session/api-client';
import { DirectoryPoller } from '../../../../main/gws/sync/directory-poller';
import { createQuarantine } from '../../../../main/gws/wire/quarantine';
import type { Agent, AppError, Result } from '../../../../preload/contract';
import { QuietLog } from '../../../support/gws/quiet-log';
import { VirtualClock, settle } from '../../../support/virtual-clock';

const ready = { channels: [{ channel: 'chat', userState: { state: 'Ready' } }] };
const user = (id: string, availability: object | undefined = ready) => ({
  id,
  type: 'User',
  userName: id,
  availability,
});
const signedOut = (id: string) => ({ id, type: 'User', userName: id });

/** A poller at a server with these users, of which it reads the chats of each singly. */
class PollerBench {
  readonly clock = new VirtualClock();
  readonly log = new QuietLog();
  readonly published: (readonly Agent[])[] = [];
  readonly good: boolean[] = [];
  readonly asked: { readonly path: string; readonly urgency: unknown; readonly at: number }[] = [];
  users: readonly object[] = [user('ada'), user('ben')];
  chats: Readonly<Record<string, readonly object[]>> = {};
  /** What the directory fails with. */
  problem: AppError | null = null;
  /** Holds back the responses of the directory. */
  held: (() => void)[] | null = null;
  isLive = true;
  chance = 0.5;
  readonly poller = new DirectoryPoller({
    caller: (call) => this.#answer(call),
    clock: this.clock,
    random: () => this.chance,
    log: this.log.for('directory'),
    sink: {
      applyDirectory: (agents) => {
        this.published.push(agents);
      },
    },
    quarantine: createQuarantine(new QuietLog().for('wire')),
    ownUserId: 'me',
    isLive: () => this.isLive,
    media: new AvailableMedia(),
    onPeopleRead: (isGood) => {
      this.good.push(isGood);
    },
  });

  /** Seconds at which the directory was requested. */
  get readAt(): readonly number[] {
    return this.asked.filter(({ path }) => path.startsWith('/contacts')).map(({ at }) => at / 1_000);
  }

  chatsOf(agentId: string): unknown {
    return this.published.at(-1)?.find(({ id }) => id === agentId)?.chats;
  }

  async pass(seconds: number): Promise<void> {
    await settle();
    for (let passed = 0; passed < seconds * 1_000; passed += 50) {
      this.clock.advance(50);
      await settle();
    }
  }

  /** A notification that names the parties of a chat. */
  participants(chatId: string, ...participants: readonly ParticipantUpdate[]): void {
    this.poller.applyEvents([{ type: 'chatUpdated', chat: { chatId, participants, receivedAt: 5 } }]);
  }

  async #answer({ path, urgency }: ApiRequest): Promise<Result<unknown>> {
    this.asked.push({ path, urgency, at: this.clock.monotonicMs() });
    if (path.startsWith('/contacts')) {
      const { held, problem } = this;
      if (held !== null) await new Promise<void>((resolve) => held.push(resolve));
      return problem === null
        ? succeed({ contacts: this.users, totalCount: this.users.length })
        : { ok: false, error: problem };
    }
    const id = /^\/users\/(\w+)\/chats\?/u.exec(path)?.[1];
    return id === undefined ? fail('command.notFound') : succeed({ chats: this.chats[id] ?? [] });
  }
}

const party = (
  type: ParticipantUpdate['type'],
  name: string,
  visibility: ParticipantUpdate['visibility'] = 'everyone',
) => ({
  ...{ participantId: `p-${name}`, type, nickname: name, visibility },
  userId: type === 'agent' ? name : null,
});

describe('the rounds of the directory', () => {
  it('begin with the start and end with the stop, which leaves no timer', async () => {
    const bench = new PollerBench();
    bench.poller.lookAt(['ada']);
    bench.poller.readNow();
    await bench.pass(1);
    expect(bench.asked).toEqual([]);
    bench.poller.start();
    await bench.pass(1);
    expect(bench.readAt).toEqual([1]);
    bench.poller.stop();
    expect(bench.clock.waiting).toEqual([]);
    await bench.pass(200);
    expect(bench.readAt).toEqual([1]);
  });

  it('publish nothing and plan nothing after a stop in the middle of a read', async () => {
    const bench = new PollerBench();
    bench.held = [];
    bench.poller.start();
    await settle();
    bench.poller.stop();
    bench.held.forEach((release) => {
      release();
    });
    await settle();
    expect([bench.published, bench.clock.waiting]).toEqual([[], []]);
  });

  it('follow each other at a distance that varies by a tenth, shorter while a screen shows agents', async () => {
    for (const [chance, unseen, seen] of [
      [0, [0, 38, 76], [0, 9.5, 19, 28.5]],
      [1, [0, 42, 84], [0, 10.5, 21]],
    ] as const) {
      const bench = new PollerBench();
      bench.chance = chance;
      bench.poller.start();
      await bench.pass(85);
      expect(bench.readAt).toEqual(unseen);
      const watched = new PollerBench();
      watched.chance = chance;
      watched.poller.lookAt([]);
      watched.poller.start();
      await watched.pass(30);
      expect(watched.readAt).toEqual(seen);
    }
  });

  it('keep the same distance after a failure, which is reported and logged, or wait as long as the server asks', async () => {
    const bench = new PollerBench();
    bench.chance = 1;
    bench.problem = { code: 'server.busy', retryAfterMs: 60_000 };
    bench.poller.start();
    await bench.pass(50);
    expect([bench.readAt, bench.good]).toEqual([[0], [false]]);
    bench.problem = { code: 'server.fault' };
    await bench.pass(100);
    expect(bench.readAt).toEqual([0, 60, 102, 144]);
    bench.problem = null;
    await bench.pass(40);
    expect([bench.readAt.at(-1), bench.good]).toEqual([186, [false, false, false, false, true]]);
    expect(bench.log.lines.map(({ level }) => level)).toEqual(['warn', 'warn', 'warn', 'warn']);
  });

  it('wait for the stream, and look for it again after ten seconds', async () => {
    const bench = new PollerBench();
    bench.isLive = false;
    bench.poller.start();
    await bench.pass(9);
    bench.isLive = true;
    await bench.pass(0.9);
    expect(bench.asked).toEqual([]);
    await bench.pass(0.2);
    expect(bench.readAt).toEqual([10]);
  });

  it('never overlap, however often a read is requested', async () => {
    const bench = new PollerBench();
    bench.held = [];
    bench.poller.start();
    bench.poller.readNow();
    bench.poller.lookAt([]);
    await settle();
    expect(bench.readAt).toEqual([0]);
  });

  it('come at once on request, but not within ten seconds of the last', async () => {
    const bench = new PollerBench();
    bench.poller.start();
    await bench.pass(5);
    bench.poller.readNow();
    await bench.pass(4.9);
    expect(bench.readAt).toEqual([0]);
    await bench.pass(0.2);
    expect(bench.readAt).toEqual([0, 10]);
    await bench.pass(15);
    bench.poller.readNow();
    await settle();
    expect(bench.readAt).toHaveLength(3);
  });

  it('are not hurried by a screen that scrolls or closes', async () => {
    const bench = new PollerBench();
    bench.chance = 1;
    bench.poller.start();
    await bench.pass(20);
    bench.poller.lookAt(null);
    await bench.pass(1);
    expect(bench.readAt).toEqual([0]);
    bench.poller.lookAt(['ada']);
    await bench.pass(1);
    bench.poller.lookAt(['ben']);
    await bench.pass(12);
    expect(bench.readAt).toEqual([0, 21, 31.5]);
  });

  it('are urgent until the first read and while a screen shows agents', async () => {
    const bench = new PollerBench();
    bench.poller.start();
    await bench.pass(50);
    bench.poller.lookAt([]);
    await settle();
    const urgencies = bench.asked.filter(({ path }) => path.startsWith('/contacts')).map(({ urgency }) => urgency);
    expect(urgencies).toEqual(['screen', 'background', 'screen']);
  });

  it('publish the directory once, even if many are signed out', async () => {
    const bench = new PollerBench();
    bench.users = [user('ada'), signedOut('ben'), user('me')];
    bench.poller.start();
    await bench.pass(1);
    expect(bench.published.map((agents) => agents.map(({ id, chats }) => [id, chats]))).toEqual([
      [
        ['ada', null],
        ['ben', null],
      ],
    ]);
  });
});

describe('a notification that names the parties of a chat', () => {
  async function readBench(): Promise<PollerBench> {
    const bench = new PollerBench();
    bench.poller.lookAt(['ada', 'ben']);
    bench.poller.start();
    await bench.pass(9);
    expect([bench.chatsOf('ada'), bench.chatsOf('ben')]).toEqual([[], []]);
    return bench;
  }
  const listed = (chatId: string, customerName: string | null) => [
    { chatId, medium: 'chat', customerName, startedAt: 5 },
  ];

  it('lists the chat, with its customer, for the agents whom everyone sees', async () => {
    const bench = await readBench();
    bench.participants(
      'c-1',
      party('customer', 'Robin'),
      party('agent', 'ada', null),
      party('agent', 'ben', 'supervisors'),
    );
    await bench.pass(0.3);
    expect([bench.chatsOf('ada'), bench.chatsOf('ben')]).toEqual([listed('c-1', 'Robin'), []]);
  });

  it('changes nothing if it names no agent, because an empty list proves nothing', async () => {
    const bench = await readBench();
    bench.participants('c-1', party('agent', 'ada'));
    await bench.pass(0.3);
    const publishedBefore = bench.published.length;
    bench.participants('c-1', party('customer', 'Robin'), party('agent', 'ben', 'agents'));
    bench.participants('c-1');
    bench.poller.applyEvents([{ type: 'chatUpdated', chat: { chatId: 'c-1' } }]);
    await bench.pass(0.3);
    expect([bench.chatsOf('ada'), bench.published.length]).toEqual([listed('c-1', null), publishedBefore]);
  });

  it('is published together with others that arrive within a moment', async () => {
    const bench = await readBench();
    const before = bench.published.length;
    bench.participants('c-1', party('agent', 'ada'));
    bench.participants('c-2', party('agent', 'ben'));
    await bench.pass(0.3);
    expect([bench.published.length, bench.chatsOf('ada'), bench.chatsOf('ben')]).toEqual([
      before + 1,
      listed('c-1', null),
      listed('c-2', null),
    ]);
    bench.participants('c-3', party('agent', 'ada'));
    await bench.pass(0.3);
    expect(bench.published).toHaveLength(before + 2);
  });
});
