import type { ChatAction, ChatOperation, Mode, NoticedBy } from '../../preload/contract';
import type { PlatformRequest, TargetId } from '../floor/contact-centre';

/** Body of an operation on a resource. */
export type Operation = Readonly<Record<string, unknown>> & { readonly operationName: string };

/** What the parameters depend on besides the request. */
export interface OperationSetting {
  /** Returns the absolute URI of a user or queue at the address in use. */
  readonly uriOf: (target: TargetId) => string;
  /** Display name of the sign-in; empty: the server's default. */
  readonly nickname: string;
  /** Capabilities of the chat as read just before; empty unless the operation `readsFirst`. */
  readonly capabilities: readonly unknown[];
}

interface VendorOperation<N extends ChatOperation> {
  /** Capabilities by which the server offers it. Some names differ from the operation, and between servers. */
  readonly capabilities: Readonly<Record<string, ChatAction>>;
  /** Who could notice the request, besides those who see the supervisor; see `requests/noticed-by.ts`. */
  readonly noticedBy: NoticedBy;
  readonly body: (request: PlatformRequest<N>, setting: OperationSetting) => Operation;
  /**
   * The chat's capabilities are read first, because they decide the name. `mayGo` is called after that read, during
   * which the readers may have changed.
   */
  readonly readsFirst?: { readonly mayGo: (request: PlatformRequest<N>) => boolean };
  /** It is an operation on the agent's session rather than on the supervisor's. */
  readonly isAtAgent?: true;
}

export const vendorModes = { monitor: 'Monitor', coach: 'Coach', bargeIn: 'BargeIn' } as const;

/** Returns the mode of a vendor's name; `null` for any other text. */
export function modeNamed(name: string | null): Mode | null {
  return (['monitor', 'coach', 'bargeIn'] as const).find((mode) => vendorModes[mode] === name) ?? null;
}

/** An operation without parameters, offered under its own name. */
function plain<A extends ChatAction>(
  operationName: string,
  action: A,
  noticedBy: NoticedBy,
  ...otherCapabilities: readonly string[]
) {
  const names = [operationName, ...otherCapabilities];
  return {
    noticedBy,
    capabilities: Object.fromEntries(names.map((name) => [name, action])),
    body: (): Operation => ({ operationName }),
  };
}

const withPartingMessage =
  (operationName: string) =>
  ({ partingMessage }: PlatformRequest<'leave'>): Operation => ({
    operationName,
    ...(partingMessage === undefined ? {} : { text: partingMessage }),
  });

