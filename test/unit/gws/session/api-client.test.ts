import { describe, expect, it } from 'vitest';
import { HttpFailure, type Http, type HttpRequest, type HttpResponse } from '../../../../main/gws/http-port';
import { RequestBudget, type Ask, type NotSent, type Verdict } from '../../../../main/gws/requests/request-budget';
import { ApiClient, type ApiOutcome, type ApiRequest } from '../../../../main/gws/session/api-client';
import { VirtualClock, settle } from '../../../support/virtual-clock';

interface Response {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
}

type Reply = Response | Error | 'silence';

/** A budget that notes what each response says about it. */
class NotingBudget extends RequestBudget {
  readonly verdicts: string[] = [];

  override run<T>(ask: Ask, send: () => Promise<T>, judge: (outcome: T) => Verdict): Promise<T | NotSent> {
    return super.run(ask, send, (outcome) => {
      const verdict = judge(outcome);
      this.verdicts.push(verdict.kind);
      return verdict;
    });
  }
}

/** A server that gives its replies in turn, and the last one again and again. */
class ScriptedHttp implements Http {
  readonly sent: HttpRequest[] = [];
  readonly #replies: Reply[];

  constructor(...replies: readonly Reply[]) {
    this.#replies = [...replies];
  }

  send(request: HttpRequest): Promise<HttpResponse> {
    this.sent.push(request);
    const reply = (this.#replies.length > 1 ? this.#replies.shift() : this.#replies[0]) ?? {};
    if (reply === 'silence') return new Promise(() => undefined);
    if (reply instanceof Error) return Promise.reject(reply);
    const { status = 200, headers = {}, text = '{"statusCode":0}' } = reply;
    const header = (name: string) => headers[name.toLowerCase()] ?? null;
    return Promise.resolve({ status, header, text: () => Promise.resolve(text) });
  }

  forget(): Promise<void> {
    return Promise.resolve();
  }
}

function setUp(...replies: readonly Reply[]) {
  const clock = new VirtualClock();
  const http = new ScriptedHttp(...replies);
  const dates: (readonly [date: string | null, sentAt: number])[] = [];
  const ends: string[] = [];
  const budget = new NotingBudget(clock, () => 0.5);
  const client = new ApiClient({
    ...{ baseUrl: 'https://gws.test', http, clock, budget },
    onDate: (date, sentAt) => dates.push([date, sentAt]),
    onOutcome: (how) => ends.push(how),
  });
  /** Sends it and lets time pass until it is settled. */
  const send = async (call: ApiRequest, withCredentials = false): Promise<ApiOutcome | undefined> => {
    const outcomes: ApiOutcome[] = [];
    void client.send(call, withCredentials).then((one) => outcomes.push(one));
    for (let turn = 0; turn < 400 && outcomes.length === 0; turn += 1) {
      await settle();
      clock.advance(100);
    }
    return outcomes[0];
  };
  return { clock, http, client, budget, dates, ends, send };
}

const read: ApiRequest = { method: 'GET', path: '/me' };
const write: ApiRequest = { method: 'POST', path: '/me', body: { operationName: 'Leave' } };
const ada = { userName: 'ada', password: 'secret' };
const token = { 'x-csrf-header': 'X-CSRF-TOKEN', 'x-csrf-token': 'abc' };

describe('the headers of a request', () => {
  it('accept JSON, and name the type of a body', async () => {
    const { http, send } = setUp({});
    await send(read);
    await send(write);
    expect(http.sent.map(({ headers, body }) => [headers, body])).toEqual([
      [{ Accept: 'application/json' }, null],
      [{ Accept: 'application/json', 'Content-Type': 'application/json' }, '{"operationName":"Leave"}'],
    ]);
  });

  it('hold the credentials only when asked for, or always for a server without cookies', async () => {
    const { http, client, send } = setUp({});
    await send(read, true);
    client.take(ada);
    await send(read);
    await send(read, true);
    client.sendCredentialsAlways();
    await send(read);
    client.forgetCredentials();
    await send(read, true);
    const basic = `Basic ${btoa('ada:secret')}`;
    expect(http.sent.map(({ headers }) => headers['Authorization'])).toEqual([
      undefined,
      undefined,
      basic,
      basic,
      undefined,
    ]);
    expect(client.hasCredentials).toBe(false);
  });

  it('hold nothing of the last sign-in after the next one or once it is forgotten', async () => {
    const { client, send } = setUp({ headers: token });
    client.take({ ...ada, userName: 'ädä' });
    client.sendCredentialsAlways();
    await send(read);
    expect([client.usesToken, client.hasOpenCharset(), client.sendsCredentialsAlways]).toEqual([true, true, true]);
    client.take('page');
    expect([client.usesToken, client.hasOpenCharset(), client.sendsCredentialsAlways, client.headers(true)]).toEqual([
      ...[false, false, false],
      {},
    ]);
    client.take(ada);
    await send(read);
    client.forget();
    expect([client.usesToken, client.hasCredentials, client.headers(true)]).toEqual([false, false, {}]);
  });

  it('hold the credentials in UTF-8 once the server asks for it, however often it asks', async () => {
    const { http, client, send } = setUp({ headers: { 'www-authenticate': 'Basic realm="gws", charset="UTF-8"' } });
    client.take({ ...ada, userName: 'ädä' });
    for (let time = 0; time < 3; time += 1) await send(read, true);
    const [latin1, ...later] = http.sent.map(({ headers }) => headers['Authorization']);
    const utf8 = `Basic ${Buffer.from('ädä:secret').toString('base64')}`;
    expect([latin1 === utf8, later]).toEqual([false, [utf8, utf8]]);
  });

  it('hold no credentials after a login page was shown', async () => {
    const { client, send } = setUp({ text: '<html><form>' });
    client.take(ada);
    expect(await send(read, true)).toEqual({ kind: 'loginPage' });
    expect(client.hasCredentials).toBe(false);
  });
});

describe('the outcome of a request', () => {
  it('is reported as answered, limited or failed', async () => {
    for (const [reply, end] of [
      [{}, 'answered'],
      [{ status: 404, text: '{"statusCode":6}' }, 'answered'],
      [{ status: 429 }, 'limited'],
      [{ status: 503 }, 'failed'],
      [{ text: '<html>' }, 'failed'],
      [new HttpFailure('refused', true), 'failed'],
    ] as const) {
      const { ends, send } = setUp(reply);
      await send({ ...read, mayRepeat: false });
      expect(ends).toEqual([end]);
    }
  });

  it.each<readonly [string, Reply, string]>([
    ['a response', {}, 'good'],
    ['none', new HttpFailure('timeout', false), 'strained'],
    ['a request that was given up', new HttpFailure('aborted', true), 'other'],
    ['a limit', { status: 429 }, 'refused'],
  ])('reports to the budget: %s', async (_what, reply, verdict) => {
    const { budget, send } = setUp(reply);
    await send({ ...read, mayRepeat: false });
    expect(budget.verdicts).toEqual([verdict]);
  });

  it('passes on the date of a good response only, with the time of its request', async () => {
    const date = 'Mon, 05 Jan 2026 09:00:00 GMT';
    const { dates, send, clock } = setUp({ headers: { date } }, { status: 404, headers: { date } }, {});
    const sentAt = clock.now();
    await send(read);
    await send(read);
    await send(read);
    expect(dates[0]).toEqual([date, sentAt]);
    expect(dates.map(([one]) => one)).toEqual([date, null]);
  });

  it('is a failure for any error of the adapter, and a timeout if nothing arrives', async () => {
    const broken = setUp(new Error('socket'));
    expect(await broken.send(read)).toMatchObject({ name: 'HttpFailure', kind: 'other', isCertainlyNotSent: false });
    const refused = setUp(new HttpFailure('refused', true));
    expect(await refused.send(read)).toMatchObject({ kind: 'refused', isCertainlyNotSent: true });
    const silent = setUp('silence');
    expect(await silent.send({ ...read, timeoutMs: 500 })).toMatchObject({
      kind: 'timeout',
      isCertainlyNotSent: false,
    });
    expect(silent.http.sent[0]?.signal?.aborted).toBe(true);
    expect(silent.clock.waiting).toEqual([]);
  });

  it('is sent again after a refusal that proves nothing was done, unless it must not be', async () => {
    const limited = { status: 429, headers: { 'retry-after': '1' } };
    const again = setUp(limited, {});
    expect(await again.send({ ...read, urgency: 'screen' })).toEqual({ kind: 'ok', body: { statusCode: 0 } });
    expect(again.http.sent).toHaveLength(2);
    const once = setUp(limited, {});
    expect(await once.send({ ...read, urgency: 'screen', mayRepeat: false })).toMatchObject({
      kind: 'busy',
      isLimit: true,
    });
    expect(once.http.sent).toHaveLength(1);
  });

  it('is busy if its turn does not come in time', async () => {
    const { http, send, client } = setUp('silence');
    void client.send({ ...read, urgency: 'background' });
    await settle();
    const before = http.sent.length;
    const outcome = await send({ ...read, urgency: 'background', patienceMs: 300 });
    expect(outcome).toMatchObject({ kind: 'busy', isLimit: false, isCertainlyNotDone: true });
    expect(http.sent).toHaveLength(before);
  });
});
