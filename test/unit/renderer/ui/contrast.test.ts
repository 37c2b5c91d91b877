import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../../renderer/ui/tokens.css'), 'utf8');

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has a block for ${selector}`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const grounds = ['ground', 'surface', 'raised', 'sunken', 'hover', 'selected', 'customer-ground', 'agent-ground'];
const modes = ['monitor', 'coach', 'barge'];

/** Everything that carries words: WCAG AA asks 4.5. */
const text: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-2', 'ink-3'].flatMap((ink) =>
    [...grounds, ...modes.map((mode) => `${mode}-ground`)].map((on) => [ink, on] as const),
  ),
  ...modes.flatMap((mode) => [
    [mode, `${mode}-ground`] as const,
    [mode, 'surface'] as const,
    [mode, 'raised'] as const,
    [mode, 'ground'] as const,
    [mode, 'selected'] as const,
    [`on-${mode}`, mode] as const,
  ]),
  ...['ok', 'warn', 'bad'].flatMap((state) => [
    [state, `${state}-ground`] as const,
    [state, 'surface'] as const,
    [state, 'raised'] as const,
  ]),
  ['on-action', 'action'],
  ['on-action', 'action-hover'],
  ['on-focus', 'focus'],
];

/** Edges and marks without which a control or a state cannot be made out: 3. */
const edges: readonly (readonly [string, string])[] = [
  ...['ground', 'surface', 'raised'].flatMap((on) => [
    ['line-strong', on] as const,
    ['focus', on] as const,
    ['action', on] as const,
    ...modes.map((mode) => [mode, on] as const),
  ]),
  ['focus', 'sunken'],
];

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
])('the %s theme', (_, selector) => {
  const tokens = tokensOf(selector);
  const of = (name: string): string => {
    const colour = tokens.get(name);
    if (colour === undefined) throw new Error(`--${name} is a plain colour in ${selector}`);
    return colour;
  };
  const weak = (pairs: readonly (readonly [string, string])[], least: number): string[] =>
    pairs
      .map(([front, back]) => ({ front, back, ratio: contrast(of(front), of(back)) }))
      .filter(({ ratio }) => ratio < least)
      .map(({ front, back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`);

  it('lets every text be read on every ground it stands on', () => {
    expect(weak(text, 4.5)).toEqual([]);
  });

  it('lets every edge and mark be made out', () => {
    expect(weak(edges, 3)).toEqual([]);
  });

  it('names every colour the other theme names', () => {
    const other = tokensOf(selector === ':root' ? ":root[data-theme='dark']" : ':root');
    expect([...tokens.keys()].sort()).toEqual([...other.keys()].sort());
  });
});

it('knows the contrast of black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
