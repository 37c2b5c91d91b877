import type { PracticeControl } from '../../../main/practice/control/practice-control';

/** The control interface as it looks from another process: the same calls, each a promise. */
export type RemoteControl = {
  readonly [Name in keyof PracticeControl]: (
    ...argument: Parameters<PracticeControl[Name]>
  ) => Promise<Awaited<ReturnType<PracticeControl[Name]>>>;
};

/** Calls the control interface of a floor in another process. A refusal rejects with its reason. */
export function createControlClient(url: string, token: string): RemoteControl {
  const call = async (name: string, argument: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/practice/control/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Practice-Token': token },
      body: JSON.stringify(argument ?? {}),
    });
    const answer = (await response.json()) as { ok: boolean; value?: unknown; error?: string };
    if (!answer.ok) throw new Error(`${name}: ${answer.error ?? String(response.status)}`);
    return answer.value;
  };
  return new Proxy({} as RemoteControl, {
    // Not a promise itself: awaiting the client must return the client.
    get: (_, name) => (name === 'then' ? undefined : (argument?: unknown) => call(String(name), argument)),
  });
}
