import { describe, expect, it } from 'vitest';
import type { NetworkQuestion } from '../../../preload/contract';
import { NetworkQuestions, type NewQuestion } from '../../../main/network/network-questions';

const signIn: NewQuestion = { kind: 'proxySignIn', proxy: 'p:1', realm: 'R', isRetry: false, canSave: false };
const given = { kind: 'proxySignIn', userName: 'u', password: 'p', isSaved: false } as const;

function open() {
  const shown: (NetworkQuestion | null)[] = [];
  const answered: string[] = [];
  let count = 0;
  const questions = new NetworkQuestions({
    newId: () => `q${(count += 1)}`,
    onChange: (question) => shown.push(question),
    onAnswered: () => answered.push('again'),
  });
  const ask = (key: string): void => {
    questions.ask(key, signIn, (answer) => void answered.push(`${key} ${answer.kind}`));
  };
  return { questions, shown, answered, ask, ids: () => shown.map((question) => question?.id ?? null) };
}

describe('NetworkQuestions', () => {
  it('shows one question at a time, and each only once', async () => {
    const { questions, ask, ids, answered } = open();
    ask('a');
    ask('b');
    ask('a');
    expect(ids()).toEqual(['q1']);
    expect(await questions.answer('q1', given)).toBe(true);
    expect(await questions.answer('q2', given)).toBe(true);
    expect(ids()).toEqual(['q1', 'q2', null]);
    expect(answered).toEqual(['a proxySignIn', 'again', 'b proxySignIn', 'again']);
  });

  it('does not ask again what was cancelled, until the user acts', async () => {
    const { questions, ask, ids, answered } = open();
    ask('a');
    await questions.answer('q1', { kind: 'cancel' });
    ask('a');
    expect([questions.current, answered]).toEqual([null, []]);
    questions.userActed();
    ask('a');
    expect(ids()).toEqual(['q1', null, 'q2']);
  });

  it.each([
    ['a question that is no longer open', 'q7', given],
    ['another kind of answer', 'q1', { kind: 'clientCertificate', certificateId: null } as const],
  ])('refuses %s', async (_what, id, answer) => {
    const { questions, ask, answered } = open();
    ask('a');
    expect(await questions.answer(id, answer)).toBe(false);
    expect([questions.current?.id, answered]).toEqual(['q1', []]);
  });
});
