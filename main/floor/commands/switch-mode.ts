import type { Chat, ChatAction, CommandRequest, Done, Mode, Result } from '../../../preload/contract';
import { done, fail } from '../../base/result';
import { requireLiveChat, modeCommandKinds } from './checks';
import type { CommandPlan, EffectStatus } from './in-flight-command';
import type { CommandContext } from './command-context';
import { settleAsNoOp } from './settle-as-no-op';

const actionFor = {
  monitor: 'switchToMonitor',
  coach: 'switchToCoach',
  bargeIn: 'switchToBargeIn',
} as const satisfies Record<Mode, ChatAction>;

/**
 * Requests another mode; `chat.mode` changes only when the server confirms it.
 *
 * Only one mode change may be pending, except the step back to monitor: it waits for the response to the pending
 * change, so that the two cannot be reordered on the wire, and then reverts it, whatever the chat allows at that time.
 */
export async function switchMode(
  tools: CommandContext,
  { requestId, chatId }: CommandRequest<'chats.monitor'>,
  mode: Mode,
): Promise<Result<Done>> {
  const { floorStore, dispatcher } = tools;
  const live = requireLiveChat(floorStore, chatId);
  if (!live.ok) return live;
  const isOvertaking = dispatcher.isPending(modeCommandKinds, { chatId });
  if (isOvertaking && mode !== 'monitor') return fail('command.alreadyPending');
  if (!isOvertaking && live.value.mode === mode)
    return settleAsNoOp(tools, { requestId, kind: mode, chatId, agentId: null });
  if (!isOvertaking && !live.value.allowedActions.includes(actionFor[mode])) return fail('command.notOffered');
  return dispatcher.dispatch(planSwitch(tools, { requestId, chat: live.value, mode }));
}

interface ModeRequest {
  readonly requestId: string;
  readonly chat: Chat;
  readonly mode: Mode;
}

function planSwitch({ floorStore, dispatcher }: CommandContext, { requestId, chat, mode }: ModeRequest): CommandPlan {
  const chatId = chat.id;
  const underWay = dispatcher.waitForResponses(modeCommandKinds, chatId);
  const otherKinds = modeCommandKinds.filter((kind) => kind !== mode);
  // During an overtaking step back the old mode is still the confirmed one: it counts only after another mode was
  // confirmed.
  let mayCount = chat.mode !== mode;
  const verdict = (isReadBack: boolean): EffectStatus => {
    const now = requireLiveChat(floorStore, chatId);
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
      const isNothingToUndo = floorStore.chat(chatId)?.mode === mode && !dispatcher.isPending(otherKinds, { chatId });
      if (isNothingToUndo) {
        mayCount = true;
        return done;
      }
      return contactCentre.operate(mode, chat, {});
    },
  };
}
