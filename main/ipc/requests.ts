import { z } from 'zod';
import type { CommandName, CommandRequest, OperationCommandName, OperationFields } from '../../preload/contract';
import { appPages } from '../../preload/contract/app-pages';
import { chatOperationNames, factsOf } from '../../preload/contract/chat-operations';
import { maxDraftLength, maxMessageLength } from '../../preload/contract/readers';
import { maxWordLength, maxWordsPerCheck } from '../../preload/contract/spelling';
import { attentionSchema } from '../settings/attention-settings';
import { settingsPatch } from '../settings/settings-schema';

const id = z.string().min(1).max(200);
/** Not always an integer: entries with the same server index get a number in between. */
const entryIndex = z.number();
const mode = z.enum(['monitor', 'coach', 'bargeIn']);
const targetKind = z.enum(['agent', 'queue']);
const medium = z.enum(['chat', 'sms']);
const nothing = z.null();
const maxReaders = 1_000;

const audience = z.enum(['agents', 'everyone']);
const draftPlace = z.strictObject({
  chatId: id,
  mode,
  audience,
  readers: z
    .array(
      z.strictObject({
        participantId: id,
        kind: z.enum(['customer', 'agent', 'supervisor', 'self', 'other']),
        nickname: z.string().max(4_096),
      }),
    )
    .max(maxReaders),
  sentAs: id.nullable(),
});
const keptDraft = draftPlace.extend({ text: z.string().max(maxDraftLength) });

const composition = { composedIn: mode, readers: z.array(id).max(maxReaders) };
const messageText = z.string().max(maxMessageLength);

/** One schema for each field of the operations on a chat. */
const operationFields = {
  ...composition,
  agentId: id,
  mode,
  target: z.strictObject({ kind: targetKind, id }),
  userId: id,
  text: messageText,
  draft: z.int().min(1),
  partingMessage: z
    .strictObject({ ...composition, text: messageText })
    .nullable()
    .exactOptional(),
  code: z.string().max(1_000),
  key: z.string().min(1).max(1_000),
  value: z.string().max(16_000),
  url: z.string().min(1).max(2_048),
} satisfies { readonly [F in keyof OperationFields]-?: z.ZodType<OperationFields[F]> };

const operationSchemas = Object.fromEntries(
  chatOperationNames.map((name) => {
    const fields = factsOf(name).takes.map((field) => [field, operationFields[field]] as const);
    return [`chats.${name}`, z.strictObject({ requestId: id, chatId: id, ...Object.fromEntries(fields) })];
  }),
) as unknown as { readonly [N in OperationCommandName]: z.ZodType<CommandRequest<N>> };

const period = { from: z.number(), to: z.number() };

const signInTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('practice') }),
  z.strictObject({
    kind: z.literal('server'),
    url: z.string().max(2_048),
    otherUrls: z.array(z.string().max(2_048)).max(8).exactOptional(),
    userName: z.string().max(256),
    password: z.string().max(1_024).nullable(),
    rememberPassword: z.boolean(),
    nickname: z.string().max(128),
    name: z.string().max(80).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('singleSignOn'),
    url: z.string().max(2_048),
    otherUrls: z.array(z.string().max(2_048)).max(8).exactOptional(),
    nickname: z.string().max(128),
    name: z.string().max(80).exactOptional(),
  }),
]);

/**
 * Schemas of all requests. They are strict, because unknown keys or unbounded texts do not come from our page. A
 * command without a schema does not compile; those of the operations on a chat come from their record.
 */
