import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../../main/base/result';
import { AsyncReplies } from '../../../../main/gws/sync/async-replies';
import type { Result } from '../../../../preload/contract';
import { settle, VirtualClock } from '../../../support/virtual-clock';

const call = { method: 'POST', path: '/ucs/interactions/i1', body: {} } as const;
const content = (referenceId: number) => ({ messageType: 'GetInteractionContentMessage', referenceId, messages: [] });
const acknowledged = (referenceId: number) => succeed({ statusCode: 0, referenceId });

function setUp() {
  const clock = new VirtualClock();
  const acknowledging: ((result: Result<unknown>) => void)[] = [];
  const answers = new AsyncReplies(() => new Promise((resolve) => acknowledging.push(resolve)), clock);
  const acknowledge = async (result: Result<unknown>): Promise<void> => {
    acknowledging.shift()?.(result);
    await settle();
  };
  return { clock, answers, acknowledge };
}

describe('AsyncReplies', () => {
  it("returns the reply with the request's number, in any order", async () => {
    const { answers, acknowledge } = setUp();
    const asked = [answers.ask(call), answers.ask(call)];
    await acknowledge(acknowledged(1));
    await acknowledge(acknowledged(2));
    const others = [null, 'noise', { referenceId: 2, messageType: 'ChatStateChangeMessage' }, content(3)];
    expect(answers.extractReplies([...others, content(2)])).toEqual(others);
    expect(answers.extractReplies([content(1)])).toEqual([]);
    expect(await Promise.all(asked)).toEqual([succeed(content(1)), succeed(content(2))]);
  });

  it('returns a reply that overtook its response', async () => {
    const { answers, acknowledge } = setUp();
    const asked = answers.ask(call);
    answers.extractReplies([content(1)]);
    await acknowledge(acknowledged(1));
    expect(await asked).toEqual(succeed(content(1)));
  });

  it('does not return a reply to an earlier request', async () => {
    const { clock, answers, acknowledge } = setUp();
    const first = answers.ask(call);
    answers.extractReplies([content(2)]);
    await acknowledge(fail('command.notFound'));
    expect(await first).toEqual(fail('command.notFound'));
    answers.extractReplies([content(2)]);
    const second = answers.ask(call);
    await acknowledge(acknowledged(2));
    clock.advance(15_000);
    expect(await second).toEqual(fail('server.timeout'));
  });

  it("fails with the server's message when the failure has its number", async () => {
    const { answers, acknowledge } = setUp();
    const asked = answers.ask(call);
    await acknowledge(acknowledged(1));
    answers.extractReplies([{ notificationType: 'Error', errorMessage: 'Request\nfailed', referenceId: 1 }]);
    expect(await asked).toEqual(fail('command.refused', { serverMessage: 'Request failed' }));
  });

  it('fails when no reply arrives, and ignores a late one', async () => {
    const { clock, answers, acknowledge } = setUp();
    const asked = answers.ask(call);
    await acknowledge(acknowledged(1));
    clock.advance(14_999);
    clock.advance(1);
    expect(await asked).toEqual(fail('server.timeout'));
    answers.extractReplies([content(1)]);
  });

  it.each([
    [fail('command.outcomeUnknown'), fail('server.timeout')],
    [fail('session.expired'), fail('session.expired')],
    [succeed({ statusCode: 0, messages: [] }), succeed({ statusCode: 0, messages: [] })],
  ])('returns for the response %j the result %j', async (acknowledgement, expected) => {
    const { answers, acknowledge } = setUp();
    const asked = answers.ask(call);
    await acknowledge(acknowledgement);
    expect(await asked).toEqual(expected);
  });
});
