import { defineStore } from 'pinia';
import type { AppError, Chat, Watch } from '../../preload/contract';
import { isolateBidi, plainName } from '../domain/invisible-characters';
import type { UnjoinedChat } from '../domain/unjoined-chats';
import { needsConfirmation, visibleWatches, type WatchSpec } from '../domain/visible-acts';
import { canJoinAgain } from '../domain/leave-confirmation';
import { useAgentsStore } from './agents.store';
import { useBulkStore, type BulkPlan, type BulkTarget } from './bulk.store';
import { useChatsStore } from './chats.store';
import { joinSilently, leaveAndSee } from './joining';
import { useToastsStore } from './toasts.store';
import { useQuestionStore } from './question.store';
import { useUnjoinedStore } from './unjoined.store';

const toldHere = { showsErrorInline: () => true } as const;

export interface WatchManner {
  /** Asked in any case, as where one word of a list would begin it. */
  readonly isAsked?: boolean;
  /** Told once, with the agents it worked for; otherwise the number is told. */
  readonly onOver?: (done: readonly string[]) => void;
}

/**
 * Watching, joining and leaving, one or many. What would show the supervisor in more than one chat is confirmed first. What was
 * stopped or left can be taken back for as long as the notice says so: the server did it at once, and taking it back asks it
 * again; what happened in between was not seen.
 */
