import { describe, expect, it } from 'vitest';
import type { NetworkAnswer } from '../../../preload/contract';
import { NetworkQuestions } from '../../../main/network/network-questions';
import { ProxySignIn } from '../../../main/network/proxy-sign-in';
import { FakeKeyValueStore } from '../../support/electron/sign-in-fakes';

const proxy = { host: 'proxy.test', port: 3128, realm: 'Example proxy' };
const given = { kind: 'proxySignIn', userName: 'imani', password: 'secret1', isSaved: true } as const;
const pair = { userName: 'imani', password: 'secret1' };

/** Reverses a text, so that what is stored is not the password itself. */
const secrets = {
  state: () => 'available',
  seal: (secret: string) => Promise.resolve(secret.split('').reverse().join('')),
  open: (sealed: unknown) => Promise.resolve(String(sealed).split('').reverse().join('')),
};

function open({ memory = new FakeKeyValueStore(), isSavingAllowed = true, state = 'available' } = {}) {
  let count = 0;
  const questions = new NetworkQuestions({
    newId: () => `q${(count += 1)}`,
    onChange: () => undefined,
    onAnswered: () => undefined,
  });
  const signIn = new ProxySignIn({ questions, memory, secrets: { ...secrets, state: () => state }, isSavingAllowed });
  const answer = (answer: NetworkAnswer = given) => questions.answer(questions.current?.id ?? '', answer);
  return { signIn, questions, answer, memory };
}

describe('ProxySignIn', () => {
  it('asks with the name of the proxy, and gives the answer to this proxy and realm only', async () => {
    const { signIn, questions, answer } = open();
    expect(await signIn.credentialsFor(proxy)).toBeNull();
    expect(questions.current).toEqual({
      ...{ kind: 'proxySignIn', id: 'q1', proxy: 'proxy.test:3128', realm: 'Example proxy' },
      ...{ isRetry: false, canSave: true },
    });
    await answer();
    expect(await signIn.credentialsFor(proxy)).toEqual(pair);
    for (const other of [
      { ...proxy, host: 'other.test' },
      { ...proxy, port: 1 },
      { ...proxy, realm: 'Another' },
    ]) {
      expect(await signIn.credentialsFor(other)).toBeNull();
    }
  });

  it('never gives a refused pair again, and says that it was refused', async () => {
    const { signIn, questions, answer, memory } = open();
    await signIn.credentialsFor(proxy);
    await answer();
    signIn.refused(proxy, pair);
    expect(questions.current).toMatchObject({ isRetry: true });
    expect([await signIn.credentialsFor(proxy), memory.values.size]).toEqual([null, 0]);
  });

  it('keeps a newer pair when the old one is refused late', async () => {
    const { signIn, answer } = open();
    await signIn.credentialsFor(proxy);
    await answer();
    signIn.refused(proxy, { userName: 'imani', password: 'older' });
    expect(await signIn.credentialsFor(proxy)).toEqual(pair);
  });

  it('saves only in the secret store, and uses it after a restart', async () => {
    const first = open();
    await first.signIn.credentialsFor(proxy);
    await first.answer();
    expect(JSON.stringify([...first.memory.values])).not.toContain('secret1');
    const second = open({ memory: first.memory });
    expect(await second.signIn.credentialsFor(proxy)).toEqual(pair);
    expect(await second.signIn.credentialsFor({ ...proxy, host: 'other.test' })).toBeNull();
  });

  it('saves nothing that the user did not choose to save or that the policy forbids', async () => {
    const unsaved = open();
    await unsaved.signIn.credentialsFor(proxy);
    await unsaved.answer({ ...given, isSaved: false });
    const stored = open();
    await stored.signIn.credentialsFor(proxy);
    await stored.answer();
    const forbidden = open({ memory: stored.memory, isSavingAllowed: false });
    await forbidden.signIn.credentialsFor(proxy);
    expect(forbidden.questions.current).toMatchObject({ canSave: false });
    await forbidden.answer();
    expect([unsaved.memory.values.size, forbidden.memory.values.size]).toEqual([0, 0]);
  });

  it('shows a realm from outside as one short line', async () => {
    const { signIn, questions } = open();
    await signIn.credentialsFor({ ...proxy, realm: `a\n\u202Eb${'x'.repeat(500)}` });
    const realm = questions.current?.kind === 'proxySignIn' ? questions.current.realm : '';
    expect([realm.startsWith('a bx'), realm.length]).toEqual([true, 120]);
  });
});
