import { expect, it } from 'vitest';
import { isNodeNewEnough } from '../../../build/prepare/node-version.mjs';

it.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['24.1.0', true],
  ['20.18.3', false],
  ['18.20.0', false],
])('Node %s can prepare: %s', (version, answer) => {
  expect(isNodeNewEnough(version)).toBe(answer);
});