export const requestSchemas = {
  ...operationSchemas,
  'app.info': nothing,
  'session.profile': nothing,
  'session.signIn': signInTarget,
  'session.cancelSignIn': nothing,
  'session.signOut': nothing,
  'session.chooseServer': z.strictObject({ url: z.string().max(2_048) }),
  'session.removeServer': z.strictObject({ url: z.string().max(2_048) }),
  'session.undoRemoveServer': nothing,
  'session.forgetPassword': nothing,
  'floor.snapshot': nothing,
  'agents.watch': z.strictObject({
    requestId: id,
    agentId: id,
    mode,
    scope: z.enum(['nextChat', 'allChats']),
    nickname: z.string().max(128).exactOptional(),
  }),
  'agents.stopWatching': z.strictObject({ requestId: id, agentId: id }),
  'me.setReady': z.strictObject({ requestId: id, medium }),
  'me.setNotReady': z.strictObject({ requestId: id, medium, reasonId: id.nullable() }),
  'chats.nameNextJoin': z.strictObject({ chatId: id, displayName: z.string().max(128) }),
  'chats.typing': z.strictObject({
    chatId: id,
    composedIn: mode,
    to: audience,
    isTyping: z.boolean(),
  }),
  'stepBack.begin': z.strictObject({ scope: z.enum(['customers', 'everyone']) }),
  'stepBack.retry': z.strictObject({ kind: z.enum(['chat', 'invitation', 'watch']), id }),
  'stepBack.close': nothing,
  'chats.dismiss': z.strictObject({ chatId: id }),
  'directory.find': z.strictObject({ query: z.string().max(200), kinds: z.array(targetKind).max(2) }),
  'dispositions.list': nothing,
  'history.ofCustomer': z.strictObject({ chatId: id }),
  'history.transcript': z.strictObject({ interactionId: id }),
  'attention.acknowledge': z.strictObject({ chatId: id, rules: z.array(attentionSchema.shape.rules.keyof()).max(20) }),
  'attention.unacknowledge': z.strictObject({ chatId: id }),
  'attention.why': z.strictObject({ chatId: id }),
  'attention.preview': z.strictObject({ settings: attentionSchema }),
  'attention.defaults': nothing,
  'journal.read': z.strictObject(period),
  'journal.state': nothing,
  'journal.check': nothing,
  'journal.report': z.strictObject(period),
  'journal.savePdf': nothing,
  'journal.export': z.strictObject({
    ...period,
    format: z.enum(['csv', 'json', 'receipt']),
    chatId: id.nullable(),
  }),
  'support.diagnostics': nothing,
  'support.saveDiagnostics': nothing,
  'support.showLog': nothing,
  'support.crashDumps': nothing,
  'support.removeCrashDumps': nothing,
  'updates.read': nothing,
  'updates.check': nothing,
  'updates.download': nothing,
  'presence.read': nothing,
  'network.question': nothing,
  'network.answer': z.strictObject({
    id,
    answer: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('proxySignIn'),
        userName: z.string().max(256),
        password: z.string().max(1_024),
        isSaved: z.boolean(),
      }),
      z.strictObject({ kind: z.literal('clientCertificate'), certificateId: id.nullable() }),
      z.strictObject({ kind: z.literal('cancel') }),
    ]),
  }),
  'network.askAgain': nothing,
  'connectionCheck.read': nothing,
  'connectionCheck.start': z.strictObject({ address: z.string().max(2_048) }),
  'connectionCheck.stop': nothing,
  'desktop.state': nothing,
  'desktop.test': nothing,
  'desktop.dismissNotice': nothing,
  'sound.report': z.strictObject({ isPlayed: z.boolean() }),
  'budget.read': nothing,
  'settings.read': nothing,
  'settings.change': settingsPatch,
  'spelling.check': z.strictObject({ words: z.array(z.string().min(1).max(maxWordLength)).max(maxWordsPerCheck) }),
  'links.open': z.strictObject({ url: z.string().min(1).max(4_096) }),
  'window.setActiveChat': z.strictObject({ chatId: id.nullable() }),
  'window.showAgents': z.strictObject({ agentIds: z.array(id).max(500).nullable() }),
  'window.heartbeatAck': nothing,
  'window.saveView': z.strictObject({
    page: z.enum(appPages),
    chatId: id.nullable(),
    anchor: z.strictObject({ index: entryIndex, offsetPx: z.int().min(-10_000).max(1_000_000) }).nullable(),
    readUpTo: z.array(z.strictObject({ chatId: id, index: entryIndex })).max(2_000),
    writing: draftPlace.nullable(),
  }),
  'window.restore': nothing,
  'drafts.save': keptDraft,
  'drafts.sendOut': z.strictObject({ draft: keptDraft.extend({ sentAs: id }), basedOn: z.int().min(0) }),
  'wall.openWindow': nothing,
  'wall.read': nothing,
  'wall.settle': z.strictObject({
    places: z.array(id.nullable()).max(24),
    basedOn: z.int().min(0),
    lockedIds: z.array(id).max(100),
  }),
  'wall.leave': nothing,
  'wall.openChat': z.strictObject({ chatId: id }),
  'watches.saved': nothing,
  'watches.discardSaved': nothing,
} satisfies { [N in CommandName]: z.ZodType<CommandRequest<N>> };
