import { allRights } from '../../../preload/contract/rights';
import type { FloorChange, Mode, SignedInUser } from '../../../preload/contract';
import { createFloorCommands, type FloorCommands } from '../../../main/floor/commands/floor-commands';
import type { StepBack } from '../../../main/floor/step-back/step-back';
import type { FloorEvent } from '../../../main/floor/events';
import { FloorStore } from '../../../main/floor/floor-store';
import { VirtualClock } from '../virtual-clock';
import { DraftBook } from './draft-book';
import { FakeContactCentre } from './fake-contact-centre';
import { MemoryLog } from './memory-log';
import { self } from './readings';

export const sofiaSignedIn: SignedInUser = {
  userId: self.userId,
  userName: self.userName,
  name: 'Sofia Keller',
  serverName: null,
  isPractice: true,
  serverVersion: null,
};

/** A signed-in floor with a platform that responds as configured. */
export class CommandBench {
  readonly clock = new VirtualClock();
  readonly log = new MemoryLog();
  /** Whether windows get card and account numbers masked. */
  masksNumbers = false;
  readonly floorStore = new FloorStore(this.clock, this.log.logger, () => this.masksNumbers);
  readonly centre = new FakeContactCentre();
  readonly commands: FloorCommands;
  readonly drafts: DraftBook;
  readonly stepBack: StepBack;
  readonly invitedTo: (chatId: string) => Mode | null;
  readonly dispose: () => void;
  changes: FloorChange[] = [];
  #isSignedIn = true;

  constructor(...events: FloorEvent[]) {
    this.floorStore.signedIn(sofiaSignedIn, self);
    this.floorStore.connectionChanged({ phase: 'live', reason: 'healthy', lastSuccessAt: 1, nextAttemptAt: null });
    this.floorStore.applyEvents(events);
    this.floorStore.subscribe((news) => this.changes.push(...news.changes));
    this.drafts = new DraftBook(this.floorStore);
    const contactCentre = (): FakeContactCentre | null => (this.#isSignedIn ? this.centre : null);
    ({
      commands: this.commands,
      stepBack: this.stepBack,
      invitedTo: this.invitedTo,
      dispose: this.dispose,
    } = createFloorCommands({
      rights: allRights,
      masksNumbers: () => this.masksNumbers,
      floorStore: this.floorStore,
      contactCentre,
      drafts: this.drafts.ports,
      clock: this.clock,
      log: this.log.logger,
    }));
  }

  noCentre(): void {
    this.#isSignedIn = false;
  }

  /** The phases an command went through, and how it ended. */
  story(requestId: string): readonly string[] {
    return this.changes.flatMap((change) => {
      if (change.type === 'commandPending' && change.command.requestId === requestId) return change.command.phase;
      if (change.type !== 'commandSettled' || change.command.requestId !== requestId) return [];
      return change.error === null ? 'settled' : change.error.code;
    });
  }
}
