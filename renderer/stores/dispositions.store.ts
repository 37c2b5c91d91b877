import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { AppError, Disposition } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';

/** The ways a chat can be said to have ended. Asked of the server when first wanted; what failed is asked again. */
export const useDispositionsStore = defineStore('dispositions', () => {
  /** `null`: not known yet. Empty: the server offers none, and any text will do. */
  const codes = shallowRef<readonly Disposition[] | null>(null);
  const failure = shallowRef<AppError | null>(null);
  const isCustomerMessage = shallowRef(false);
  /** An answer that comes after a sign-out must not reach the next supervisor. */
  let shift = 0;

  async function load(): Promise<void> {
    if (codes.value !== null || isCustomerMessage.value) return;
    const own = shift;
    isCustomerMessage.value = true;
    const result = await currentBridge().invoke('dispositions.list', null);
    if (own !== shift) return;
    isCustomerMessage.value = false;
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
    isCustomerMessage.value = false;
  }

  return { codes, failure, isCustomerMessage, load, labelOf, forgetAll };
});
