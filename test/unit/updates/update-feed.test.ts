import { describe, expect, it } from 'vitest';
import type { UpdateProblem } from '../../../preload/contract';
import { isUpdateKey, readFeed, UpdateError } from '../../../main/updates/update-feed';
import { UpdatePublisher } from '../../support/updates/signed-feed';

const publisher = new UpdatePublisher();
const installer = Buffer.from('the new program');
const { text, signature } = publisher.publish('0.2.0', installer);

function problemOf(act: () => unknown): UpdateProblem | null {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof UpdateError ? error.problem : 'failed';
  }
}

describe('readFeed', () => {
  it('returns what the administrator signed', () => {
    expect(readFeed(text, `${signature}\n`, publisher.publicKey)).toMatchObject({
      version: '0.2.0',
      files: [{ url: 'Sightline-0.2.0.AppImage', size: installer.length }],
    });
  });

  it.each([
    ['another text', text.replace('0.2.0', '0.3.0'), signature, publisher.publicKey],
    ['another key', text, signature, new UpdatePublisher().publicKey],
    ['no signature', text, '', publisher.publicKey],
    ['a key that is none', text, signature, 'bm8ga2V5'],
  ])('refuses %s', (_name, someText, someSignature, key) => {
    expect(problemOf(() => readFeed(someText, someSignature, key))).toBe('notSigned');
  });

  const file = { url: 'a.deb', sha512: `${'A'.repeat(86)}==`, size: 3 };
  it.each([
    ['a version that is none', { version: 'newest', files: [file] }],
    ['no installer', { version: '0.2.0', files: [] }],
    ['an installer from elsewhere', { version: '0.2.0', files: [{ ...file, url: 'https://other.test/a.deb' }] }],
    ['an installer outside the folder', { version: '0.2.0', files: [{ ...file, url: '../a.deb' }] }],
    ['an installer without a checksum', { version: '0.2.0', files: [{ url: 'a.deb', size: 3 }] }],
    ['something else', ['0.2.0']],
  ])('refuses a signed feed with %s', (_name, feed) => {
    const signed = publisher.sign(feed);
    expect(problemOf(() => readFeed(signed.text, signed.signature, publisher.publicKey))).toBe('noFeed');
  });
});

describe('isUpdateKey', () => {
  it('accepts Ed25519 keys only', () => {
    expect([publisher.publicKey, 'bm8ga2V5', ''].map(isUpdateKey)).toEqual([true, false, false]);
  });
});
