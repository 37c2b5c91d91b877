import { describe, expect, it } from 'vitest';
import { pushedLink } from '../../../../../renderer/domain/text/pushed-link';

describe('an address to be shown', () => {
  it.each([
    ['https://northbank.example/a?b=1', 'https://northbank.example/a?b=1'],
    ['northbank.example/refunds', 'https://northbank.example/refunds'],
    ['northbank.example:8443/x', 'https://northbank.example:8443/x'],
    ['  https://northbank.example  ', 'https://northbank.example/'],
  ])('takes %s', (typed, url) => {
    expect(pushedLink(typed)).toEqual({ url, problem: null });
  });

  it.each([
    ['http://northbank.example', 'notSecure'],
    ['javascript:alert(1)', 'notSecure'],
    ['file:///etc/passwd', 'notSecure'],
    ['two words', 'notAnAddress'],
    ['northbank', 'notAnAddress'],
    ['https://northbank.example@evil.example/', 'notAnAddress'],
  ])('refuses %s', (typed, problem) => {
    expect(pushedLink(typed)).toEqual({ url: null, problem });
  });

  it('has nothing against a field that is still empty', () => {
    expect(pushedLink('  ')).toEqual({ url: null, problem: null });
  });
});
