import { describe, expect, it } from 'vitest';
import { isTrustedSender, type IpcEvent } from '../../../main/shell/trusted-sender';

const known = new Set([1]);

/** A message as Electron reports it: from the main frame of our window on our page, unless changed. */
function messageFrom({ id = 1, url = 'app://bundle/index.html' } = {}): IpcEvent {
  const mainFrame = { url };
  return { sender: { id, mainFrame }, senderFrame: mainFrame };
}

describe('isTrustedSender', () => {
  it.each(['app://bundle/index.html', 'app://bundle/#/chats/1'])(
    'returns true for the main frame of our own window on %s',
    (url) => {
      expect(isTrustedSender(messageFrom({ url }), known)).toBe(true);
    },
  );

  const ours = messageFrom();
  const strangers: readonly (readonly [string, IpcEvent])[] = [
    ['a frame that is gone', { ...ours, senderFrame: null }],
    ['a frame inside the page', { ...ours, senderFrame: { url: 'app://bundle/index.html' } }],
    ['a window we did not open', messageFrom({ id: 2 })],
    ...[
      'about:blank',
      '',
      'app://evil/index.html',
      'app://bundle.evil/',
      'app://bundle:1/',
      'app://user@bundle/',
      'app://:word@bundle/',
      'https://bundle/',
      'file:///bundle/index.html',
      'data:text/html,x',
      'blob:app://bundle/1',
      'not an address',
    ].map((url) => [url, messageFrom({ url })] as const),
  ];

  it.each(strangers)('returns false for %s', (_who, event) => {
    expect(isTrustedSender(event, known)).toBe(false);
  });
});
