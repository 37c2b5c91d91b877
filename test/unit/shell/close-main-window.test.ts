import { describe, expect, it } from 'vitest';
import { createMainWindowClose, type CloseAnswer } from '../../../main/shell/close-main-window';
import type { OnClose } from '../../../preload/contract';

interface Situation {
  readonly setting: OnClose;
  readonly hasTray?: boolean;
  readonly isShiftRunning?: boolean;
  readonly answer?: CloseAnswer;
}

async function close({
  setting,
  hasTray = true,
  isShiftRunning = true,
  answer,
}: Situation): Promise<readonly string[]> {
  const done: string[] = [];
  const closeWindow = createMainWindowClose({
    setting: () => setting,
    remember: (choice) => done.push(`remember ${choice}`),
    hasTray: () => hasTray,
    isShiftRunning: () => isShiftRunning,
    ask: () => {
      done.push('ask');
      return Promise.resolve(answer ?? { choice: 'cancel', isRemembered: false });
    },
    quit: () => done.push('quit'),
  });
  const window = { hide: () => done.push('hide'), minimize: () => done.push('minimize') };
  // A second press of the button while the question is open asks nothing again.
  await Promise.all(setting === 'ask' ? [closeWindow(window), closeWindow(window)] : [closeWindow(window)]);
  return done;
}

describe('createMainWindowClose', () => {
  it.each<[string, Situation, readonly string[]]>([
    ['hides to the icon', { setting: 'hide' }, ['hide']],
    ['minimises where no icon is known', { setting: 'hide', hasTray: false }, ['minimize']],
    ['quits if that was chosen', { setting: 'quit' }, ['quit']],
    ['asks once while a shift runs', { setting: 'ask' }, ['ask']],
    [
      'does and remembers the answer',
      { setting: 'ask', answer: { choice: 'hide', isRemembered: true } },
      ['ask', 'remember hide', 'hide'],
    ],
    [
      'quits after the question, without remembering',
      { setting: 'ask', answer: { choice: 'quit', isRemembered: false } },
      ['ask', 'quit'],
    ],
  ])('%s', async (_name, situation, expected) => {
    expect(await close(situation)).toEqual(expected);
  });

  it('quits without a question when no one is signed in', async () => {
    expect(await close({ setting: 'ask', isShiftRunning: false })).toContain('quit');
  });
});