export const useManyStore = defineStore('many', () => {
  const agents = useAgentsStore();
  const bulk = useBulkStore();
  const chats = useChatsStore();
  const notices = useToastsStore();
  const question = useQuestionStore();

  const agentTarget = (id: string): BulkTarget => ({ id, name: agents.agentById(id)?.name ?? id });

  /** One is an act like any other; more show their progress. */
  async function each(plan: BulkPlan, one: (id: string) => Promise<AppError | null>): Promise<void> {
    const [first] = plan.targets;
    if (first === undefined) return;
    if (plan.targets.length > 1) return bulk.start(plan);
    if ((await one(first.id)) === null) plan.onOver?.([first.id], 0);
  }

  function tell(kind: BulkPlan['kind'], done: readonly string[], left: number, undo: (() => void) | null = null): void {
    if (done.length === 0) return;
    const n = done.length;
    if (left > 0) notices.add({ tone: 'info', key: `many.stopped.${kind}`, values: { n, all: n + left }, undo });
    else notices.add({ tone: 'done', key: `many.done.${kind}`, values: { n }, undo });
  }

  const errorOf = async (asked: Promise<{ ok: true } | { ok: false; error: AppError }>): Promise<AppError | null> => {
    const result = await asked;
    return result.ok ? null : result.error;
  };

  async function watchEach(specs: readonly WatchSpec[], { isAsked = false, onOver }: WatchManner = {}): Promise<void> {
    if (specs.length === 0) return;
    const isConfirmed = isAsked || needsConfirmation(specs) ? await question.confirm({ kind: 'watch', specs }) : true;
    if (!isConfirmed) return;
    const specOf = new Map(specs.map((spec) => [spec.agentId, spec]));
    const act = (agentId: string, teller = {}): Promise<AppError | null> => {
      const spec = specOf.get(agentId);
      return spec === undefined ? Promise.resolve(null) : errorOf(agents.watch(spec, teller));
    };
    const plan: BulkPlan = {
      kind: 'watch',
      targets: specs.map(({ agentId }) => agentTarget(agentId)),
      isVisible: specs.some(({ mode }) => mode !== 'monitor'),
      act: (agentId) => act(agentId, toldHere),
      onOver: (done, left) => {
        if (onOver !== undefined && left === 0) onOver(done);
        else if (specs.length > 1) tell('watch', done, left);
      },
    };
    await each(plan, act);
  }

  function watch(
    wish: Omit<WatchSpec, 'agentId' | 'nickname'> & { agentIds: readonly string[]; nickname?: string },
    manner?: WatchManner,
  ): Promise<void> {
    const { agentIds, mode, scope, nickname = '' } = wish;
    return watchEach(
      agentIds.map((agentId) => ({ agentId, mode, scope, nickname })),
      manner,
    );
  }

  /** The server ends them at once; the way back asks for them again as they were. */
  async function stopWatching(agentIds: readonly string[], isAsked = false): Promise<void> {
    const before = agentIds.flatMap((id) => agents.watchOf(id) ?? []);
    const count = before.length;
    if (isAsked && count > 0 && !(await question.confirm({ kind: 'stopWatching', count }))) return;
    const plan: BulkPlan = {
      kind: 'stopWatching',
      targets: before.map(({ agentId }) => agentTarget(agentId)),
      act: (agentId) => errorOf(agents.stopWatching(agentId, toldHere)),
      onOver: (done, left) => {
        tell('stopWatching', done, left, () => void watchAgain(before.filter(({ agentId }) => done.includes(agentId))));
      },
    };
    await each(plan, (agentId) => errorOf(agents.stopWatching(agentId)));
  }

  /** Whom somebody watches anew by now is watched as he wished last. */
  function watchAgain(before: readonly Watch[]): Promise<void> {
    return watchEach(before.filter(({ agentId, state }) => state !== 'lost' && agents.watchOf(agentId) === undefined));
  }

  /** Chats to come are joined in silence from now on; nothing is to be confirmed about being seen less. */
  async function monitorWatches(): Promise<void> {
    const specs = new Map(
      visibleWatches(agents.watches).map((watched) => [watched.agentId, { ...watched, mode: 'monitor' as const }]),
    );
    const act = (agentId: string, teller = {}): Promise<AppError | null> => {
      const spec = specs.get(agentId);
      return spec === undefined ? Promise.resolve(null) : errorOf(agents.watch(spec, teller));
    };
    const plan: BulkPlan = {
      kind: 'monitorWatches',
      targets: [...specs.keys()].map(agentTarget),
      act: (agentId) => act(agentId, toldHere),
      onOver: (done, left) => {
        tell('monitorWatches', done, left);
      },
    };
    await each(plan, act);
  }

  type Joinable = Pick<UnjoinedChat, 'chatId' | 'agentId' | 'customerName'>;

  async function join(wanted: readonly Joinable[]): Promise<void> {
    const agentOf = new Map(wanted.map(({ chatId, agentId }) => [chatId, agentId]));
    const plan: BulkPlan = {
      kind: 'join',
      targets: wanted.map(({ chatId, customerName }) => ({ id: chatId, name: plainName(customerName) })),
      act: (chatId) => joinSilently(chatId, agentOf.get(chatId) ?? ''),
      onOver: (done, left) => {
        tell('join', done, left, () => void leave(done));
      },
    };
    await bulk.start(plan);
  }

  /** Those that are followed in silence: nobody notices, and they can be joined again. */
  const quietChats = (): readonly Chat[] =>
    [...chats.chats.values()].filter(
      (chat) => chat.state === 'active' && chat.mode === 'monitor' && canJoinAgain(chat),
    );

  async function leave(chatIds: readonly string[]): Promise<void> {
    const before = chatIds.flatMap((id) => chats.chats.get(id) ?? []).filter(({ state }) => state === 'active');
    useUnjoinedStore().putAside(chatIds);
    const plan: BulkPlan = {
      kind: 'leave',
      targets: before.map(({ id, customerName }) => ({ id, name: plainName(customerName) })),
      act: leaveAndSee,
      onOver: (done, left) => {
        const again = before.filter((chat) => done.includes(chat.id) && canJoinAgain(chat));
        const undo = again.length === 0 ? null : () => void join(again.map(joinable));
        tell('leave', done, left, undo);
      },
    };
    await bulk.start(plan);
  }

  const joinable = ({ id, agentId, customerName }: Chat): Joinable => ({
    chatId: id,
    agentId: agentId ?? '',
    customerName,
  });

  /** After one was left by itself: the way back, where there is one. */
  function offerJoiningAgain(chat: Chat): void {
    useUnjoinedStore().putAside([chat.id]);
    if (!canJoinAgain(chat)) return;
    const customer = plainName(chat.customerName);
    notices.add({
      tone: 'done',
      key: customer === '' ? 'many.leftUnnamed' : 'many.left',
      values: { name: isolateBidi(customer) },
      undoKey: 'many.joinAgain',
      undo: () => void joinAgain(chat),
    });
  }

  async function joinAgain(chat: Chat): Promise<void> {
    const error = await joinSilently(chat.id, chat.agentId ?? '');
    if (error !== null) notices.addProblem(error);
  }

  return { watch, watchEach, stopWatching, monitorWatches, join, leave, quietChats, offerJoiningAgain };
});
