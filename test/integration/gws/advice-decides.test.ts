import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BayeuxRig } from '../../support/gws/bayeux-rig';
import { StreamBench } from '../../support/gws/stream-bench';
import { until } from '../../support/until';

let rig: BayeuxRig;
let bench: StreamBench;
beforeEach(async () => {
  rig = await BayeuxRig.open({ timeout: 300 });
  bench = new StreamBench(rig.url);
});
afterEach(async () => {
  await bench.close();
  await rig.close();
});

const json = (response: ServerResponse, body: unknown): true => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(body));
  return true;
};

/** Answers the next poll with this reply. */
function answerPoll(reply: object): void {
  rig.interfere = (post, response) => {
    if (post.channel !== '/meta/connect') return false;
    rig.interfere = null;
    return json(response, [{ id: post.message['id'], channel: '/meta/connect', ...reply }]);
  };
}

const live = () => until('two good polls', () => bench.polls >= 2);

describe('a refused poll', () => {
  it.each(['402::session_unknown', '401:abc:Unknown client', '403::Unknown client', 'whatever'])(
    'handshakes when the advice says so, with the error "%s"',
    async (error) => {
      bench.stream.start();
      await live();
      answerPoll({ successful: false, error, advice: { reconnect: 'handshake', interval: 0 } });
      await until('a second session', () => bench.subscriptions === 2);
      expect(rig.countOf('/meta/handshake')).toBe(2);
      expect(bench.session.renewals).toBe(0);
    },
  );

  it.each(['402:data:Missing required parameter', '401::Odd'])(
    'polls again when the advice says so, with the error "%s"',
    async (error) => {
      bench.stream.start();
      await live();
      answerPoll({ successful: false, error, advice: { reconnect: 'retry', interval: 0 } });
      const before = bench.polls;
      await until('polls go on', () => bench.troubles.length === 1 && bench.polls > before + 1);
      expect(rig.countOf('/meta/handshake')).toBe(1);
    },
  );

  it('reports the advice to stay away, and does not retry at once', async () => {
    bench.stream.start();
    await live();
    answerPoll({ successful: false, error: '403::go', advice: { reconnect: 'none' } });
    await until('reported', () => bench.troubles.length === 1);
    expect(bench.troubles[0]).toMatchObject({ reason: 'serverStopped', remedy: 'rest' });
    expect(rig.countOf('/meta/handshake')).toBe(1);
  });
});

describe('an unsolicited disconnect', () => {
  it('is reported', async () => {
    await bench.close();
    bench = new StreamBench(rig.url, { pollHoldMs: 3_000 });
    bench.stream.start();
    await until('a held poll', () => bench.polls >= 1 && rig.openPolls === 1);
    for (const session of rig.sessions) session.disconnect();
    await until('reported', () => bench.troubles.length >= 1);
    expect(bench.troubles[0]).toMatchObject({ reason: 'serverStopped', remedy: 'rest' });
  });
});

describe('a handshake with another response', () => {
  it.each([
    [
      '401',
      (response: ServerResponse) => {
        response.statusCode = 401;
        return json(response, { statusCode: 20 });
      },
    ],
    ['200 with the code for want of credentials', (response: ServerResponse) => json(response, { statusCode: 20 })],
  ])('renews the session when it is %s', async (_name, answer) => {
    rig.interfere = (post, response) => {
      if (post.channel !== '/meta/handshake') return false;
      rig.interfere = null;
      return answer(response);
    };
    bench.stream.start();
    await live();
    expect(bench.session.renewals).toBe(1);
    expect(bench.troubles).toMatchObject([{ reason: 'sessionLost', remedy: 'renewSession' }]);
  });

  it.each([
    [
      'a redirect',
      'portal',
      (response: ServerResponse) => {
        response.writeHead(302, { Location: 'https://portal.test/' }).end();
        return true;
      },
    ],
    [
      'a page',
      'portal',
      (response: ServerResponse) => {
        response.end('<html><body>Welcome</body></html>');
        return true;
      },
    ],
    [
      'a busy server',
      'serverBusy',
      (response: ServerResponse) => {
        response.writeHead(503, { 'Retry-After': '0' }).end();
        return true;
      },
    ],
    [
      'nothing',
      'notOurServer',
      (response: ServerResponse) => {
        response.end();
        return true;
      },
    ],
  ])('is %s: %s, and does not mention credentials', async (_name, reason, answer) => {
    rig.interfere = (_post, response) => {
      rig.interfere = null;
      return answer(response);
    };
    bench.stream.start();
    await live();
    expect(bench.troubles).toMatchObject([{ reason }]);
    expect(bench.session.renewals).toBe(0);
  });
});
