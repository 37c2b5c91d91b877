import { describe, expect, it } from 'vitest';
import { PollerBench, party, signedOut, user } from '../../../support/gws/poller-bench';
import { settle } from '../../../support/virtual-clock';

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

  it('are planned one at a time, for when something is due', async () => {
    const bench = new PollerBench();
    bench.poller.lookAt(['ada']);
    bench.poller.start();
    await bench.pass(5);
    for (let scroll = 0; scroll < 20; scroll += 1) {
      bench.poller.lookAt(scroll % 2 === 0 ? ['ada', 'ben'] : ['ada']);
      await settle();
    }
    expect(bench.clock.waiting).toHaveLength(1);
    expect(bench.clock.waiting[0]).toBeGreaterThan(1_000);
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
    bench.problem = { code: 'server.busy', retryAfterMs: 60_000 };
    bench.poller.start();
    await bench.pass(50);
    expect([bench.readAt, bench.good]).toEqual([[0], [false]]);
    bench.problem = { code: 'server.fault' };
    await bench.pass(100);
    expect(bench.readAt).toEqual([0, 60, 100, 140]);
    bench.problem = null;
    await bench.pass(40);
    expect([bench.readAt.at(-1), bench.good]).toEqual([180, [false, false, false, false, true]]);
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

  it('never overlap, even if reads are requested often', async () => {
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

describe('the chats of single agents', () => {
  it.each(['closes', 'stops'] as const)('are read no further when the screen %s', async (how) => {
    const bench = new PollerBench();
    bench.onChats = () => {
      if (how === 'closes') bench.poller.lookAt(null);
      else bench.poller.stop();
    };
    bench.poller.lookAt(['ada', 'ben']);
    bench.poller.start();
    await bench.pass(5);
    expect(bench.asked.filter(({ path }) => path.includes('/chats?'))).toHaveLength(1);
  });

  it('belong to an agent who returned, and are no longer treated as left behind', async () => {
    const bench = new PollerBench();
    bench.chats = { ada: [{ id: 'c-1', state: 'Chatting', participants: [] }] };
    bench.poller.lookAt(['ada']);
    bench.poller.start();
    await bench.pass(5);
    bench.users = [signedOut('ada'), user('ben')];
    await bench.pass(15);
    bench.users = [user('ada'), user('ben')];
    await bench.pass(15);
    bench.participants('c-2', party('agent', 'ada'));
    await bench.pass(0.3);
    expect(bench.chatsOf('ada')).toMatchObject([{ chatId: 'c-1' }, { chatId: 'c-2' }]);
  });

  it('belong to an agent who returned after the last of the chats left behind had ended', async () => {
    const bench = new PollerBench();
    bench.chats = { ada: [{ id: 'c-1', state: 'Chatting', participants: [] }] };
    bench.poller.lookAt(['ada']);
    bench.poller.start();
    await bench.pass(5);
    bench.users = [signedOut('ada'), user('ben')];
    bench.chats = {};
    await bench.pass(15);
    bench.users = [user('ada'), user('ben')];
    bench.chats = { ada: [{ id: 'c-2', state: 'Chatting', participants: [] }] };
    await bench.pass(30);
    expect(bench.chatsOf('ada')).toMatchObject([{ chatId: 'c-2' }]);
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
