import type { Chance } from './chance';

const long = 'x'.repeat(5_000_000);
const deepText = `${'['.repeat(4_000)}${']'.repeat(4_000)}`;

function nested(depth: number): unknown {
  let value: unknown = 'core';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { chat: value };
  return value;
}

const strange: readonly ((chance: Chance) => unknown)[] = [
  () => null,
  () => true,
  (chance) => chance.pick([0, -1, 1e308, -1e308, Number.MAX_SAFE_INTEGER + 2, 1e-320, 0.1, 2 ** 53, -0]),
  () => '',
  () => '\ud800',
  () => '\udc00\ud800 lone',
  () => '\u0000\u202e\u2066',
  () => '__proto__',
  () => 'constructor',
  () => [],
  () => ({}),
  () => [[], [[]], [null]],
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown,
  (chance) => nested(chance.between(50, 700)),
  (chance) => (chance.happens(0.02) ? long : 'x'.repeat(chance.between(1, 4_000))),
  (chance) => Array.from({ length: chance.between(1, 300) }, (_, at) => at),
  () => ({ toString: 'no function', valueOf: 7, length: -1, then: 'not a promise' }),
];

const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'length',
  'chat',
  'messages',
  'id',
  'index',
  'from',
  'hasOwnProperty',
  'then',
];

interface Place {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

function placesIn(value: unknown, places: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return places;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    places.push({ holder, key });
    placesIn(holder[key], places);
  }
  return places;
}

/** Assigns like JSON: a field named `__proto__` becomes a field, not a prototype. */
function put(holder: Place['holder'], key: string | number, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
}

/** Replaces or removes some values of a frame, or adds fields that should not exist. */
export function mutatedValue(frame: unknown, chance: Chance): unknown {
  if (chance.happens(0.03)) return chance.pick(strange)(chance);
  for (let left = chance.between(1, 5); left > 0; left -= 1) {
    const places = placesIn(frame);
    if (places.length === 0) return frame;
    const { holder, key } = chance.pick(places);
    const act = chance.below(10);
    if (act < 6) put(holder, key, chance.pick(strange)(chance));
    else if (act < 8 && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
    else if (!Array.isArray(holder)) put(holder, chance.pick(names), chance.pick(strange)(chance));
  }
  return frame;
}

/** The same as text, or the text itself damaged. */
export function mutatedText(frame: string, chance: Chance): string {
  const act = chance.below(10);
  if (act < 5) return JSON.stringify(mutatedValue(JSON.parse(frame), chance));
  const at = chance.below(frame.length);
  const to = at + chance.between(1, 60);
  if (act < 6) return frame.slice(0, at);
  if (act < 7) return frame.slice(0, at) + frame.slice(to);
  if (act < 8) return frame.slice(0, to) + frame.slice(at);
  if (act < 9) return frame.slice(0, at) + String.fromCharCode(chance.below(0xffff)) + frame.slice(at + 1);
  return chance.happens(0.02)
    ? deepText
    : frame.slice(0, at) + chance.pick(['{', '}', '[', '"', '\\', '\u0000', '1e999']) + frame.slice(at);
}
