import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import type { CheckResult, CheckStep } from '../../../../preload/contract';
import ConnectionCheck from '../../../../renderer/features/network/ConnectionCheck.vue';
import { checkText } from '../../../../renderer/features/network/check-text';
import { useConnectionCheckStore } from '../../../../renderer/stores/connection-check.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { attentiveFloor } from '../../../support/renderer/attentive-floor';
import { emptySnapshot } from '../../../support/renderer/seed-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
freezeTime(now);

const passed: CheckResult = { is: 'passed', finding: 'noProxy', values: {} };
const expired: CheckResult = {
  is: 'failed',
  problem: { kind: 'error', error: { code: 'server.certificateExpired', values: { date: now, issuer: 'Example CA' } } },
};

/** Opens the check as the window does, signed in or at a sign-in form with this address. */
async function show(typed: string | null = null) {
  const host = defineComponent(() => {
    const store = useConnectionCheckStore();
    store.follow();
    store.address = typed ?? '';
    store.open();
    return () => (store.isOpen ? h(ConnectionCheck) : null);
  });
  const { bridge } = mountOnFloor(host, {
    snapshot: typed === null ? attentiveFloor(now) : emptySnapshot(),
    prepare: (fake) => {
      fake.connectionCheck.isSignedIn = typed === null;
    },
  });
  await flushPromises();
  const press = async (name: string): Promise<void> => {
    const found = [...document.body.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
    if (found === undefined) throw new Error(`there is a button ${name}`);
    found.click();
    await flushPromises();
  };
  const summary = () => document.body.querySelector('[data-testid="check-summary"]')?.textContent;
  const row = (step: CheckStep) => document.body.querySelector<HTMLElement>(`[data-step="${step}"]`);
  const asked = () => bridge.asked.filter(({ name }) => name.startsWith('connectionCheck.')).map(({ name }) => name);
  return { check: bridge.connectionCheck, press, summary, row, asked };
}

describe('ConnectionCheck', () => {
  it('begins at once with the address in use, and shows each step as it ends', async () => {
    const { check, summary, row } = await show();
    expect(summary()).toBe('Checking gws.example.com…');
    check.reach({ name: passed, proxy: { is: 'running' } });
    await flushPromises();
    expect(row('name')?.dataset['result']).toBe('passed');
    expect(row('proxy')?.textContent).toContain('Checking…');
    expect(row('event')?.textContent).toContain('Not yet');
  });

  it('says in words which step fails, and what to tell the administrator', async () => {
    const { check, summary, row } = await show();
    check.finish((step) => {
      if (step === 'encryption') return expired;
      return ['name', 'proxy', 'reach'].includes(step) ? passed : { is: 'notTried', why: 'afterFailure' };
    });
    await flushPromises();
    expect(summary()).toBe('The connection to gws.example.com fails at: Encryption and certificate');
    expect(row('encryption')?.textContent).toContain('expired on 22 Nov 2026');
    expect(row('encryption')?.textContent).toContain('For your administrator');
    expect(row('server')?.textContent).toContain('Not tried');
    expect(row('server')?.textContent).not.toContain('Works');
  });

  it('never calls a check complete that could not try everything', async () => {
    const { check, summary } = await show('https://gws.test');
    check.finish((step) => (step === 'poll' ? { is: 'notTried', why: 'notSignedIn' } : passed));
    await flushPromises();
    expect(summary()).toBe('gws.test can be reached. Sign in, then check again for the remaining steps.');
  });

  it('waits for an address while signed out, and shows why one cannot be checked', async () => {
    const { check, asked, press } = await show('');
    expect(asked()).not.toContain('connectionCheck.start');
    check.refusal = 'server.insecure';
    await press('Check');
    expect(document.body.textContent).toContain('Passwords are only sent over https.');
    expect(check.state).toBeNull();
  });

  it('stops by the button, and when it is closed', async () => {
    const { check, press, asked, summary } = await show();
    await press('Stop');
    expect(summary()).toBe('The check of gws.example.com was stopped.');
    await press('Check again');
    expect(check.state?.isRunning).toBe(true);
    document.body.querySelector<HTMLElement>('.ui-dialog-close')?.click();
    await flushPromises();
    expect(asked().at(-1)).toBe('connectionCheck.stop');
    expect(useConnectionCheckStore().isOpen).toBe(false);
  });

  it('reports a result that could not be copied', async () => {
    const { check, press } = await show();
    // This document has no clipboard.
    Object.assign(document, { execCommand: () => false });
    check.finish(() => passed);
    await flushPromises();
    await press('Copy result');
    expect(useToastsStore().toasts.map(({ key }) => key)).toEqual(['connectionCheck.notCopied']);
  });
});

describe('checkText', () => {
  it('says of each step what is shown, with its code', async () => {
    const { check } = await show();
    check.finish((step) => (step === 'name' ? expired : { is: 'notTried', why: 'afterFailure' }));
    const { state } = check;
    if (state === null) throw new Error('there is a result');
    const t = (key: string, values = {}): string => `<${key}${Object.keys(values).length === 0 ? '' : ' …'}>`;
    expect(checkText(state, '1.2.3', { t, locale: 'en' }).split('\n').slice(0, 7)).toEqual([
      'Sightline 1.2.3, 2026-11-22T21:00:00.000Z',
      '<connectionCheck.summary.failed …>',
      '',
      '<connectionCheck.state.failed>: <connectionCheck.step.name> (name, server.certificateExpired)',
      '    <error.server_certificateExpired …>',
      '    <connectionCheck.tell.name …>',
      '<connectionCheck.state.notTried>: <connectionCheck.step.proxy> (proxy, afterFailure)',
    ]);
  });
});
