import { onTestFinished, vi } from 'vitest';
import type { PracticeServer, PracticeServerOptions } from '../../../main/practice/floor-server';
import { startPracticeServer } from '../../../main/practice/floor-server';
import type { DeliveryRecord } from '../../../main/practice/control/delivery-log';
import { FloorVisitor } from './floor-visitor';
import { StreamListener } from './stream-listener';

// Real sockets on a machine that may be busy with other tests: slow is not wrong.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

export interface Seat {
  readonly visitor: FloorVisitor;
  readonly stream: StreamListener;
  readonly id: string;
}

/** A floor where nothing happens by itself, with everyone a test needs on it. Closed when the test is over. */
export class Stage {
  readonly floor: PracticeServer;

  private constructor(floor: PracticeServer) {
    this.floor = floor;
  }

  static async open(options: PracticeServerOptions = {}): Promise<Stage> {
    const floor = await startPracticeServer({ agents: 6, chats: 0, rate: 0, timeScale: 0, ...options });
    onTestFinished(() => floor.stop());
    for (const { userName, isSupervisor } of floor.control.people()) {
      if (!isSupervisor) floor.control.setPresence({ userName, presence: 'ready' });
    }
    return new Stage(floor);
  }

  idOf(userName: string): string {
    const person = this.floor.control.people().find((one) => one.userName === userName);
    if (person === undefined) throw new Error(`no such user: ${userName}`);
    return person.id;
  }

  /** Signed in and listening to everything. */
  async seat(userName: string): Promise<Seat> {
    const visitor = new FloorVisitor(this.floor.url);
    await visitor.signIn(userName);
    const stream = new StreamListener(visitor);
    onTestFinished(() => stream.close());
    await stream.open('/v2/me/*');
    return { visitor, stream, id: this.idOf(userName) };
  }

  /** A customer with Ana Ruiz, who has accepted. */
  chat(customer = 'Robin Vale'): string {
    return this.floor.control.startChat({ agent: 'ana.ruiz', customer }).chatId;
  }

  watch(seat: Seat, operationName: string, parameters: Record<string, unknown> = {}) {
    return seat.visitor.operate(`/users/${this.idOf('ana.ruiz')}/channels/chat`, operationName, parameters);
  }

  /** A chat the supervisor is in, in the given mode. */
  async watched(seat: Seat, mode: 'Monitor' | 'Coach' | 'BargeIn'): Promise<string> {
    await this.watch(seat, mode, { supervisorMonitoringMode: 'NextChat' });
    const chatId = this.chat();
    await seat.stream.next('the chat joined by itself', isStatus('Chatting', chatId));
    return chatId;
  }

  seen(chatId: string, party: string): DeliveryRecord {
    return this.floor.control.seenBy({ chatId, party });
  }

  /** The words put before one party, in order. */
  received(chatId: string, party: string): string[] {
    return this.seen(chatId, party).messages.flatMap(({ type, text }) =>
      type === 'Text' && text !== null ? [text] : [],
    );
  }

  advance(milliseconds = 60_000): void {
    this.floor.control.advance({ milliseconds });
  }
}

type Data = Record<string, unknown>;
export interface WireParticipant {
  readonly nickname: string;
  readonly type: string;
  readonly visibility?: string;
  readonly participantId: string;
}
export interface WireChat {
  readonly id: string;
  readonly state: string;
  readonly capabilities: readonly string[];
  readonly participants: readonly WireParticipant[];
  readonly userData: Record<string, unknown>;
  readonly receivedDate: string;
}
export interface WireMessage {
  readonly index: number;
  readonly type: string;
  readonly visibility: string;
  readonly from: WireParticipant;
  readonly text?: string;
  readonly noticeText?: string;
}

export const chatIn = (data: Data): WireChat => data['chat'] as WireChat;
export const messagesIn = (data: Data): readonly WireMessage[] => (data['messages'] as WireMessage[] | undefined) ?? [];

export const isStatus = (state: string, chatId?: string) => (data: Data) =>
  data['notificationType'] === 'StatusChange' &&
  chatIn(data).state === state &&
  (chatId === undefined || chatIn(data).id === chatId);

export const isParticipants = (data: Data): boolean => data['notificationType'] === 'ParticipantsUpdated';

export const hasMessage =
  (type: string, text?: string) =>
  (data: Data): boolean =>
    messagesIn(data).some((message) => message.type === type && (text === undefined || message.text === text));
