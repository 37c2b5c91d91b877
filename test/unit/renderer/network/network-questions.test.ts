import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { NetworkQuestion } from '../../../../preload/contract';
import NetworkQuestions from '../../../../renderer/features/network/NetworkQuestions.vue';
import { useNetworkStore } from '../../../../renderer/stores/network.store';
import { attentiveFloor } from '../../../support/renderer/attentive-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const dayMs = 86_400_000;

freezeTime(now);

const signIn: NetworkQuestion = {
  ...{ kind: 'proxySignIn', id: 'q1', proxy: 'proxy.test:3128', realm: 'Example proxy' },
  ...{ isRetry: false, canSave: true },
};
const choice: NetworkQuestion = {
  ...{ kind: 'clientCertificate', id: 'q2', host: 'gws.test' },
  certificates: [
    { id: 'one', subject: 'supervisor1', issuer: 'Example CA', validFrom: now - dayMs, validTo: now + dayMs },
    { id: 'two', subject: 'supervisor2', issuer: 'Example CA', validFrom: now - 2 * dayMs, validTo: now - dayMs },
  ],
};

async function show(question: NetworkQuestion) {
  const { bridge } = mountOnFloor(NetworkQuestions, { snapshot: attentiveFloor(now) });
  useNetworkStore().follow();
  await flushPromises();
  bridge.push('network.questionChanged', question);
  await flushPromises();
  const press = async (name: string): Promise<void> => {
    const buttons = [...document.body.querySelectorAll('button')];
    buttons.find((button) => button.textContent.trim() === name)?.click();
    await flushPromises();
  };
  const write = (at: number, text: string): void => {
    const input = document.body.querySelectorAll<HTMLInputElement>('form .box input')[at];
    if (input === undefined) throw new Error('the field is shown');
    input.value = text;
    input.dispatchEvent(new Event('input'));
  };
  const answers = () => bridge.asked.filter(({ name }) => name === 'network.answer').map(({ request }) => request);
  const submit = async (): Promise<void> => {
    document.body.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await flushPromises();
  };
  return { press, write, answers, submit };
}

describe('the sign-in to a proxy', () => {
  it('names the proxy and its realm, needs a username, and sends what was entered once', async () => {
    const { write, answers, submit } = await show(signIn);
    expect(document.body.textContent).toContain('proxy.test:3128');
    expect(document.body.textContent).toContain('Example proxy');
    await submit();
    expect(document.body.textContent).toContain('Enter your username for the proxy.');
    write(0, ' imani ');
    write(1, 'secret1');
    await submit();
    const answer = { kind: 'proxySignIn', userName: 'imani', password: 'secret1', isSaved: false };
    expect(answers()).toEqual([{ id: 'q1', answer }]);
    expect([useNetworkStore().question, useNetworkStore().answerCount]).toEqual([null, 1]);
  });

  it('says that the proxy refused the last one, and offers no saving where there is no secret store', async () => {
    await show({ ...signIn, isRetry: true, canSave: false });
    expect(document.body.textContent).toContain('The proxy rejected this username or password.');
    expect(document.body.textContent).not.toContain('Save password');
  });

  it('sends nothing when it is cancelled', async () => {
    const { press, answers } = await show(signIn);
    await press('Cancel');
    expect(answers()).toEqual([{ id: 'q1', answer: { kind: 'cancel' } }]);
    expect(useNetworkStore().answerCount).toBe(0);
  });
});

describe('the choice of a certificate', () => {
  it('lists subject, issuer and validity with none chosen, and sends the chosen one', async () => {
    const { press, answers } = await show(choice);
    expect(document.body.textContent).toContain('supervisor1');
    expect(document.body.textContent).toContain('Issued by Example CA');
    expect([...document.body.querySelectorAll('.validity.over')]).toHaveLength(1);
    await press('Use this certificate');
    expect(answers()).toEqual([]);
    document.body.querySelector<HTMLInputElement>('input[value="one"]')?.click();
    await flushPromises();
    await press('Use this certificate');
    expect(answers()).toEqual([{ id: 'q2', answer: { kind: 'clientCertificate', certificateId: 'one' } }]);
  });

  it('can go on without one', async () => {
    const { press, answers } = await show(choice);
    await press('Continue without');
    expect(answers()).toEqual([{ id: 'q2', answer: { kind: 'clientCertificate', certificateId: null } }]);
  });
});
