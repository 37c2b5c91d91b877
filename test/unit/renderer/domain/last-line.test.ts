import { describe, expect, it } from 'vitest';
import { lastLine, oneLine } from '../../../../renderer/domain/last-line';
import { entry } from './seeds';

describe('lastLine', () => {
  it('passes over joining and leaving', () => {
    const line = lastLine([
      entry(1, 'customer', { text: 'still here' }),
      entry(2, 'agent', { kind: 'left', text: '' }),
    ]);
    expect(line).toMatchObject({ text: 'still here', isWhisper: false });
  });

  it('tells a whisper', () => {
    expect(lastLine([entry(1, 'self', { visibility: 'agents' })])?.isWhisper).toBe(true);
  });

  it('has none before the first word', () => {
    expect(lastLine([entry(1, 'agent', { kind: 'joined' })])).toBeNull();
  });
});

describe('oneLine', () => {
  it('makes one line of many', () => {
    expect(oneLine('  two\n\nlines\tand more ')).toBe('two lines and more');
  });

  it('cuts between whole characters', () => {
    const cut = oneLine('😀'.repeat(300));
    expect(cut).toBe(`${'😀'.repeat(240)}…`);
  });
});
