import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { AppError, Disposition } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';

/** The dispositions of the server. They are requested on first use; a failed request is repeated. */
export const useDispositionsStore = defineStore('dispositions', () => {
  /** `null`: not known yet. Empty: the server offers none, and any text is accepted. */
  const codes = shallowRef<readonly Disposition[] | null>(null);
  const failure = shallowRef<AppError | null>(null);
  const isRequesting = shallowRef(false);
  /** A response after sign-out must not reach the next supervisor. */
  let shift = 0;

  async function load(): Promise<void> {
    if (codes.value !== null || isRequesting.value) return;
    const own = shift;
    isRequesting.value = true;
    const result = await currentBridge().invoke('dispositions.list', null);
    if (own !== shift) return;
    isRequesting.value = false;
    failure.value = result.ok ? null : result.error;
    if (result.ok) codes.value = result.value.codes;
  }

  function labelOf(code: string): string {
    return codes.value?.find((one) => one.code === code)?.label ?? code;
  }

  function forgetAll(): void {
    shift += 1;
    codes.value = null;
    failure.value = null;
    isRequesting.value = false;
  }

  return { codes, failure, isRequesting, load, labelOf, forgetAll };
});
