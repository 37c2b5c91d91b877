import { describe, expect, it } from 'vitest';
import { lastMessagePreview, toSingleLine } from '../../../../../renderer/domain/transcript/last-message-preview';
import { entry } from '../seeds';

describe('lastMessagePreview', () => {
  it('passes over joining and leaving', () => {
    const line = lastMessagePreview([
      entry(1, 'customer', { text: 'still here' }),
      entry(2, 'agent', { kind: 'left', text: '' }),
    ]);
    expect(line).toMatchObject({ text: 'still here', isWhisper: false });
  });

  it('marks a whisper', () => {
    expect(lastMessagePreview([entry(1, 'self', { visibility: 'agents' })])?.isWhisper).toBe(true);
  });

  it('has none before the first word', () => {
    expect(lastMessagePreview([entry(1, 'agent', { kind: 'joined' })])).toBeNull();
  });
});

describe('toSingleLine', () => {
  it('makes one line of many', () => {
    expect(toSingleLine('  two\n\nlines\tand more ')).toBe('two lines and more');
  });

  it('cuts between whole characters', () => {
    const cut = toSingleLine('😀'.repeat(300));
    expect(cut).toBe(`${'😀'.repeat(240)}…`);
  });
});
