import { describe, expect, it } from 'vitest';
import { messageText, subjectProblem } from '../../../build/hooks/message-rules.mjs';

describe('a commit message', () => {
  it('is what git will keep: no comments, nothing below the scissors', () => {
    const edited =
      'Add a rule\n\nBecause.\n# On branch main\n# ------------------------ >8 ------------------------\ndiff';
    expect(messageText(edited)).toBe('Add a rule\n\nBecause.');
  });

  it('may have a subject of 72 characters and no more', () => {
    expect([subjectProblem('a'.repeat(72)), subjectProblem('a'.repeat(73))]).toEqual([
      null,
      'The subject has 73 characters; 72 is the most.',
    ]);
  });

  it('may name a longer subject that it is folded into', () => {
    expect(subjectProblem(`fixup! ${'a'.repeat(72)}`)).toBeNull();
  });
});
