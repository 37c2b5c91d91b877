import { useDebounceFn } from '@vueuse/core';
import { onScopeDispose, shallowRef, watch } from 'vue';
import type {
  AttentionPhrases,
  AttentionPreview,
  AttentionRule,
  AttentionRuleSettings,
  AttentionSettings,
  PhraseListName,
} from '../../../preload/contract';
import { useAttentionStore } from '../../stores/attention.store';
import { useToastsStore } from '../../stores/toasts.store';
import { useSettingsStore } from '../../stores/settings.store';

const typedMs = 350;
const freshEveryMs = 30_000;

/**
 * The rules while they are edited. A change shows at once; it is saved and previewed on the last hour when the input
 * pauses. A response to an older preview is dropped.
 */
export function useAttentionSettings() {
  const store = useSettingsStore();
  const attention = useAttentionStore();
  const tuned = shallowRef<AttentionSettings>(store.settings.attention);
  const preview = shallowRef<AttentionPreview | null>(null);
  const isTrying = shallowRef(false);
  const before = shallowRef<AttentionSettings | null>(null);
  let isTyping = false;
  let asked = 0;

  async function tryOut(): Promise<void> {
    asked += 1;
    const own = asked;
    isTrying.value = true;
    const result = await attention.preview(tuned.value);
    if (own !== asked) return;
    isTrying.value = false;
    if (result.ok) preview.value = result.value;
  }
  const keep = useDebounceFn(async () => {
    isTyping = false;
    await Promise.all([store.change({ attention: tuned.value }), tryOut()]);
  }, typedMs);

  function change(part: Partial<AttentionSettings>): void {
    tuned.value = { ...tuned.value, ...part };
    before.value = null;
    isTyping = true;
    isTrying.value = true;
    void keep();
  }
  function changeRule(rule: AttentionRule, part: Partial<AttentionRuleSettings>): void {
    const { rules } = tuned.value;
    change({ rules: { ...rules, [rule]: { ...rules[rule], ...part } } });
  }

  function changePhrases(name: PhraseListName, byLanguage: AttentionPhrases[PhraseListName]): void {
    change({ phrases: { ...tuned.value.phrases, [name]: byLanguage } });
  }

  /** Restores the initial rules. `undo` reverts that unless something else has changed. */
  async function reset(): Promise<void> {
    const result = await attention.defaults();
    if (!result.ok) {
      useToastsStore().addProblem(result.error);
      return;
    }
    const own = tuned.value;
    change(result.value);
    before.value = own;
  }
  function undo(): void {
    if (before.value !== null) change(before.value);
  }

  watch(
    () => store.settings.attention,
    (kept) => {
      if (!isTyping) tuned.value = kept;
    },
  );
  void tryOut();
  const timer = setInterval(() => void tryOut(), freshEveryMs);
  onScopeDispose(() => {
    clearInterval(timer);
  });

  return { tuned, preview, isTrying, canUndo: before, change, changeRule, changePhrases, reset, undo };
}
