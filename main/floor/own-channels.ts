import { dequal } from 'dequal/lite';
import type { FloorChange, NotReadyReason, OwnChannel } from '../../preload/contract';
import type { ServerSnapshot, OwnChannelUpdate } from './events';

/** The supervisor's own channels as last reported by the server, with the reasons it offers. */
export class OwnChannels {
  #last: readonly OwnChannelUpdate[] = [];
  #reasons: readonly NotReadyReason[] = [];

  get all(): readonly OwnChannel[] {
    return this.#last.map(({ medium, state, text, stateId }) => ({
      medium,
      state,
      text,
      reasonId: this.#reasons.some(({ id }) => id === stateId) ? stateId : null,
      reasons: this.#reasons,
    }));
  }

  /** Keeps what could not be read. Returns the changes. */
  applyRead({ ownChannels, notReadyReasons }: ServerSnapshot): readonly FloorChange[] {
    return this.#changed(() => {
      this.#last = ownChannels ?? this.#last;
      this.#reasons = notReadyReasons ?? this.#reasons;
    });
  }

  /** Applies an update that may concern only some channels. */
  change(channels: readonly OwnChannelUpdate[]): readonly FloorChange[] {
    const updates = new Map(channels.map((channel) => [channel.medium, channel]));
    const known = new Set(this.#last.map(({ medium }) => medium));
    const added = channels.filter(({ medium }) => !known.has(medium));
    return this.#changed(() => {
      this.#last = [...this.#last.map((channel) => updates.get(channel.medium) ?? channel), ...added];
    });
  }

  clear(): void {
    this.#last = [];
    this.#reasons = [];
  }

  #changed(change: () => void): readonly FloorChange[] {
    const before = this.all;
    change();
    const ownChannels = this.all;
    return dequal(before, ownChannels) ? [] : [{ type: 'ownChannelsChanged', ownChannels }];
  }
}