/** Names and parameters of the operations on the wire. They are the same for all media. */
export const vendorOperations: { readonly [N in ChatOperation]: VendorOperation<N> } = {
  /** The mode is always sent: without it the server takes it from a watch, and fails if there is none. */
  intrude: {
    capabilities: {},
    noticedBy: 'everyone',
    body: ({ mode }) => ({ operationName: 'Intrude', supervisorVisibilityMode: vendorModes[mode] }),
    isAtAgent: true,
  },
  accept: {
    ...plain('Accept', 'accept', 'noOne'),
    body: ({ nickname: chosen }, { nickname }) => {
      const name = chosen ?? nickname;
      return { operationName: 'Accept', ...(name === '' ? {} : { nickname: name }) };
    },
  },
  reject: plain('Reject', 'reject', 'noOne'),
  monitor: plain('SwitchToMonitor', 'switchToMonitor', 'noOne', 'SwitchMonitor'),
  coach: plain('SwitchToCoach', 'switchToCoach', 'agents', 'SwitchCoach'),
  bargeIn: plain('SwitchToBargeIn', 'switchToBargeIn', 'everyone', 'SwitchBargeIn'),
  sendToEveryone: {
    capabilities: { SendMessage: 'sendToEveryone' },
    noticedBy: 'everyone',
    body: ({ text }) => ({ operationName: 'SendMessage', text }),
  },
  sendToAgents: {
    capabilities: { SendToAgents: 'sendToAgents' },
    noticedBy: 'agents',
    body: ({ text }) => ({ operationName: 'SendToAgents', text }),
  },
  transfer: {
    capabilities: { Transfer: 'transfer' },
    noticedBy: 'everyone',
    body: ({ target }, { uriOf }) => ({ operationName: 'Transfer', targetUri: uriOf(target) }),
  },
  consult: {
    capabilities: { Consult: 'consult' },
    noticedBy: 'everyone',
    body: ({ target }, { uriOf }) => ({ operationName: 'Consult', targetUri: uriOf(target) }),
  },
  cancelConsult: plain('CancelConsult', 'cancelConsult', 'everyone'),
  invite: {
    capabilities: { Invite: 'invite' },
    noticedBy: 'everyone',
    body: ({ target }, { uriOf }) => ({ operationName: 'Invite', targetUri: uriOf(target) }),
  },
  /** The documentation names the parameter differently in its table and in its sample, so both are sent. */
  removeParticipant: {
    capabilities: { RemoveParticipantFromConference: 'removeParticipant' },
    noticedBy: 'everyone',
    body: ({ userId }, { uriOf }) => {
      const uri = uriOf({ kind: 'agent', id: userId });
      return { operationName: 'RemoveParticipantFromConference', targetUri: uri, userUri: uri };
    },
  },
  sendNoticeToAgents: {
    capabilities: { SendCustomNoticeToAgents: 'sendNoticeToAgents' },
    noticedBy: 'agents',
    body: ({ text }) => ({ operationName: 'SendCustomNoticeToAgents', noticeText: text }),
  },
  sendNoticeToEveryone: {
    capabilities: { SendCustomNotice: 'sendNoticeToEveryone' },
    noticedBy: 'everyone',
    body: ({ text }) => ({ operationName: 'SendCustomNotice', noticeText: text }),
  },
  /** Undocumented; captured as a capability under two names. The name that is not offered would be refused. */
  pushUrl: {
    capabilities: { SendUrl: 'pushUrl', PushUrl: 'pushUrl' },
    noticedBy: 'everyone',
    readsFirst: { mayGo: ({ mayGo }) => mayGo() },
    body: ({ url }, { capabilities }) => {
      const isSpelledPush = capabilities.includes('PushUrl') && !capabilities.includes('SendUrl');
      return { operationName: isSpelledPush ? 'PushUrl' : 'SendUrl', url };
    },
  },
  setDisposition: {
    capabilities: { SetDisposition: 'setDisposition' },
    noticedBy: 'agents',
    body: ({ code }) => ({ operationName: 'SetDisposition', disposition: code }),
  },
  /** A key may be any text, also `__proto__`, so it always becomes an own property. */
  setCustomerField: {
    capabilities: { AttachUserData: 'attachUserData', UpdateUserData: 'updateUserData' },
    noticedBy: 'agents',
    body: ({ key, value, isNew }) => ({
      operationName: isNew ? 'AttachUserData' : 'UpdateUserData',
      userData: Object.fromEntries([[key, value]]),
    }),
  },
  deleteCustomerField: {
    capabilities: { DeleteUserData: 'deleteUserData' },
    noticedBy: 'agents',
    body: ({ key }) => ({ operationName: 'DeleteUserData', keys: [key] }),
  },
  leave: { capabilities: { Leave: 'leave' }, noticedBy: 'noOne', body: withPartingMessage('Leave') },
  complete: { capabilities: { Complete: 'complete' }, noticedBy: 'everyone', body: withPartingMessage('Complete') },
};

/** Capabilities that offer no operation of the record. */
const otherCapabilities: Readonly<Record<string, ChatAction>> = {
  SendStartTypingNotification: 'typeToEveryone',
  SendStartTypingToAgentsNotification: 'typeToAgents',
  SetInFocus: 'setInFocus',
  InFocus: 'setInFocus',
};

/** The action that each capability of the server stands for. */
export const actionsByCapability: ReadonlyMap<string, ChatAction> = new Map(
  [otherCapabilities, ...Object.values(vendorOperations).map(({ capabilities }) => capabilities)].flatMap((names) =>
    Object.entries(names),
  ),
);
