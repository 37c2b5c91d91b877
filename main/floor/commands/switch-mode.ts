import type { Chat, ChatAction, CommandRequest, Done, Mode, Result } from '../../../preload/contract';
import { done, fail } from '../../base/result';
import { liveChat, modeKinds } from './checks';
import type { IntentPlan, Verdict } from './open-intent';
import type { CommandTools } from './command-tools';
import { nothingToDo } from './nothing-to-do';

const actionFor = {
  monitor: 'switchToMonitor',
  coach: 'switchToCoach',
  bargeIn: 'switchToBargeIn',
} as const satisfies Record<Mode, ChatAction>;

/**
 * Asks for another mode; the mode itself turns only when the server tells so.
 *
 * One change at a time, but stepping back to silent may always be asked for: it waits until the server has answered
 * the change under way (so that the two cannot swap on the wire) and then undoes it, whatever is offered at that moment.
 */
export async function switchMode(
  tools: CommandTools,
  { requestId, chatId }: CommandRequest<'chats.monitor'>,
  mode: Mode,
): Promise<Result<Done>> {
  const { truth, desk } = tools;
  const live = liveChat(truth, chatId);
  if (!live.ok) return live;
  const isOvertaking = desk.isPending(modeKinds, { chatId });
  if (isOvertaking && mode !== 'monitor') return fail('command.alreadyPending');
  if (!isOvertaking && live.value.mode === mode)
    return nothingToDo(tools, { requestId, kind: mode, chatId, agentId: null });
  if (!isOvertaking && !live.value.can.includes(actionFor[mode])) return fail('command.notOffered');
  return desk.perform(planSwitch(tools, { requestId, chat: live.value, mode }));
}

interface Wish {
  readonly requestId: string;
  readonly chat: Chat;
  readonly mode: Mode;
}

function planSwitch({ truth, desk }: CommandTools, { requestId, chat, mode }: Wish): IntentPlan {
  const chatId = chat.id;
  const underWay = desk.answered(modeKinds, chatId);
  const otherKinds = modeKinds.filter((kind) => kind !== mode);
  // When stepping back overtakes, the old mode is still the confirmed one: it only counts after something else was seen.
  let mayCount = chat.mode !== mode;
  const verdict = (isReadBack: boolean): Verdict => {
    const now = liveChat(truth, chatId);
    if (!now.ok) return now.error;
    if (now.value.mode !== mode) mayCount = true;
    return now.value.mode === mode && (mayCount || isReadBack) ? 'seen' : 'waiting';
  };
  return {
    requestId,
    kind: mode,
    chatId,
    agentId: null,
    verdict,
    supersedes: otherKinds,
    send: async (contactCentre) => {
      await underWay;
      const isNothingToUndo = truth.chat(chatId)?.mode === mode && !desk.isPending(otherKinds, { chatId });
      if (isNothingToUndo) {
        mayCount = true;
        return done;
      }
      return contactCentre.switchMode({ chatId, mode });
    },
  };
}
