import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../../main/base/result';
import { createContactCentre } from '../../../../main/gws/contact-centre-adapter';
import { vendorOperations } from '../../../../main/gws/vendor-operations';
import type { ApiRequest } from '../../../../main/gws/session/api-client';
import { createQuarantine } from '../../../../main/gws/wire/quarantine';
import type { Result } from '../../../../preload/contract';
import { QuietLog } from '../../../support/gws/quiet-log';

type Answers = Readonly<Record<string, Result<unknown>>>;

/** A server with some known paths; it accepts everything else. */
function adapter(answers: Answers = {}) {
  const calls: ApiRequest[] = [];
  const client = (call: ApiRequest): Promise<Result<unknown>> => {
    calls.push(call);
    return Promise.resolve(answers[`${call.method} ${call.path}`] ?? succeed({ statusCode: 0 }));
  };
  const quarantine = createQuarantine(new QuietLog().for('wire'));
  const at = createContactCentre({
    client,
    asyncClient: client,
    baseUrl: () => 'https://gws.test',
    nickname: '',
    quarantine,
  });
  return { calls, at, quarantine };
}

const chat = { id: 'c1', medium: 'chat' } as const;
const textSession = { id: 't1', medium: 'sms' } as const;
const agent = { kind: 'agent', id: 'a/1' } as const;
const queue = { kind: 'queue', id: 'q1' } as const;

