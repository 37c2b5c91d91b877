import { describe, expect, it } from 'vitest';
import { defaultAttention } from '../../../main/settings/attention-settings';
import { readAttention, storedAttention } from '../../../main/settings/attention-stored';
import { firstEscalationPhrases, firstWatchedPhrases } from '../../../main/settings/phrases/first-version';
import type { AttentionSettings } from '../../../preload/contract';

const { rules, phrases } = defaultAttention;
const afterRestart = (settings: AttentionSettings, before?: unknown) =>
  readAttention(JSON.parse(JSON.stringify(storedAttention(settings, before))) as unknown);

describe('readAttention', () => {
  it('returns the defaults when nothing was stored', () => {
    expect(readAttention(undefined)).toEqual({ settings: defaultAttention, isInvalid: false });
  });

  it('reads the first version, which had fewer rules', () => {
    const added = ['threats', 'insults', 'danger'];
    const firstRules = Object.fromEntries(Object.entries(rules).filter(([name]) => !added.includes(name)));
    const stored = {
      rules: { ...firstRules, customerWaiting: { isOn: true, threshold: 33, hotThreshold: 44 } },
      escalationPhrases: [...firstEscalationPhrases, 'parrot*'],
      watchedPhrases: ['blue bird', ...firstWatchedPhrases],
      newAgentIds: ['ana'],
      newAgentGroups: [],
    };
    const { settings, isInvalid } = readAttention(stored);
    expect(isInvalid).toBe(false);
    expect(settings).toEqual({
      rules: { ...rules, customerWaiting: { isOn: true, threshold: 33, hotThreshold: 44 } },
      phrases: {
        ...phrases,
        escalationWords: { ...phrases.escalationWords, any: ['parrot*'] },
        watchedWords: { ...phrases.watchedWords, any: ['blue bird'] },
      },
      newAgentIds: ['ana'],
      newAgentGroups: [],
    });
  });

  it('resets only the invalid rule or list, and reports it', () => {
    const stored = {
      rules: { orphan: { isOn: 'yes' }, pingPong: { isOn: false, threshold: 2, hotThreshold: 3 } },
      phrases: { threats: { en: { added: [5], removed: [] }, de: { added: ['so nicht'], removed: [] } } },
    };
    const { settings, isInvalid } = readAttention(stored);
    expect(isInvalid).toBe(true);
    expect(settings.rules).toEqual({ ...rules, pingPong: { isOn: false, threshold: 2, hotThreshold: 3 } });
    expect(settings.phrases.threats).toEqual({ ...phrases.threats, de: ['so nicht', ...phrases.threats.de] });
  });

  it('replaces the whole list by one written by hand', () => {
    expect(readAttention({ phrases: { insults: { en: ['rude'] } } }).settings.phrases.insults).toEqual({
      ...phrases.insults,
      en: ['rude'],
    });
  });
});

describe('storedAttention', () => {
  it('writes no unchanged rules and phrases, so that new defaults apply', () => {
    expect(storedAttention(defaultAttention, undefined)).toEqual({
      rules: {},
      phrases: {},
      newAgentIds: [],
      newAgentGroups: [],
    });
  });

  it('survives a restart: changed thresholds, and phrases added, removed and changed', () => {
    const [first = '', second = '', ...others] = phrases.danger.fr;
    const changed: AttentionSettings = {
      rules: { ...rules, danger: { isOn: false, threshold: 2, hotThreshold: null } },
      phrases: {
        ...phrases,
        danger: { ...phrases.danger, fr: ['sos de chez moi', `${second} ici`, first, ...others] },
      },
      newAgentIds: ['ben'],
      newAgentGroups: ['Billing'],
    };
    const { settings, isInvalid } = afterRestart(changed);
    expect(isInvalid).toBe(false);
    expect(settings).toEqual(changed);
  });

  it('keeps unknown rules, lists and languages of a newer version', () => {
    const newer = {
      rules: {
        mood: { isOn: true, threshold: 4, hotThreshold: null },
        orphan: { isOn: false, threshold: 9, hotThreshold: 9 },
      },
      phrases: { mood: { en: { added: ['meh'], removed: [] } }, threats: { pl: { added: ['pozew'], removed: [] } } },
      later: { any: 1 },
    };
    const { settings } = readAttention(newer);
    const changed = { ...settings, newAgentIds: ['ana'] };
    expect(storedAttention(changed, newer)).toEqual({ ...newer, newAgentIds: ['ana'], newAgentGroups: [] });
  });
});
