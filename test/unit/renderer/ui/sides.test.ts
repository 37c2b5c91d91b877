import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('renderer/ui/tokens.css', 'utf8');
const dark = css.slice(css.indexOf("[data-theme='dark']"));
const light = css.slice(0, css.indexOf("[data-theme='dark']"));

/** The declared colour of a token in one theme. */
function tokenIn(theme: string, name: string): string {
  const found = new RegExp(`--${name}:\\s*([^;]+);`, 'u').exec(theme)?.[1];
  if (found === undefined) throw new Error(`--${name} is not declared`);
  return found.trim();
}
const channels = (colour: string): number[] =>
  [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));

/** The token of the ground that a component gives the bubbles of a class. */
function groundOf(component: string, bubble: string): string | undefined {
  const styles = readFileSync(component, 'utf8').split('<style')[1] ?? '';
  return new RegExp(`\\n\\.${bubble} \\{[^}]*background: var\\(--([\\w-]+)\\)`, 'u').exec(styles)?.[1];
}

it.each(['renderer/features/chat/MessageBubble.vue', 'renderer/features/wall/TileMessage.vue'])(
  'the bubbles of %s have the ground of their side',
  (component) => {
    const grounds = ['message', 'agent', 'whisper', 'stepIn'].map((bubble) => groundOf(component, bubble));
    expect(grounds).toEqual(['customer-ground', 'agent-ground', 'coach-ground', 'barge-ground']);
  },
);

describe.each([
  ['light', light],
  ['dark', dark],
])('the sides of a transcript in the %s theme', (_name, theme) => {
  const grounds = ['customer-ground', 'agent-ground', 'coach-ground', 'barge-ground'].map((name) =>
    tokenIn(theme, name),
  );

  it('each has a ground of its own', () => {
    expect(new Set(grounds).size).toBe(grounds.length);
  });

  it('customer and agent differ by more than the eye forgives', () => {
    const [customer, agent] = grounds.slice(0, 2).map(channels);
    const distance = Math.hypot(...customer!.map((value, channel) => value - agent![channel]!));
    expect(distance).toBeGreaterThan(12);
  });
});
