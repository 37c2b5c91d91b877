import type { Answer } from './answer';
import { accepted, acceptedAs, notInThisState } from './answer';
import type { Centre } from './centre';
import type { Chat, Party, UserDataValue } from './model';
import { tellProperties } from './telling';

const DEFAULT_DISPOSITION_KEY = 'DispositionCode';

function mayEdit(party: Party): boolean {
  return party.state === 'Chatting' || party.state === 'LeftChat' || party.state === 'JoinFailed';
}

export interface DataChange {
  readonly operation: string;
  readonly set?: Readonly<Record<string, UserDataValue>>;
  readonly remove?: readonly string[];
}

export function changeData(centre: Centre, chat: Chat, by: Party, change: DataChange): Answer {
  if (!mayEdit(by)) return notInThisState(change.operation);
  for (const [key, value] of Object.entries(change.set ?? {})) chat.userData.set(key, value);
  for (const key of change.remove ?? []) chat.userData.delete(key);
  const referenceId = centre.nextReferenceId();
  tellProperties(centre, chat, by.userId ?? '', referenceId);
  return acceptedAs(referenceId);
}

export function setDisposition(centre: Centre, chat: Chat, by: Party, disposition: string, key: string | null): Answer {
  const set = { [key ?? DEFAULT_DISPOSITION_KEY]: disposition };
  const answer = changeData(centre, chat, by, { operation: 'SetDisposition', set });
  return answer.statusCode === 0 ? accepted : answer;
}
