import type { ChatAction } from '../../../preload/contract';

/** Some names differ between capabilities and operations, and between server versions. */
const actions = new Map<string, ChatAction>([
  ['Accept', 'accept'],
  ['Reject', 'reject'],
  ['SwitchToMonitor', 'switchToMonitor'],
  ['SwitchMonitor', 'switchToMonitor'],
  ['SwitchToCoach', 'switchToCoach'],
  ['SwitchCoach', 'switchToCoach'],
  ['SwitchToBargeIn', 'switchToBargeIn'],
  ['SwitchBargeIn', 'switchToBargeIn'],
  ['SendMessage', 'sendToEveryone'],
  ['SendToAgents', 'sendToAgents'],
  ['SendStartTypingNotification', 'typeToEveryone'],
  ['SendStartTypingToAgentsNotification', 'typeToAgents'],
  ['Leave', 'leave'],
  ['Complete', 'complete'],
  ['Transfer', 'transfer'],
  ['Invite', 'invite'],
  ['Consult', 'consult'],
  ['SetInFocus', 'setInFocus'],
  ['InFocus', 'setInFocus'],
  ['SetDisposition', 'setDisposition'],
  ['AttachUserData', 'attachUserData'],
  ['UpdateUserData', 'updateUserData'],
  ['DeleteUserData', 'deleteUserData'],
  ['RemoveParticipantFromConference', 'removeParticipant'],
  ['CancelConsult', 'cancelConsult'],
  ['SendCustomNotice', 'sendNoticeToEveryone'],
  ['SendCustomNoticeToAgents', 'sendNoticeToAgents'],
  ['SendUrl', 'pushUrl'],
  ['PushUrl', 'pushUrl'],
]);

/** Returns the allowed actions without duplicates. Capabilities that the console does not use are dropped. */
export function toActions(capabilities: readonly string[]): readonly ChatAction[] {
  const offered = capabilities.flatMap((capability) => actions.get(capability) ?? []);
  return [...new Set(offered)];
}
