import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeChat, decodeParticipant } from '../../../../main/gws/wire/chat';
import { maybeText } from '../../../../main/gws/wire/tolerant';

const nothing = fc.constantFrom(undefined, null, '', ' ', '\t\n', '\u00a0', 7, [], {});

describe('an empty field', () => {
  it('counts as not sent when absent, null, blank or of another type', () => {
    fc.assert(
      fc.property(nothing, nothing, (state, visibility) => {
        const chat = decodeChat({ id: 'c', state }, 'chat');
        const participant = decodeParticipant({ participantId: 'p', visibility, type: state });
        return chat?.state === undefined && participant?.visibility === undefined && participant?.type === undefined;
      }),
    );
  });

  it('leaves a blank id to the next field that names the chat', () => {
    expect(decodeChat({ id: ' ', path: '/me/chats/0001' }, 'chat')?.id).toBe('0001');
  });

  it('is kept as text when a person wrote it', () => {
    expect(maybeText.parse('  ')).toBe('  ');
  });
});