describe('operations on a chat', () => {
  it('take the form of what they are about', async () => {
    const { calls, at } = adapter();
    await at.operate('transfer', chat, { target: queue });
    await at.operate('transfer', chat, { target: agent });
    await at.operate('setCustomerField', chat, { key: 'Mood', value: 'calm', isNew: true });
    await at.operate('setCustomerField', chat, { key: 'Mood', value: 'cross', isNew: false });
    await at.operate('complete', chat, {});
    await at.operate('complete', chat, { partingMessage: 'Bye' });
    expect(calls.map(({ body }) => body)).toEqual([
      { operationName: 'Transfer', targetUri: 'https://gws.test/api/v2/queues/q1' },
      { operationName: 'Transfer', targetUri: 'https://gws.test/api/v2/users/a%2F1' },
      { operationName: 'AttachUserData', userData: { Mood: 'calm' } },
      { operationName: 'UpdateUserData', userData: { Mood: 'cross' } },
      { operationName: 'Complete' },
      { operationName: 'Complete', text: 'Bye' },
    ]);
  });

  it('send a key that is a property of every object as a plain key', async () => {
    const { calls, at } = adapter();
    await at.operate('setCustomerField', chat, { key: '__proto__', value: '1', isNew: true });
    expect(JSON.stringify(calls[0]?.body)).toBe('{"operationName":"AttachUserData","userData":{"__proto__":"1"}}');
  });

  it.each([
    [{ statusCode: 0, referenceId: 35 }, { referenceId: 35 }],
    [{ statusCode: 0 }, null],
    [{ statusCode: 0, referenceId: 'many' }, null],
    [null, null],
  ])('return for the response %j the receipt %j', async (answer, receipt) => {
    const { at } = adapter({ 'POST /me/chats/c1': succeed(answer) });
    expect(await at.operate('consult', chat, { target: agent })).toEqual(succeed(receipt));
  });

  it.each([
    ['SendUrl', chat, succeed({ chat: { capabilities: ['Leave', 'SendUrl'] } })],
    ['PushUrl', chat, succeed({ chat: { capabilities: ['PushUrl'] } })],
    ['PushUrl', textSession, succeed({ smssession: { capabilities: ['PushUrl'] } })],
    ['SendUrl', chat, succeed({ chat: {} })],
    ['SendUrl', chat, fail('command.notFound')],
  ] as const)('send a web address once, as %s', async (operationName, address, answer) => {
    const { calls, at } = adapter({ 'GET /me/chats/c1': answer, 'GET /me/smssessions/t1': answer });
    await at.operate('pushUrl', address, { url: 'https://example.com/', mayGo: () => true });
    expect(calls.flatMap(({ method, body }) => (method === 'POST' ? body : []))).toEqual([
      { operationName, url: 'https://example.com/' },
    ]);
  });

  it('do not send a web address when its readers changed while the name was read', async () => {
    const { calls, at } = adapter({ 'GET /me/chats/c1': succeed({ chat: { capabilities: ['SendUrl'] } }) });
    const mayGo = (): boolean => calls.length === 0;
    expect(await at.operate('pushUrl', chat, { url: 'https://example.com/', mayGo })).toEqual(
      fail('command.modeDiffers'),
    );
    expect(calls.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('the resource of an operation', () => {
  it('belongs to the medium of the chat', async () => {
    const { calls, at } = adapter();
    await at.operate('accept', chat, {});
    await at.operate('accept', textSession, {});
    await at.operate('coach', { id: 't/../2', medium: 'sms' }, {});
    await at.operate('intrude', { id: 't3', medium: 'sms' }, { agentId: 'a1', mode: 'monitor' });
    await at.typing(textSession, { audience: 'agents', isTyping: true });
    expect(calls.map(({ path }) => path)).toEqual([
      '/me/chats/c1',
      '/me/smssessions/t1',
      '/me/smssessions/t%2F..%2F2',
      '/users/a1/smssessions/t3',
      '/me/smssessions/t1',
    ]);
  });

  it('is read for the operations alone whose name depends on it', () => {
    const reading = Object.entries(vendorOperations).filter(([, { readsFirst }]) => readsFirst !== undefined);
    expect(reading.map(([name]) => name)).toEqual(['pushUrl']);
  });
});

describe('lookups', () => {
  const queues = 'GET /queues?fields=id,name,channel&channel=chat';
  const codes = 'GET /settings/dispositions?fields=*';

  it('return queues with their id or the end of their address', async () => {
    const { at, quarantine } = adapter({
      [queues]: succeed({ queues: [{ id: 'q1', name: 'Payments' }, { uri: 'http://other/api/v2/queues/q2' }, 7] }),
    });
    expect(await at.queues()).toEqual(
      succeed([
        { kind: 'queue', id: 'q1', name: 'Payments' },
        { kind: 'queue', id: 'q2', name: 'q2' },
      ]),
    );
    expect(quarantine.counts()).toEqual({ queue: 1 });
    expect(await adapter({ [queues]: succeed({}) }).at.queues()).toEqual(fail('server.fault'));
  });

  it('return no dispositions when the server has no list or refuses it', async () => {
    const list = succeed({
      dispositions: [{ name: 'FollowUp', displayName: 'To be followed up' }, 'Solved', { id: '' }],
    });
    expect(await adapter({ [codes]: list }).at.dispositions()).toEqual(
      succeed([
        { code: 'FollowUp', label: 'To be followed up' },
        { code: 'Solved', label: 'Solved' },
      ]),
    );
    for (const code of ['command.notFound', 'command.forbidden'] as const) {
      expect(await adapter({ [codes]: fail(code) }).at.dispositions()).toEqual(succeed([]));
    }
    expect(await adapter({ [codes]: fail('server.busy') }).at.dispositions()).toEqual(fail('server.busy'));
  });

  it("return the history of the chat's contact as floor types", async () => {
    const interactions = [
      {
        ...{ id: 'i1', mediaType: 'chat', typeId: 'Inbound', state: 'Stopped', subject: 'Kettle' },
        ...{ startDate: '2013-11-25 21:02:22.000+0200', endDate: '2013-11-2521: 12: 22.000+0200' },
        ownerInformation: { userName: 'ana', firstName: 'Ana', lastName: 'Ruiz' },
      },
      { path: '/ucs/interactions/i2', mediaType: 'smssession', typeId: 'Outbound', state: 'InProcess' },
      { id: 'i3', mediaType: 'fax', typeId: 'Consult', state: 'Odd', ownerInformation: { userName: 'ana' } },
      { mediaType: 'chat' },
    ];
    const { calls, at, quarantine } = adapter({ 'POST /ucs/contacts/k%2F1/interactions': succeed({ interactions }) });
    const history = await at.customerHistory({ customerData: [{ key: 'ContactId', value: 'k/1' }] });
    expect(calls.map(({ body }) => body)).toEqual([{ operationName: 'RetrieveContactHistory' }]);
    const startedAt = Date.UTC(2013, 10, 25, 19, 2, 22);
    const unsaid = { subject: null, startedAt: null, endedAt: null };
    expect(history).toEqual(
      succeed([
        {
          ...{ id: 'i1', medium: 'chat', direction: 'inbound', state: 'ended', subject: 'Kettle', startedAt },
          ...{ endedAt: startedAt + 600_000, handledBy: 'Ana Ruiz', hasTranscript: true },
        },
        {
          ...unsaid,
          id: 'i2',
          medium: 'sms',
          direction: 'outbound',
          state: 'running',
          handledBy: null,
          hasTranscript: false,
        },
        {
          ...unsaid,
          id: 'i3',
          medium: 'other',
          direction: 'internal',
          state: 'unknown',
          handledBy: 'ana',
          hasTranscript: false,
        },
      ]),
    );
    expect(quarantine.counts()).toEqual({ interaction: 1 });
  });

  it('return no history and send no request when the chat names no contact', async () => {
    const { calls, at } = adapter();
    const customerData = [{ key: 'ContactId', value: null }];
    expect([await at.customerHistory({ customerData }), await at.customerHistory({ customerData: [] })]).toEqual([
      succeed([]),
      succeed([]),
    ]);
    expect(calls).toEqual([]);
  });

  it('return a transcript without typing', async () => {
    const from = { nickname: 'Robin', type: 'Customer', participantId: 'p1' };
    const messages = [
      { index: 1, type: 'Text', text: 'Hello', from, visibility: 'All', timestampSeconds: 1_389_261_492_035 },
      { index: 2, type: 'TypingStarted', from, visibility: 'All' },
      { type: 'Text' },
    ];
    const { at } = adapter({ 'POST /ucs/interactions/i1': succeed({ messages }) });
    expect(await at.pastTranscript({ interactionId: 'i1' })).toMatchObject({
      value: [{ index: 1, kind: 'text', text: 'Hello', at: 1_389_261_492_035, from: { type: 'customer' } }],
    });
    expect(await adapter().at.pastTranscript({ interactionId: 'i1' })).toEqual(fail('server.fault'));
  });
});
