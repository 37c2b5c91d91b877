import type { RequestEnd } from '../session/api-client';
import type { ConnectionStatus } from './connection-status';
import { RequestsHealth, type RequestsHealthOptions } from './requests-health';
import { SourceHealth } from './source-health';

export interface SourcesOptions extends Omit<RequestsHealthOptions, 'onChange'> {
  readonly status: Pick<ConnectionStatus, 'source'>;
}

/** Milliseconds after which an unread directory is reported. */
const agentsMinAgeMs = 15_000;

/** Health of the data sources other than the stream, published through `ConnectionStatus`. */
export class Sources {
  readonly #status: SourcesOptions['status'];
  readonly #requests: RequestsHealth;
  readonly #agents: SourceHealth;

  constructor({ status, ...rest }: SourcesOptions) {
    this.#status = status;
    this.#agents = new SourceHealth({
      clock: rest.clock,
      minFailures: 1,
      minFailingMs: 0,
      minAgeMs: agentsMinAgeMs,
    });
    this.#requests = new RequestsHealth({
      ...rest,
      onChange: (state) => {
        status.source('requests', state);
      },
    });
  }

  /** Whether requests are answered, as far as known. */
  get areRequestsAnswered(): boolean {
    return !this.#requests.isFailing;
  }

  /** Records the end of a request. Returns whether requests are answered again after all were refused. */
  requestEnded(how: RequestEnd): boolean {
    const wereAnswered = this.areRequestsAnswered;
    if (how === 'answered') this.#requests.answered();
    else this.#requests.refused(how === 'limited');
    return !wereAnswered && this.areRequestsAnswered;
  }

  /** Records a read of the directory. */
  readonly applyDirectory = (isGood: boolean): void => {
    if (isGood) this.#agents.good();
    else this.#agents.failed();
    this.#status.source('agents', this.#agents.state);
  };

  stop(): void {
    this.#requests.stop();
  }
}
