import type { Measure } from '../../faults/measure';
import { Chance } from '../../faults/world/chance';
import { eventually } from '../../support/electron/eventually';
import { UpdatePublisher } from '../../support/updates/signed-feed';
import { UpdateServer } from '../../support/updates/update-server';
import { CanaryShift } from '../canaries/canary-shift';
import { Secrets } from '../canaries/secrets';
import { TracedConnections } from '../quiet/traced-connections';

const goal = '0 connections of a shift to anything but the configured server, proxy, identity provider and update feed';
/** A network for examples, where no host answers: the tracer has to see that it was tried. */
const foreign = { address: '192.0.2.1', port: 9 };

/** Follows every process of a console through a shift, and asks the kernel and the proxy where anything went. */
export const measure: Measure = {
  name: 'network.quiet',
  goal,
  needs: ['setpriv', 'strace'],
  async run({ seed, report }) {
    const traced = new TracedConnections();
    const feed = await UpdateServer.start();
    const updates = { mode: 'notify', url: feed.url, publicKey: new UpdatePublisher().publicKey };
    const startedBy = (program: string): string => traced.startedBy(program);
    const shift = await CanaryShift.play(new Secrets(new Chance(seed)), { policy: { updates }, startedBy });
    try {
      const { page, app } = shift.launched;
      await writeWithMistakes(shift);
      await page.evaluate(`window.sightline.invoke('updates.check', null)`);
      await page.evaluate(`window.sightline.invoke('wall.openWindow', null)`);
      await eventually(
        'the wall',
        () => Promise.resolve(app.windows().length),
        (count) => count === 2,
      );
      await shift.window.signOut();
      await page.getByLabel('Server address').waitFor();
      const reached = [...traced.reached()];
      const hosts = [...shift.proxy.hosts];
      const allowed = new Set([...shift.servers, new URL(feed.url).host]);
      const strange = [
        ...reached.filter((one) => one !== shift.proxy.address).map((one) => `connected to ${one}`),
        ...hosts.filter((host) => !allowed.has(host)).map((host) => `asked the proxy for ${host}`),
      ];
      for (const one of strange) report(one);
      for (const host of allowed) if (!hosts.includes(host)) report(`not asked at all: ${host}`);
      await requireSight(shift, traced);
      const value = `${strange.length} strange; ${reached.length} reached directly, ${hosts.length} through the proxy`;
      const isWhole = [...allowed].every((host) => hosts.includes(host));
      return [{ name: 'network.quiet', value, goal, pass: strange.length === 0 && isWhole }];
    } finally {
      await shift.close();
      await feed.stop();
      traced.discard();
    }
  },
};

/** With the spelling check on, which marks the words, and off. */
async function writeWithMistakes({ launched: { page }, window }: CanaryShift): Promise<void> {
  const field = window.composer.getByRole('textbox');
  const marks = page.locator('[data-misspelt]');
  const write = async (text: string): Promise<void> => {
    await field.fill('');
    await field.click();
    await page.keyboard.type(text);
  };
  await write('Plese say that the refnd is on its way ');
  await marks.nth(1).waitFor({ state: 'attached' });
  await page.evaluate(`window.sightline.invoke('settings.change', { checksSpelling: false })`);
  await write('Plese say that the refnd was sent yesturday ');
  await marks.first().waitFor({ state: 'detached' });
}

/** The control: main opens a stream and sends a datagram to a foreign address, and the trace shows both. */
async function requireSight({ launched }: CanaryShift, traced: TracedConnections): Promise<void> {
  await launched.app.evaluate(async (_, { address, port }) => {
    const [net, dgram] = [process.getBuiltinModule('node:net'), process.getBuiltinModule('node:dgram')];
    net.connect(port, address).on('error', () => undefined);
    await new Promise((sent) => dgram.createSocket('udp4').send('x', port + 1, address, sent));
  }, foreign);
  const seen = [foreign.port, foreign.port + 1].map((port) => `${foreign.address}:${port}`);
  await eventually(
    'the tracer sees foreign addresses',
    () => Promise.resolve(traced.reached()),
    (reached) => seen.every((one) => reached.has(one)),
  );
}
