import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepLinkIn, readDeepLink } from '../../../main/shell/deep-link';

describe('readDeepLink', () => {
  it.each([
    ['sightline://chat/0008DaEMNO3UFI5Y', { type: 'openChat', chatId: '0008DaEMNO3UFI5Y' }],
    ['sightline://chat/0008DaEMNO3UFI5Y/', { type: 'openChat', chatId: '0008DaEMNO3UFI5Y' }],
    ['SIGHTLINE://chat/a%2Fb', { type: 'openChat', chatId: 'a/b' }],
    ['sightline://agent/Ana%20Mu%C3%B1oz', { type: 'openAgents', search: 'Ana Muñoz' }],
  ])('reads %s', (text, action) => {
    expect(readDeepLink(text)).toEqual(action);
  });

  it.each([
    'sightline://chat/',
    'sightline://chat',
    'sightline://bargeIn/0008DaEMNO3UFI5Y',
    'sightline://user:password@chat/1',
    'sightline://chat:80/1',
    'sightline:chat/1',
    'https://chat/1',
    'sightline://agent/%00',
    'sightline://agent/%E2%81%A0',
    'sightline://agent/%ff',
    `sightline://chat/${'a'.repeat(201)}`,
    'chat/1',
    '',
  ])('refuses %j', (text) => {
    expect(readDeepLink(text)).toBeNull();
  });

  it('only navigates, whatever the link says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.webPath().map((path) => `sightline:/${path}`),
        ),
        (text) => {
          const action = readDeepLink(text);
          expect(action === null || action.type === 'openChat' || action.type === 'openAgents').toBe(true);
        },
      ),
    );
  });
});

it('finds the link among the arguments of a start', () => {
  expect(deepLinkIn(['--practice', 'file.txt', 'sightline://chat/1'])).toEqual({ type: 'openChat', chatId: '1' });
  expect(deepLinkIn(['--server=sightline://chat/1'])).toBeNull();
  expect(deepLinkIn([])).toBeNull();
});
