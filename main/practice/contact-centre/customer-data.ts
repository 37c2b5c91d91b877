import type { Answer } from './operation-result';
import { accepted, acceptedAs, notInThisState } from './operation-result';
import type { CentreState } from './centre-state';
import type { Chat, Party, UserDataValue } from './model';
import { notifyProperties } from './notifying';

const DEFAULT_DISPOSITION_KEY = 'DispositionCode';

function mayEdit(party: Party): boolean {
  return party.state === 'Chatting' || party.state === 'LeftChat' || party.state === 'JoinFailed';
}

export interface DataChange {
  readonly operation: string;
  readonly set?: Readonly<Record<string, UserDataValue>>;
  readonly remove?: readonly string[];
}

export function changeData(centre: CentreState, chat: Chat, by: Party, change: DataChange): Answer {
  if (!mayEdit(by)) return notInThisState(change.operation);
  for (const [key, value] of Object.entries(change.set ?? {})) chat.userData.set(key, value);
  for (const key of change.remove ?? []) chat.userData.delete(key);
  const referenceId = centre.nextReferenceId();
  notifyProperties(centre, chat, by.userId ?? '', referenceId);
  return acceptedAs(referenceId);
}

export function setDisposition(
  centre: CentreState,
  chat: Chat,
  by: Party,
  disposition: string,
  key: string | null,
): Answer {
  const set = { [key ?? DEFAULT_DISPOSITION_KEY]: disposition };
  const answer = changeData(centre, chat, by, { operation: 'SetDisposition', set });
  return answer.statusCode === 0 ? accepted : answer;
}
