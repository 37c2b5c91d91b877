import { describe, expect, it } from 'vitest';
import type { CertificateRule } from '../../../preload/contract';
import { ClientCertificateChoice } from '../../../main/network/client-certificate-choice';
import { NetworkQuestions } from '../../../main/network/network-questions';

const now = 1_000;
const certificate = (id: string, more: { issuer?: string; validTo?: number } = {}) => ({
  ...{ id, subject: `CN=${id}`, issuer: 'Example CA', validFrom: 0, validTo: 2_000 },
  ...more,
});
const both = [certificate('one'), certificate('two')];

function open(rules: readonly CertificateRule[] = []) {
  let count = 0;
  const questions = new NetworkQuestions({
    newId: () => `q${(count += 1)}`,
    onChange: () => undefined,
    onAnswered: () => undefined,
  });
  const choice = new ClientCertificateChoice({ rules, questions, now: () => now });
  const answer = (certificateId: string | null) =>
    questions.answer(questions.current?.id ?? '', { kind: 'clientCertificate', certificateId });
  return { choice, questions, answer };
}

describe('ClientCertificateChoice', () => {
  it('sends none unasked, and remembers the choice for this server only', async () => {
    const { choice, questions, answer } = open();
    expect(choice.decide('gws.test', both)).toEqual({ is: 'asking' });
    expect(questions.current).toMatchObject({ kind: 'clientCertificate', host: 'gws.test', certificates: both });
    await answer('two');
    expect(choice.decide('gws.test', both)).toEqual({ is: 'decided', certificateId: 'two' });
    expect(choice.decide('other.test', both)).toEqual({ is: 'asking' });
  });

  it('goes on without one where none fits or the user wants none', async () => {
    const { choice, answer } = open();
    expect(choice.decide('gws.test', [])).toEqual({ is: 'decided', certificateId: null });
    choice.decide('gws.test', both);
    await answer(null);
    expect(choice.decide('gws.test', both)).toEqual({ is: 'decided', certificateId: null });
  });

  it('asks again when the chosen one is gone or the server refused it', async () => {
    const { choice, answer } = open();
    choice.decide('gws.test', both);
    await answer('two');
    expect(choice.decide('gws.test', [certificate('one')])).toEqual({ is: 'asking' });
    await answer('one');
    choice.forget('gws.test');
    expect(choice.decide('gws.test', both)).toEqual({ is: 'asking' });
  });

  it('is decided by the policy for a host, whatever its port', () => {
    const { choice } = open([{ host: 'gws.test', subject: 'CN=two' }]);
    expect(choice.decide('gws.test:8443', both)).toEqual({ is: 'decided', certificateId: 'two' });
    expect(choice.decide('gws.test.example.com:8443', both)).toEqual({ is: 'asking' });
  });

  it.each<[string, CertificateRule, string | null]>([
    ['its issuer', { host: 'gws.test', issuer: 'Company*' }, 'company'],
    ['its subject', { host: '*.test', subject: 'cn=TWO' }, 'two'],
    ['no certificate of another host', { host: 'other.test', subject: '*' }, null],
    ['no expired certificate', { host: 'gws.test', issuer: 'Old CA' }, null],
    ['characters as they are', { host: 'gws.test', subject: 'CN=.wo' }, null],
  ])('is decided by the policy: %s', (_what, rule, id) => {
    const offered = [
      ...both,
      certificate('company', { issuer: 'Company CA' }),
      certificate('old', { issuer: 'Old CA', validTo: 1 }),
    ];
    const { choice } = open([rule]);
    expect(choice.decide('gws.test', offered)).toEqual(
      id === null ? { is: 'asking' } : { is: 'decided', certificateId: id },
    );
  });
});
