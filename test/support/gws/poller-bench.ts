import { fail, succeed } from '../../../main/base/result';
import type { ParticipantUpdate } from '../../../main/floor/events';
import { AvailableMedia } from '../../../main/gws/media';
import type { ApiRequest } from '../../../main/gws/session/api-client';
import { DirectoryPoller } from '../../../main/gws/sync/directory-poller';
import { createQuarantine } from '../../../main/gws/wire/quarantine';
import type { Agent, AppError, Result } from '../../../preload/contract';
import { QuietLog } from './quiet-log';
import { VirtualClock, settle } from '../virtual-clock';

const ready = { channels: [{ channel: 'chat', userState: { state: 'Ready' } }] };
export const user = (id: string, availability: object | undefined = ready) => ({
  id,
  type: 'User',
  userName: id,
  availability,
});
export const signedOut = (id: string) => ({ id, type: 'User', userName: id });

/** A poller at a server with these users, of which it reads the chats of each singly. */
export class PollerBench {
  readonly clock = new VirtualClock();
  readonly log = new QuietLog();
  readonly published: (readonly Agent[])[] = [];
  readonly good: boolean[] = [];
  readonly asked: { readonly path: string; readonly urgency: unknown; readonly at: number }[] = [];
  users: readonly object[] = [user('ada'), user('ben')];
  chats: Readonly<Record<string, readonly object[]>> = {};
  /** What the directory fails with. */
  problem: AppError | null = null;
  /** Holds back the responses of the directory. */
  held: (() => void)[] | null = null;
  /** Called while the chats of an agent are read. */
  onChats: () => void = () => undefined;
  isLive = true;
  chance = 0.5;
  readonly poller = new DirectoryPoller({
    caller: (call) => this.#answer(call),
    clock: this.clock,
    random: () => this.chance,
    log: this.log.for('directory'),
    sink: {
      applyDirectory: (agents) => {
        this.published.push(agents);
      },
    },
    quarantine: createQuarantine(new QuietLog().for('wire')),
    ownUserId: 'me',
    isLive: () => this.isLive,
    media: new AvailableMedia(),
    onPeopleRead: (isGood) => {
      this.good.push(isGood);
    },
  });

  /** Seconds at which the directory was requested. */
  get readAt(): readonly number[] {
    return this.asked.filter(({ path }) => path.startsWith('/contacts')).map(({ at }) => at / 1_000);
  }

  chatsOf(agentId: string): unknown {
    return this.published.at(-1)?.find(({ id }) => id === agentId)?.chats;
  }

  async pass(seconds: number): Promise<void> {
    await settle();
    for (let passed = 0; passed < seconds * 1_000; passed += 50) {
      this.clock.advance(50);
      await settle();
    }
  }

  /** A notification that names the parties of a chat. */
  participants(chatId: string, ...participants: readonly ParticipantUpdate[]): void {
    this.poller.applyEvents([{ type: 'chatUpdated', chat: { chatId, participants, receivedAt: 5 } }]);
  }

  async #answer({ path, urgency }: ApiRequest): Promise<Result<unknown>> {
    this.asked.push({ path, urgency, at: this.clock.monotonicMs() });
    if (path.startsWith('/contacts')) {
      const { held, problem } = this;
      if (held !== null) await new Promise<void>((resolve) => held.push(resolve));
      return problem === null
        ? succeed({ contacts: this.users, totalCount: this.users.length })
        : { ok: false, error: problem };
    }
    const id = /^\/users\/(\w+)\/chats\?/u.exec(path)?.[1];
    if (id !== undefined) this.onChats();
    return id === undefined ? fail('command.notFound') : succeed({ chats: this.chats[id] ?? [] });
  }
}

export const party = (
  type: ParticipantUpdate['type'],
  name: string,
  visibility: ParticipantUpdate['visibility'] = 'everyone',
) => ({
  ...{ participantId: `p-${name}`, type, nickname: name, visibility },
  userId: type === 'agent' ? name : null,
});
