import { z } from 'zod';
import { exchangeFaultKinds, notificationFaultKinds } from '../faults/rules';
import type { Quirks } from '../wire/quirks';
import { defaultQuirks } from '../wire/quirks';
import type { PracticeControl } from './practice-control';

export interface ControlCall {
  readonly schema: z.ZodType;
  run(argument: unknown): unknown;
}

const nothing = z.object({});
const chatId = z.string().min(1);
const text = z.string().min(1).max(100_000);
const userName = z.string().min(1);
const userData = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const milliseconds = z.number().min(0).max(86_400_000);
const count = z.number().int().min(0).max(1_000_000);

const faultRule = z.strictObject({
  kind: z.enum([...exchangeFaultKinds, ...notificationFaultKinds]),
  on: z.enum(['rest', 'stream', 'everything']).exactOptional(),
  operation: z.string().exactOptional(),
  path: z.string().exactOptional(),
  times: z.number().int().min(1).exactOptional(),
  milliseconds: milliseconds.exactOptional(),
  status: z.number().int().min(200).max(599).exactOptional(),
  statusCode: z.number().int().exactOptional(),
  statusMessage: z.string().exactOptional(),
  body: z.string().exactOptional(),
  retryAfterSeconds: z.number().min(0).exactOptional(),
});

const quirkNames = Object.keys(defaultQuirks) as (keyof Quirks)[];
const quirks = z.strictObject(
  Object.fromEntries(quirkNames.map((name) => [name, z.boolean().exactOptional()])) as Record<
    keyof Quirks,
    z.ZodExactOptional<z.ZodBoolean>
  >,
);

const newChat = z.strictObject({
  agent: userName,
  customer: z.string().min(1).exactOptional(),
  medium: z.enum(['chat', 'sms']).exactOptional(),
  script: z.string().exactOptional(),
  subject: z.string().exactOptional(),
  userData: userData.exactOptional(),
  isAccepted: z.boolean().exactOptional(),
});

const bind = <S extends z.ZodType>(schema: S, run: (argument: z.output<S>) => unknown): ControlCall => ({
  schema,
  run: (argument) => run(argument as z.output<S>),
});

/** The control interface with a schema for each argument, for callers that the compiler does not check. */
export function controlCalls(control: PracticeControl): Readonly<Record<string, ControlCall>> {
  const ofChat = z.strictObject({ chatId });
  const speech = z.strictObject({ chatId, text });
  const typed = z.strictObject({ chatId, isTyping: z.boolean() });
  const calls: Record<keyof PracticeControl, ControlCall> = {
    people: bind(nothing, () => control.people()),
    setPresence: bind(
      z.strictObject({ userName, presence: z.enum(['ready', 'notReady', 'loggedOut']) }),
      control.setPresence,
    ),
    chats: bind(nothing, () => control.chats()),
    startChat: bind(newChat, control.startChat),
    acceptOffer: bind(z.strictObject({ chatId, userName }), control.acceptOffer),
    failNextJoin: bind(z.strictObject({ userName }), control.failNextJoin),
    failLater: bind(
      z.strictObject({ userName, operation: z.string().min(1), errorMessage: z.string().exactOptional() }),
      control.failLater,
    ),
    customerSays: bind(speech, control.customerSays),
    customerTypes: bind(typed, control.customerTypes),
    agentSays: bind(
      speech.extend({ agent: userName.exactOptional(), audience: z.enum(['All', 'Agents']).exactOptional() }),
      control.agentSays,
    ),
    agentTypes: bind(typed.extend({ agent: userName.exactOptional() }), control.agentTypes),
    customerLeaves: bind(ofChat, control.customerLeaves),
    endChat: bind(ofChat, control.endChat),
    transferToQueue: bind(ofChat.extend({ queueName: z.string().exactOptional() }), control.transferToQueue),
    transferToAgent: bind(ofChat.extend({ agent: userName }), control.transferToAgent),
    setUserData: bind(ofChat.extend({ userData }), control.setUserData),
    seenBy: bind(ofChat.extend({ party: z.string().min(1) }), control.seenBy),
    requests: bind(nothing, () => control.requests()),
    clearRequests: bind(nothing, () => {
      control.clearRequests();
    }),
    watches: bind(nothing, () => control.watches()),
    sessions: bind(nothing, () => control.sessions()),
    happened: bind(nothing, () => control.happened()),
    load: bind(nothing, () => control.load()),
    setLoad: bind(z.strictObject({ chats: count, rate: z.number().min(0).max(10_000) }), control.setLoad),
    advance: bind(z.strictObject({ milliseconds }), control.advance),
    quirks: bind(nothing, () => control.quirks()),
    setQuirks: bind(quirks, control.setQuirks),
    injectFault: bind(faultRule, control.injectFault),
    faults: bind(nothing, () => control.faults()),
    clearFaults: bind(nothing, () => {
      control.clearFaults();
    }),
    dropConnections: bind(nothing, () => {
      control.dropConnections();
    }),
    restart: bind(z.strictObject({ downMs: milliseconds }), control.restart),
    forgetSessions: bind(nothing, () => {
      control.forgetSessions();
    }),
    forgetStream: bind(nothing, () => {
      control.forgetStream();
    }),
    disconnectStream: bind(nothing, () => {
      control.disconnectStream();
    }),
    expireCsrf: bind(nothing, () => {
      control.expireCsrf();
    }),
    publish: bind(z.strictObject({ userName, channel: z.string().min(1), content: z.unknown() }), control.publish),
  };
  return calls;
}
