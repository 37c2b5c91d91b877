import { defineStore } from 'pinia';
import type { AppError, Chat, Watch } from '../../preload/contract';
import { isolateBidi, plainName } from '../domain/text/invisible-characters';
import type { UnjoinedChat } from '../domain/lists/unjoined-chats';
import { needsConfirmation, visibleWatches, type WatchSpec } from '../domain/modes/visible-acts';
import { canJoinAgain } from '../domain/modes/leave-confirmation';
import { useAgentsStore } from './agents.store';
import { useBulkStore, type BulkPlan, type BulkTarget } from './bulk.store';
import { useChatsStore } from './chats.store';
import { joinSilently, leaveAndSee } from './joining';
import { useToastsStore } from './toasts.store';
import { useQuestionStore } from './question.store';
import { useUnjoinedStore } from './unjoined.store';

const inline = { showsErrorInline: () => true } as const;

export interface WatchManner {
  /** Asks for confirmation even for a single agent, for lists where one letter would start it. */
  readonly isAsked?: boolean;
  /** Called once with the agents it worked for, in place of the toast with their number. */
  readonly onOver?: (done: readonly string[]) => void;
}

/**
 * Watching, joining and leaving, for one or many agents and chats. A command that would show the supervisor in more
 * than one chat needs confirmation. Stopping and leaving can be undone while the toast is shown: the server did it at
 * once, so the undo sends new requests; what happened in between is missing.
 */
export const useManyStore = defineStore('many', () => {
  const agents = useAgentsStore();
  const bulk = useBulkStore();
  const chats = useChatsStore();
  const toasts = useToastsStore();
  const question = useQuestionStore();

  const agentTarget = (id: string): BulkTarget => ({ id, name: agents.agentById(id)?.name ?? id });

  /** A single item runs like any other command; several show their progress. */
  async function each(plan: BulkPlan, one: (id: string) => Promise<AppError | null>): Promise<void> {
    const [first] = plan.targets;
    if (first === undefined) return;
    if (plan.targets.length > 1) return bulk.start(plan);
    if ((await one(first.id)) === null) plan.onOver?.([first.id], 0);
  }

  function report(
    kind: BulkPlan['kind'],
    done: readonly string[],
    left: number,
    undo: (() => void) | null = null,
  ): void {
    if (done.length === 0) return;
    const n = done.length;
    if (left > 0) toasts.add({ tone: 'info', key: `many.stopped.${kind}`, values: { n, all: n + left }, undo });
    else toasts.add({ tone: 'done', key: `many.done.${kind}`, values: { n }, undo });
  }

  const errorOf = async (pending: Promise<{ ok: true } | { ok: false; error: AppError }>): Promise<AppError | null> => {
    const result = await pending;
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
      act: (agentId) => act(agentId, inline),
      onOver: (done, left) => {
        if (onOver !== undefined && left === 0) onOver(done);
        else if (specs.length > 1) report('watch', done, left);
      },
    };
    await each(plan, act);
  }

  function watch(
    request: Omit<WatchSpec, 'agentId' | 'nickname'> & { agentIds: readonly string[]; nickname?: string },
    manner?: WatchManner,
  ): Promise<void> {
    const { agentIds, mode, scope, nickname = '' } = request;
    return watchEach(
      agentIds.map((agentId) => ({ agentId, mode, scope, nickname })),
      manner,
    );
  }

  /** The server ends them at once; the undo requests the same watches again. */
  async function stopWatching(agentIds: readonly string[], isAsked = false): Promise<void> {
    const before = agentIds.flatMap((id) => agents.watchOf(id) ?? []);
    const count = before.length;
    if (isAsked && count > 0 && !(await question.confirm({ kind: 'stopWatching', count }))) return;
    const plan: BulkPlan = {
      kind: 'stopWatching',
      targets: before.map(({ agentId }) => agentTarget(agentId)),
      act: (agentId) => errorOf(agents.stopWatching(agentId, inline)),
      onOver: (done, left) => {
        report(
          'stopWatching',
          done,
          left,
          () => void watchAgain(before.filter(({ agentId }) => done.includes(agentId))),
        );
      },
    };
    await each(plan, (agentId) => errorOf(agents.stopWatching(agentId)));
  }

  /** A watch that the supervisor renewed meanwhile keeps its newer mode. */
  function watchAgain(before: readonly Watch[]): Promise<void> {
    return watchEach(before.filter(({ agentId, state }) => state !== 'lost' && agents.watchOf(agentId) === undefined));
  }

  /** New chats are joined in monitor mode from now on. Less visibility needs no confirmation. */
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
      act: (agentId) => act(agentId, inline),
      onOver: (done, left) => {
        report('monitorWatches', done, left);
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
        report('join', done, left, () => void leave(done));
      },
    };
    await bulk.start(plan);
  }

  /** The monitored chats: leaving them goes unnoticed, and they can be joined again. */
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
        report('leave', done, left, undo);
      },
    };
    await bulk.start(plan);
  }

  const joinable = ({ id, agentId, customerName }: Chat): Joinable => ({
    chatId: id,
    agentId: agentId ?? '',
    customerName,
  });

  /** Offers the undo after a single chat was left, if it can be joined again. */
  function offerJoiningAgain(chat: Chat): void {
    useUnjoinedStore().putAside([chat.id]);
    if (!canJoinAgain(chat)) return;
    const customer = plainName(chat.customerName);
    toasts.add({
      tone: 'done',
      key: customer === '' ? 'many.leftUnnamed' : 'many.left',
      values: { name: isolateBidi(customer) },
      undoKey: 'many.joinAgain',
      undo: () => void joinAgain(chat),
    });
  }

  async function joinAgain(chat: Chat): Promise<void> {
    const error = await joinSilently(chat.id, chat.agentId ?? '');
    if (error !== null) toasts.addProblem(error);
  }

  return { watch, watchEach, stopWatching, monitorWatches, join, leave, quietChats, offerJoiningAgain };
});
