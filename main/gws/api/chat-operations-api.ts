import type { Result } from '../../../preload/contract';
import { fail } from '../../base/result';
import type { Receipt, TargetId } from '../../floor/contact-centre';
import { allMedia, vendorMedia } from '../media';
import { ownField } from '../wire/tolerant';
import { postOperationWithReceipt, encodePathSegment, type RestClient, type Operation } from './rest-client';
import { chatPath } from './chats';

/** Sends the operations on a chat, one request each. */
export class ChatOperationsApi {
  readonly #caller: RestClient;
  readonly #baseUrl: () => string;

  /** `baseUrl` of the address in use, because users and queues are named by absolute URIs. */
  constructor(caller: RestClient, baseUrl: () => string) {
    this.#caller = caller;
    this.#baseUrl = baseUrl;
  }

  /** Transfer, consult and invite: the operations that name a user or a queue. */
  handOver(
    operationName: 'Transfer' | 'Consult' | 'Invite',
    chatId: string,
    target: TargetId,
  ): Promise<Result<Receipt>> {
    return this.#ask(chatId, { operationName, targetUri: this.#uriOf(target) });
  }

  cancelConsult(chatId: string): Promise<Result<Receipt>> {
    return this.#ask(chatId, { operationName: 'CancelConsult' });
  }

  /**
   * The documentation calls the parameter by one name in its table and by another in its sample, so both are sent.
   */
  removeParticipant(chatId: string, userId: string): Promise<Result<Receipt>> {
    const uri = this.#uriOf({ kind: 'agent', id: userId });
    return this.#ask(chatId, { operationName: 'RemoveParticipantFromConference', targetUri: uri, userUri: uri });
  }

  complete(chatId: string, partingMessage?: string): Promise<Result<Receipt>> {
    const words = partingMessage === undefined ? {} : { text: partingMessage };
    return this.#ask(chatId, { operationName: 'Complete', ...words });
  }

  setDisposition(chatId: string, disposition: string): Promise<Result<Receipt>> {
    return this.#ask(chatId, { operationName: 'SetDisposition', disposition });
  }

  /** A key may be any text, also `__proto__`, so it always becomes an own property. */
  setCustomerField(
    operationName: 'AttachUserData' | 'UpdateUserData',
    chatId: string,
    key: string,
    value: string,
  ): Promise<Result<Receipt>> {
    return this.#ask(chatId, { operationName, userData: Object.fromEntries([[key, value]]) });
  }

  deleteCustomerField(chatId: string, key: string): Promise<Result<Receipt>> {
    return this.#ask(chatId, { operationName: 'DeleteUserData', keys: [key] });
  }

  sendNotice(
    operationName: 'SendCustomNotice' | 'SendCustomNoticeToAgents',
    chatId: string,
    noticeText: string,
  ): Promise<Result<Receipt>> {
    return this.#ask(chatId, { operationName, noticeText });
  }

  /**
   * The operation is undocumented; it was captured as a capability under two names. The chat's capabilities are read
   * to choose one, since the other would be refused. `mayGo` is checked after that read, because the readers may
   * have changed.
   */
  async pushUrl(chatId: string, url: string, mayGo: () => boolean): Promise<Result<Receipt>> {
    const read = await this.#caller({ method: 'GET', path: chatPath(chatId) });
    const offered = read.ok ? capabilitiesIn(read.value) : [];
    if (!mayGo()) return fail('command.modeDiffers');
    const isSpelledPush = offered.includes('PushUrl') && !offered.includes('SendUrl');
    return this.#ask(chatId, { operationName: isSpelledPush ? 'PushUrl' : 'SendUrl', url });
  }

  #ask(chatId: string, operation: Operation): Promise<Result<Receipt>> {
    return postOperationWithReceipt(this.#caller, chatPath(chatId), operation);
  }

  #uriOf({ kind, id }: TargetId): string {
    return `${this.#baseUrl()}/api/v2/${kind === 'agent' ? 'users' : 'queues'}/${encodePathSegment(id)}`;
  }
}

function capabilitiesIn(body: unknown): readonly unknown[] {
  for (const medium of allMedia) {
    const capabilities = ownField(ownField(body, vendorMedia[medium].payload), 'capabilities');
    if (Array.isArray(capabilities)) return capabilities as readonly unknown[];
  }
  return [];
}
