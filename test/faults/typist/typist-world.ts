import type { Script } from 'node:vm';
import { switchMode } from '../../../main/practice/contact-centre/supervising';
import type { Chat as ServerChat, Mode as ServerMode, Party } from '../../../main/practice/contact-centre/model';
import { partyOf } from '../../../main/practice/contact-centre/visibility';
import type { Mode, Settings } from '../../../preload/contract';
import { MainHalf } from '../../support/console/main-half';
import { Chance } from '../world/chance';
import type { ExchangeFault, Step } from '../world/exchange-faults';
import { FaultyHttp, type NetworkConditions } from '../world/faulty-http';
import { AddressSecrets } from '../world/address-secrets';
import { SimClock } from '../world/sim-clock';
import { origin, supervisor, VirtualFloor } from '../world/virtual-floor';
import { Page } from './page';

export type WindowName = 'main' | 'wall';

const windowIds: Readonly<Record<WindowName, number>> = { main: 1, wall: 2 };
const serverModes: Readonly<Record<Mode, ServerMode>> = { monitor: 'Monitor', coach: 'Coach', bargeIn: 'BargeIn' };

export interface TypistWorldOptions {
  readonly seed: number;
  readonly script: Script;
  readonly agents?: number;
}

/** A practice server, main, and the pages of one or two windows on one simulated clock, with configurable network conditions. */
export class TypistWorld implements NetworkConditions {
  readonly clock = new SimClock();
  readonly floor: VirtualFloor;
  readonly main: MainHalf;
  readonly pages = new Map<WindowName, Page>();
  /** The events in order, for debugging a failed story. */
  readonly trace: string[] = [];
  readonly pageErrors: string[] = [];
  /** Additional delay of operations in milliseconds. */
  operationDelayMs = 0;
  /** Delay of every poll in milliseconds, so that events arrive late. */
  newsDelayMs = 0;
  refusesOperations = false;
  isNetworkDown = false;
  readonly #chance: Chance;
  readonly #script: Script;
  readonly #loadedAt = new Map<WindowName, number>();

  constructor({ seed, script, agents = 4 }: TypistWorldOptions) {
    this.#chance = new Chance(seed);
    this.#script = script;
    const { clock } = this;
    const chance = this.#chance;
    this.floor = new VirtualFloor({
      ...{ clock: clock.server, seed: chance.below(2 ** 31), agents },
      quirks: { usersChatsRead: false },
    });
    const secrets = new AddressSecrets();
    this.main = new MainHalf({
      clock: clock.client,
      random: new Chance(chance.below(2 ** 31)).random,
      openHttp: () =>
        new FaultyHttp({
          ...{ clock, secrets, weather: this },
          floor: () => this.floor,
          latencyMs: () => chance.between(2, 40),
        }),
    });
  }

  strike(step: Step): ExchangeFault | null {
    if (this.isNetworkDown) return { does: 'fail', kind: 'unreachable', isCertainlyNotSent: true, isExecuted: false };
    if (step === 'operation') {
      if (this.refusesOperations) {
        const text = JSON.stringify({ statusCode: 5, statusMessage: 'Not in this state' });
        return { does: 'answer', answer: { status: 500, headers: {}, text }, isExecuted: false };
      }
      if (this.operationDelayMs > 0) return { does: 'slow', byMs: this.operationDelayMs };
    }
    if (step === 'connect' && this.newsDelayMs > 0) return { does: 'slow', byMs: this.newsDelayMs };
    return null;
  }

  clearSky(): void {
    this.operationDelayMs = 0;
    this.newsDelayMs = 0;
    this.refusesOperations = false;
    this.isNetworkDown = false;
  }

  note(what: string): void {
    this.trace.push(`${(this.clock.trueMs / 1_000).toFixed(2)} ${what}`);
  }

  /** Whether the page was just loaded and is restoring its position. */
  isLoading(name: WindowName): boolean {
    return this.clock.trueMs - (this.#loadedAt.get(name) ?? Number.NEGATIVE_INFINITY) < 1_000;
  }

  loadPage(name: WindowName): void {
    this.#loadedAt.set(name, this.clock.trueMs);
    this.unloadPage(name);
    const { clock } = this;
    const bridge = this.main.openWindow(windowIds[name], name);
    this.pages.set(name, new Page({ script: this.#script, clock, bridge, isWall: name === 'wall' }));
  }

  /** Signs in, watches every agent in all chats, and applies settings. */
  async enter(settings: Partial<Settings>): Promise<void> {
    this.loadPage('main');
    const changed = (await this.main.invoke('settings.change', settings)) as { readonly ok: boolean };
    if (!changed.ok) throw new Error('the settings are taken as they are');
    void this.main.invoke('session.signIn', {
      ...{ kind: 'server', url: origin, ...supervisor, rememberPassword: false, nickname: 'Imani' },
    });
    await this.clock.run(4_000);
    for (const { id } of this.floor.agents) {
      void this.main.invoke('agents.watch', {
        ...{ requestId: id, agentId: id, mode: 'monitor', scope: 'allChats', nickname: '' },
      });
    }
    await this.clock.run(1_500);
  }

  startChat(agent: string, customer: string): string {
    return this.floor.control.startChat({ agent, customer }).chatId;
  }

  serverChat(chatId: string): ServerChat {
    const chat = this.floor.centre.chats.get(chatId);
    if (chat === undefined) throw new Error(`the floor holds chat ${chatId}`);
    return chat;
  }

  /** The supervisor's own party, if it has not ended. */
  ownParty(chatId: string): Party | null {
    return partyOf(this.serverChat(chatId), this.floor.supervisor.id);
  }

  modeAtServer(chatId: string): Mode | null {
    const party = this.ownParty(chatId);
    if (party === null || party.state !== 'Chatting') return null;
    return party.visibility === 'All' ? 'bargeIn' : party.visibility === 'Agents' ? 'coach' : 'monitor';
  }

  /** Switches in another session of the same supervisor, or at the server. */
  switchAtServer(chatId: string, mode: Mode): boolean {
    const chat = this.serverChat(chatId);
    const party = this.ownParty(chatId);
    return party !== null && switchMode(this.floor.centre, chat, party, serverModes[mode]).statusCode === 0;
  }

  close(): void {
    for (const name of [...this.pages.keys()]) this.unloadPage(name);
    this.main.close();
  }

  unloadPage(name: WindowName): void {
    const page = this.pages.get(name);
    if (page === undefined) return;
    this.pageErrors.push(...page.errors);
    page.close();
    this.pages.delete(name);
    this.main.closeWindow(windowIds[name]);
  }
}
