import type { NetworkAnswer, NetworkQuestion } from '../../preload/contract';
import type { NewId } from '../base/random';

type WithoutId<Q> = Q extends unknown ? Omit<Q, 'id'> : never;
export type NewQuestion = WithoutId<NetworkQuestion>;
type GivenAnswer = Exclude<NetworkAnswer, { readonly kind: 'cancel' }>;

interface OpenQuestion {
  readonly key: string;
  readonly question: NetworkQuestion;
  readonly onAnswer: (answer: GivenAnswer) => void | Promise<void>;
}

/**
 * Questions of the network to the user, one shown at a time.
 *
 * 1. A question has a key, such as the proxy that it is about. Requests that fail for the same reason share one question.
 * 2. A cancelled question is not asked again before the user acts (`userActed`): requests repeat by themselves, and a
 *    dialog must not.
 * 3. `onAnswered` runs after an answer took effect, so that what waited for it can be tried again.
 */
export class NetworkQuestions {
  readonly #newId: NewId;
  readonly #onChange: (question: NetworkQuestion | null) => void;
  readonly #onAnswered: () => void;
  readonly #open: OpenQuestion[] = [];
  readonly #cancelled = new Set<string>();

  constructor(options: {
    readonly newId: NewId;
    readonly onChange: (question: NetworkQuestion | null) => void;
    readonly onAnswered: () => void;
  }) {
    this.#newId = options.newId;
    this.#onChange = options.onChange;
    this.#onAnswered = options.onAnswered;
  }

  get current(): NetworkQuestion | null {
    return this.#open[0]?.question ?? null;
  }

  ask(key: string, question: NewQuestion, onAnswer: OpenQuestion['onAnswer']): void {
    if (this.#cancelled.has(key) || this.#open.some((open) => open.key === key)) return;
    this.#open.push({ key, question: { ...question, id: this.#newId() }, onAnswer });
    if (this.#open.length === 1) this.#onChange(this.current);
  }

  /** Returns false if the question is no longer open, or another kind of answer is due. */
  async answer(id: string, answer: NetworkAnswer): Promise<boolean> {
    const at = this.#open.findIndex(({ question }) => question.id === id);
    const open = this.#open[at];
    if (open === undefined || (answer.kind !== 'cancel' && answer.kind !== open.question.kind)) return false;
    this.#open.splice(at, 1);
    if (answer.kind === 'cancel') this.#cancelled.add(open.key);
    else await open.onAnswer(answer);
    this.#onChange(this.current);
    if (answer.kind !== 'cancel') this.#onAnswered();
    return true;
  }

  /** The user asked for something that needs the network, so cancelled questions may be asked again. */
  userActed(): void {
    this.#cancelled.clear();
  }
}
