import { expect, test } from 'vitest';
import { covers, isChannelName } from '../../../../main/practice/bayeux/subscriptions';

test.each([
  ['/v2/me/chats', '/v2/me/chats', true],
  ['/v2/me/chats', '/v2/me/chat', false],
  ['/v2/me/*', '/v2/me/chats', true],
  ['/v2/me/*', '/v2/me/chats/one', false],
  ['/v2/*', '/v2/me/chats', false],
  ['/v2/**', '/v2/me/chats', true],
  ['/**', '/notifications/services', true],
  ['/v2/**', '/v3/me', false],
])('%s covers %s: %s', (subscription, channel, expected) => {
  expect(covers(subscription, channel)).toBe(expected);
});

test.each([
  ['/v2/me/chats', true],
  ['/**', true],
  ['v2/me', false],
  ['/', false],
  ['', false],
  ['/a//b', false],
  ['/a b', false],
])('%j is a channel name: %s', (name, expected) => {
  expect(isChannelName(name)).toBe(expected);
});
