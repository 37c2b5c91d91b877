import { describe, expect, it } from 'vitest';
import { isTrustedSender, type IpcSender } from '../../../main/shell/trusted-sender';

const known = new Set([1]);
const ours = { url: 'app://bundle/index.html', isMainFrame: true };

describe('isTrustedSender', () => {
  it('returns true for the main frame of our own window on our own page', () => {
    expect(isTrustedSender({ contentsId: 1, frame: ours }, known)).toBe(true);
    expect(isTrustedSender({ contentsId: 1, frame: { ...ours, url: 'app://bundle/#/chats/1' } }, known)).toBe(true);
  });

  const strangers: readonly (readonly [string, IpcSender])[] = [
    ['a frame that is gone', { contentsId: 1, frame: null }],
    ['a frame inside the page', { contentsId: 1, frame: { ...ours, isMainFrame: false } }],
    ['a window we did not open', { contentsId: 2, frame: ours }],
    ...[
      'about:blank',
      '',
      'app://evil/index.html',
      'app://bundle.evil/',
      'app://bundle:1/',
      'app://user@bundle/',
      'https://bundle/',
      'file:///bundle/index.html',
      'data:text/html,x',
      'blob:app://bundle/1',
      'not an address',
    ].map((url) => [url, { contentsId: 1, frame: { ...ours, url } }] as const),
  ];

  it.each(strangers)('returns false for %s', (_who, sender) => {
    expect(isTrustedSender(sender, known)).toBe(false);
  });
});
