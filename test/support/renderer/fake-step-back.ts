import type {
  Chat,
  FloorChange,
  Snapshot,
  StepBackItem,
  StepBackScope,
  StepBackState,
} from '../../../preload/contract';

interface FakeStepBackPorts {
  readonly snapshot: () => Snapshot;
  readonly later: (run: () => void, delayMs: number) => void;
  readonly tell: (...changes: readonly FloorChange[]) => void;
  /** The chat as it is in monitor mode. */
  readonly monitored: (chat: Chat) => Chat;
}

/** Main's return to monitoring as a window meets it: every item is requested at once and confirmed a moment later. */
export class FakeStepBack {
  readonly #ports: FakeStepBackPorts;
  #number = 0;

  constructor(ports: FakeStepBackPorts) {
    this.#ports = ports;
  }

  begin(scope: StepBackScope): void {
    const { snapshot, later, tell, monitored } = this.#ports;
    const visible = scope === 'customers' ? ['bargeIn'] : ['bargeIn', 'coach'];
    const chats = snapshot().chats.filter(({ state, mode }) => state === 'active' && visible.includes(mode ?? ''));
    const watches = snapshot().watches.filter(({ mode }) => visible.includes(mode));
    const named: readonly Omit<StepBackItem, 'status'>[] = [
      ...chats.map(({ id, customerName, agentName }) => ({
        ...{ kind: 'chat' as const, id, customerName, agentName, error: null },
      })),
      ...watches.map(({ agentId: id }) => {
        const agentName = snapshot().agents.find((agent) => agent.id === id)?.name ?? null;
        return { kind: 'watch' as const, id, customerName: null, agentName, error: null };
      }),
    ];
    this.#number += 1;
    const number = this.#number;
    const state = (status: StepBackItem['status'], outcome: StepBackState['outcome']): FloorChange => ({
      type: 'stepBackChanged',
      stepBack: { number, scope, outcome, items: named.map((item) => ({ ...item, status })) },
    });
    if (named.length === 0) {
      tell(state('monitoring', 'confirmed'));
      return;
    }
    tell(state('requested', 'working'));
    later(() => {
      tell(
        ...chats.map((chat): FloorChange => ({ type: 'chatChanged', chat: monitored(chat) })),
        {
          type: 'watchesChanged',
          watches: snapshot().watches.map((watch) => (watches.includes(watch) ? { ...watch, mode: 'monitor' } : watch)),
        },
        state('monitoring', 'confirmed'),
      );
    }, 700);
  }

  close(): void {
    this.#ports.tell({ type: 'stepBackChanged', stepBack: null });
  }
}
