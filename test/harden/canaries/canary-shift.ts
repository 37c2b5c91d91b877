import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startPracticeServer, type PracticeServer } from '../../../main/practice/floor-server';
import { treeOf } from '../../bench/process-tree';
import { ConsolePage } from '../../support/electron/console-page';
import { eventually } from '../../support/electron/eventually';
import { launchConsole, type LaunchedConsole, type LaunchOptions } from '../../support/electron/launch';
import { withoutBus } from '../../support/electron/ordinary-user';
import { signInAt } from '../../support/electron/sign-in-at';
import {
  providerPassword,
  startFloorBehindProvider,
  type FloorBehindProvider,
} from '../../support/single-sign-on/floor-behind-provider';
import { ObservingProxy } from './observing-proxy';
import type { Secrets } from './secrets';

/** The floor's password for everyone. */
const account = 'practice';
const quiet = { agents: 4, chats: 0, rate: 0 } as const;

export interface ShiftOptions extends Pick<LaunchOptions, 'startedBy'> {
  /** Values of the policy, in addition to the proxy. */
  readonly policy?: Readonly<Record<string, unknown>>;
}

/**
 * A shift that meets every secret: a sign-in with a password and a sign-out, then single sign-on, a chat with texts, a draft and a search,
 * all through a proxy with a password. It stops in the middle, so that any end may follow.
 */
export class CanaryShift {
  readonly launched: LaunchedConsole;
  readonly window: ConsolePage;
  readonly proxy: ObservingProxy;
  readonly #servers: readonly [PracticeServer, FloorBehindProvider];
  #output = '';

  private constructor(
    launched: LaunchedConsole,
    proxy: ObservingProxy,
    servers: readonly [PracticeServer, FloorBehindProvider],
  ) {
    this.launched = launched;
    this.window = new ConsolePage(launched.page);
    this.proxy = proxy;
    this.#servers = servers;
    for (const stream of [launched.app.process().stdout, launched.app.process().stderr])
      stream?.on('data', (bytes: Buffer) => {
        this.#output += bytes.toString('utf8');
      });
  }

  static async play(secrets: Secrets, { policy = {}, ...launch }: ShiftOptions = {}): Promise<CanaryShift> {
    const proxy = await ObservingProxy.start(secrets, { account, provider: providerPassword });
    const servers = [await startPracticeServer(quiet), await startFloorBehindProvider(quiet)] as const;
    const launched = await launchConsole({
      ...launch,
      ...ownFolders({ ...policy, proxy: { mode: 'manual', server: proxy.address, bypass: '<-loopback>', pacUrl: '' } }),
    });
    const shift = new CanaryShift(launched, proxy, servers);
    try {
      await shift.#signInWithPassword(secrets);
      await shift.#signInOnPage(secrets);
      await shift.#work(secrets);
      return shift;
    } catch (cause) {
      await shift.close();
      throw cause;
    }
  }

  /** Everything that the user's programs can write: profile, home and temporary files. */
  get folder(): string {
    return this.launched.profile;
  }

  /** Hosts of the servers that the user and the policy named. */
  get servers(): readonly string[] {
    const [floor, { url, provider }] = this.#servers;
    return [floor.url, url, provider.url].map((address) => new URL(address).host);
  }

  get output(): string {
    return this.#output;
  }

  get mainPid(): number {
    return this.launched.app.process().pid ?? 0;
  }

  /** Main and all its processes. */
  get pids(): readonly number[] {
    return treeOf(this.mainPid);
  }

  async close(): Promise<void> {
    await this.launched.discard();
    this.proxy.stop();
    const [floor, behind] = this.#servers;
    await floor.stop();
    await behind.stop();
  }

  async #signInWithPassword(secrets: Secrets): Promise<void> {
    const { page } = this.launched;
    await signInAt(page, this.#servers[0].url, { password: secrets.written('password') });
    const dialog = page.getByRole('dialog', { name: 'Sign in to the proxy' });
    await dialog.getByLabel('Username for the proxy').fill(this.proxy.userName);
    await dialog.getByLabel('Password for the proxy').fill(secrets.written('password of the proxy'));
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await this.window.isLive();
    await this.window.signOut();
  }

  async #signInOnPage(secrets: Secrets): Promise<void> {
    const { app, page } = this.launched;
    await page.getByLabel('Server address').fill(this.#servers[1].url);
    await page.getByRole('button', { name: 'Use single sign-on' }).click();
    await page.getByRole('button', { name: 'Open sign-in page' }).click();
    const provider = await eventually(
      'the page of the provider is open',
      () => Promise.resolve(app.windows().find((window) => window.url().includes('/sso?'))),
      (found) => found !== undefined,
    );
    await signInAtProvider(provider as Page, secrets.written('password at the identity provider'));
    await this.window.isLive();
  }

  async #work(secrets: Secrets): Promise<void> {
    const { control } = this.#servers[1].floor;
    const { page } = this.launched;
    const [agent] = control.people().filter(({ isSupervisor }) => !isSupervisor);
    if (agent === undefined) throw new Error('the floor has agents');
    const customer = `${secrets.written('name of the customer')} ${secrets.written('name of a customer behind single sign-on')}`;
    const watch = { requestId: 'canary', agentId: agent.id, mode: 'coach', scope: 'allChats' };
    await page.evaluate(`window.sightline.invoke('agents.watch', ${JSON.stringify(watch)})`);
    const userData = { [secrets.written('attached key')]: secrets.written('attached value') };
    const { chatId } = control.startChat({
      ...{ agent: agent.userName, customer, userData, subject: secrets.written('subject') },
    });
    await this.window.chatRow(customer).waitFor();
    const numbers = `${secrets.written('e-mail in a text')} ${secrets.written('number in a text')}`;
    control.customerSays({ chatId, text: `${secrets.written('text of the customer')} ${numbers}` });
    control.agentSays({ chatId, text: secrets.written('text of the agent') });
    control.agentSays({ chatId, text: secrets.written('text for agents only'), audience: 'Agents' });
    await this.window.openChat(customer, chatId);
    await this.window.say(secrets.written('own text'));
    await this.window.transcript.getByText(secrets.written('own text')).waitFor();
    await this.window.composer.getByRole('textbox').fill(secrets.written('draft'));
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(secrets.written('text in the search'));
    await page.keyboard.press('Escape');
  }
}

async function signInAtProvider(page: Page, password: string): Promise<void> {
  await page.getByPlaceholder('Name').fill('supervisor');
  await page.getByPlaceholder('Password').fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** A profile with the user's home and temporary folder in it, and a policy. */
function ownFolders(values: Readonly<Record<string, unknown>>) {
  const profile = mkdtempSync(path.join(tmpdir(), 'sightline-canaries-'));
  const [home, temporary] = [path.join(profile, 'home'), path.join(profile, 'tmp')];
  for (const folder of [home, temporary]) mkdirSync(folder);
  const policy = path.join(profile, 'policy.json');
  writeFileSync(policy, JSON.stringify(values));
  return { profile, environment: { ...withoutBus, HOME: home, TMPDIR: temporary, SIGHTLINE_POLICY: policy } };
}
