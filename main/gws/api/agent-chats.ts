import type { Medium, Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import { vendorMedia } from '../media';
import { decodeList } from '../wire/lists';
import { lastSegment } from '../wire/resource-path';
import { ownField } from '../../base/record';
import { encodePathSegment, type RestClient } from './rest-client';

const timeoutMs = 8_000;
const pageSize = 100;

/** Running chats of one agent by medium; a medium is absent if the server did not report it. */
export type ChatsByMedium = Readonly<Partial<Record<Medium, readonly unknown[]>>>;

/** Returns an agent's running chats of one medium; `command.notFound` from a server without this read. */
export async function readAgentChats(
  caller: RestClient,
  agentId: string,
  medium: Medium,
): Promise<Result<readonly unknown[]>> {
  const { resource } = vendorMedia[medium];
  const path = `/users/${encodePathSegment(agentId)}/${resource}?fields=*`;
  const result = await caller({ method: 'GET', path, timeoutMs });
  if (!result.ok) return result;
  const chats = decodeList(result.value, resource);
  return chats === null ? fail('command.notFound') : succeed(chats);
}

/** Returns all media of an agent in one request; `command.notFound` from a server that does not embed them. */
export async function readAgentWhole(
  caller: RestClient,
  agentId: string,
  media: readonly Medium[],
): Promise<Result<ChatsByMedium>> {
  const path = `/users/${encodePathSegment(agentId)}?subresources=${resourcesOf(media)}`;
  const result = await caller({ method: 'GET', path, timeoutMs });
  if (!result.ok) return result;
  const chats = embeddedIn(ownField(result.value, 'user'), media);
  return chats === null ? fail('command.notFound') : succeed(chats);
}

/**
 * Returns one page of all users with their chats; `command.notFound` from a server that does not embed them in
 * lists.
 */
export async function readUsersPage(
  caller: RestClient,
  media: readonly Medium[],
  offset: number,
): Promise<Result<ReadonlyMap<string, ChatsByMedium>>> {
  const path = `/users?fields=*&subresources=${resourcesOf(media)}&offset=${offset}&limit=${pageSize}`;
  const result = await caller({ method: 'GET', path, timeoutMs });
  if (!result.ok) return result;
  const users = decodeList(result.value, 'users');
  if (users === null) return fail('command.notFound');
  const chatsByUser = users.map((user) => [idOf(user), embeddedIn(user, media)] as const);
  if (users.length > 0 && chatsByUser.every(([, chats]) => chats === null)) return fail('command.notFound');
  return succeed(new Map(chatsByUser.flatMap(([id, chats]) => (id === null ? [] : [[id, chats ?? {}] as const]))));
}

function resourcesOf(media: readonly Medium[]): string {
  return media.map((medium) => vendorMedia[medium].resource).join(',');
}

/** Returns `null` if no chats are embedded. */
function embeddedIn(user: unknown, media: readonly Medium[]): ChatsByMedium | null {
  const found = media.flatMap((medium) => {
    const chats = decodeList(user, vendorMedia[medium].resource);
    return chats === null ? [] : [[medium, chats] as const];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}

function idOf(user: unknown): string | null {
  const id = ownField(user, 'id');
  if (typeof id === 'string' && id !== '') return id;
  const path = ownField(user, 'path') ?? ownField(user, 'uri');
  return typeof path === 'string' ? lastSegment(path) : null;
}
