import { BayeuxRig } from '../../support/gws/bayeux-rig';
import type { ForeignServer } from './foreign-server';

/** The server of the official library, with or without acknowledgements. */
export class CometdServer implements ForeignServer {
  readonly #rig: BayeuxRig;

  private constructor(rig: BayeuxRig) {
    this.#rig = rig;
  }

  static async open(hasAcknowledgements: boolean): Promise<CometdServer> {
    return new CometdServer(await BayeuxRig.open({}, hasAcknowledgements));
  }

  get url(): string {
    return this.#rig.url;
  }

  get sessionCount(): number {
    return this.#rig.sessions.length;
  }

  get subscribed(): readonly string[] {
    return this.#rig.seen.flatMap(({ channel, message }) =>
      channel === '/meta/subscribe' ? [String(message['subscription'])] : [],
    );
  }

  publish(channel: string, data: unknown): Promise<void> {
    this.#rig.publish(data, channel);
    return Promise.resolve();
  }

  cut(): void {
    this.#rig.cut();
  }

  forgetSessions(): void {
    this.#rig.forgetSessions();
  }

  close(): Promise<void> {
    return this.#rig.close();
  }
}
