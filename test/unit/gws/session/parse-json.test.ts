import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../main/gws/session/parse-json';

describe('parseJson', () => {
  it('returns the value of a JSON text, and nothing for another text', () => {
    expect(parseJson('{"a":[1,null]}')).toEqual({ a: [1, null] });
    expect(parseJson('{"a":')).toBeUndefined();
    expect(parseJson('')).toBeUndefined();
  });

  it('parses a long text with few values', () => {
    expect(parseJson(`["${'x'.repeat(2_000_000)}"]`)).toHaveLength(1);
  });

  it.each([
    ['empty objects', '{},'],
    ['empty lists', '[],'],
    ['numbers', '1,'],
    ['fields', '{"a":1},'],
  ])('refuses a list of a million %s, which would take much more memory than its text', (_, piece) => {
    expect(parseJson(`[${piece.repeat(1_000_000)}0]`)).toBeUndefined();
  });

  it('parses a log of 50,000 lines', () => {
    const file = new URL('../../../fixtures/frames/notification.message.custom-notice.json', import.meta.url);
    const frame = readFileSync(file, 'utf8');
    const { data } = JSON.parse(frame) as { data: { messages: readonly unknown[] } };
    const log = JSON.stringify(Array.from({ length: 50_000 }, () => data.messages[0]));
    expect(parseJson(log)).toHaveLength(50_000);
  });
});
