import { describe, expect, it } from 'vitest';
import type { EntryKind } from '../../../../../preload/contract';
import { systemMessage } from '../../../../../renderer/domain/transcript/system-message';
import en from '../../../../../renderer/locales/en.json' with { type: 'json' };
import { entry } from '../seeds';

const kinds: EntryKind[] = ['joined', 'rejoined', 'left', 'notice', 'customNotice', 'transcriptSaved', 'unknown'];

function lookUp(key: string): unknown {
  return key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], en);
}

describe('systemMessage', () => {
  it('has a sentence in the catalogue for every event, author and visibility', () => {
    for (const kind of kinds) {
      for (const by of ['customer', 'agent', 'self', 'supervisor', 'other'] as const) {
        for (const visibility of ['everyone', 'agents', 'supervisors', null] as const) {
          const plain = entry(1, by, kind === 'customNotice' ? { kind, text: '' } : { kind });
          const sentence = systemMessage({ ...plain, author: { ...plain.author, visibility } });
          expect(lookUp(sentence?.key ?? ''), `${kind} by ${by}, seen by ${String(visibility)}`).toBeDefined();
        }
      }
    }
  });

  it('leaves messages to be drawn as messages', () => {
    expect(systemMessage(entry(1, 'agent'))).toBeNull();
    expect(systemMessage(entry(1, 'agent', { kind: 'url' }))).toBeNull();
    expect(systemMessage(entry(1, 'agent', { kind: 'customNotice' }))).toBeNull();
  });

  it('names who sees a supervisor who changed mode', () => {
    const rejoined = entry(1, 'self', { kind: 'rejoined' });
    expect(systemMessage({ ...rejoined, author: { ...rejoined.author, visibility: 'everyone' } })?.key).toBe(
      'transcript.event.rejoined.youEveryone',
    );
  });
});
