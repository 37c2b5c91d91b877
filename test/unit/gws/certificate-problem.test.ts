import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { certificateProblem } from '../../../main/gws/certificate-problem';
import { selfSigned, TestAuthority } from '../../support/network/certificates';

const folder = mkdtempSync(path.join(tmpdir(), 'sightline-certificates-'));
const authority = new TestAuthority(path.join(folder, 'authority'), 'Example CA');
const now = Date.UTC(2026, 10, 29);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('certificateProblem', () => {
  const dated = authority.issue({ commonName: 'gws.test', from: '20260101000000Z', to: '20260201000000Z' });

  it.each([
    [
      'after its end',
      now,
      { kind: 'certificateExpired', values: { date: Date.UTC(2026, 1, 1), issuer: 'Example CA' } },
    ],
    [
      'before its start',
      Date.UTC(2025, 11, 1),
      { kind: 'certificateNotYetValid', values: { date: Date.UTC(2026, 0, 1), issuer: 'Example CA' } },
    ],
    [
      'between them, when another one of the chain is meant',
      Date.UTC(2026, 0, 15),
      { kind: 'certificate', values: {} },
    ],
  ])('names the date %s', (_when, at, problem) => {
    expect(certificateProblem('ERR_CERT_DATE_INVALID', { pem: dated.pem, now: at })).toEqual(problem);
  });

  it('distinguishes a self-signed certificate from one of an unknown authority', () => {
    const own = selfSigned(path.join(folder, 'own'), 'gws.test');
    const named = new TestAuthority(path.join(folder, 'same-name'), 'gws.test').issue({ commonName: 'gws.test' });
    expect(certificateProblem('ERR_CERT_AUTHORITY_INVALID', { pem: own.pem, now })).toEqual({
      kind: 'certificateSelfSigned',
      values: { name: 'gws.test' },
    });
    expect(certificateProblem('ERR_CERT_AUTHORITY_INVALID', { pem: dated.pem, now })).toEqual({
      kind: 'certificateUnknownAuthority',
      values: { issuer: 'Example CA' },
    });
    // The same names do not make it self-signed; its key decides.
    expect(certificateProblem('ERR_CERT_AUTHORITY_INVALID', { pem: named.pem, now }).kind).toBe(
      'certificateUnknownAuthority',
    );
  });

  it('names the hosts that a certificate is for, and no more than a few', () => {
    const names = ['a', 'b', 'c', 'd'].map((name) => `DNS:${name}.test`).join(',');
    const many = authority.issue({ commonName: 'other.test', names });
    expect(certificateProblem('ERR_CERT_COMMON_NAME_INVALID', { pem: many.pem, now })).toEqual({
      kind: 'certificateWrongHost',
      values: { name: 'a.test, b.test, c.test, …', issuer: 'Example CA' },
    });
  });

  it.each([
    ['no certificate was noted', { pem: null, now }],
    ['it cannot be read', { pem: 'not a certificate', now }],
    ['nothing is known about it', undefined],
  ])('guesses nothing when %s', (_when, refused) => {
    expect(certificateProblem('ERR_CERT_AUTHORITY_INVALID', refused)).toEqual({ kind: 'certificate', values: {} });
  });

  it('shows names from outside as one short line', () => {
    const { pem } = new TestAuthority(path.join(folder, 'hostile'), 'A\u202EB').issue({ commonName: 'x.test' });
    expect(certificateProblem('ERR_CERT_AUTHORITY_INVALID', { pem, now }).values).toEqual({ issuer: 'A B' });
  });
});
