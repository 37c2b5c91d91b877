import { describe, expect, it } from 'vitest';
import type { AppError, ConnectionState, Mode, PendingIntent } from '../../../../preload/contract';
import { isHeard, silenceStanding } from '../../../../renderer/domain/silence';
import { seedChat } from '../../../support/renderer/seed-floor';

const chat = (mode: Mode | null) => seedChat({ id: 'chat-1', customer: 'Kim', agent: 'Ana', mode, receivedAt: 0 });
const change = (kind: Mode, phase: PendingIntent['phase'] = 'sending'): PendingIntent => ({
  ...{ requestId: `r-${kind}`, kind, chatId: 'chat-1', agentId: null, phase, since: 0 },
});
const over = { ...chat(null), state: 'revoked' as const, endedAt: 1 };
const refused: AppError = { code: 'command.refused' };
const broken: AppError = { code: 'server.unreachable' };

describe('the way of a chat back to silent', () => {
  it.each([
    ['confirmed silent', chat('monitor'), [], null, 'live', 'silent'],
    ['gone', undefined, [], null, 'live', 'over'],
    ['over', over, [], refused, 'live', 'over'],
    ['asked for', chat('bargeIn'), [change('monitor')], null, 'live', 'asking'],
    [
      'accepted, but not seen to have happened',
      chat('bargeIn'),
      [change('monitor', 'accepted')],
      null,
      'live',
      'asking',
    ],
    ['silent, with a louder change still on its way', chat('monitor'), [change('coach')], null, 'live', 'failed'],
    ['silent again after overtaking', chat('monitor'), [change('bargeIn'), change('monitor')], null, 'live', 'asking'],
    ['overdue', chat('coach'), [change('monitor', 'notConfirmed')], null, 'live', 'unsure'],
    ['refused', chat('coach'), [], refused, 'live', 'failed'],
    ['refused, and the line is gone', chat('coach'), [], refused, 'offline', 'failed'],
    ['not reached', chat('coach'), [], broken, 'offline', 'unreachable'],
    ['not reached, and the line is back', chat('coach'), [], broken, 'live', 'failed'],
    ['loud again', chat('bargeIn'), [], null, 'live', 'failed'],
    ['in a mode that nobody said', chat(null), [], null, 'live', 'failed'],
  ] as const)('%s', (_what, now, changes, error, connection: ConnectionState['phase'], standing) => {
    expect(silenceStanding({ chat: now, changes, error, connection })).toBe(standing);
  });

  it('begins wherever somebody sees the supervisor, may see him, or is about to', () => {
    expect([
      isHeard(chat('monitor'), []),
      isHeard(chat('monitor'), [change('monitor')]),
      isHeard(over, []),
      isHeard(chat('coach'), []),
      isHeard(chat('bargeIn'), []),
      isHeard(chat(null), []),
      isHeard(chat('monitor'), [change('bargeIn')]),
    ]).toEqual([false, false, false, true, true, true, true]);
  });
});
