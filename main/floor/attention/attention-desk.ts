import type { AttentionPreview, AttentionRule, AttentionSettings } from '../../../preload/contract';
import type { Clock } from '../../base/clock';
import type { Truth } from '../truth';

export interface AttentionDeskOptions {
  readonly truth: Truth;
  readonly clock: Clock;
  readonly settings: AttentionSettings;
}

export class AttentionDesk {
  readonly #clock: Clock;

  constructor({ clock }: AttentionDeskOptions) {
    this.#clock = clock;
  }

  settingsChanged(_settings: AttentionSettings): void {}

  seeTo(_chatId: string, _rules: readonly AttentionRule[]): void {}

  bringBack(_chatId: string): void {}

  preview(_settings: AttentionSettings): Promise<AttentionPreview> {
    return Promise.resolve({ from: this.#clock.now(), chatsLookedAt: 0, chatsRaised: 0, lines: [] });
  }

  dispose(): void {}
}
