import { describe, expect, it } from 'vitest';
import { eventually } from '../../support/electron/eventually';
import { FloorVisitor } from '../../support/practice/floor-visitor';
import { OperationsStage } from './stage';

describe('chats already running, in the window and at the server', () => {
  it(
    'shows the invitation, declines and accepts it, and goes in at once where that was chosen',
    { timeout: 240_000 },
    async () => {
      const stage = await OperationsStage.open();
      const { page, window, control } = stage;
      const runs = async (customer: string): Promise<string> => {
        const userData = { Segment: 'Gold' };
        const { chatId } = await control.startChat({ agent: 'ana.ruiz', customer, subject: 'Charged twice', userData });
        await control.customerSays({ chatId, text: `Hello, this is ${customer}` });
        return chatId;
      };
      const askInto = async (customer: string, how: string): Promise<void> => {
        await window.goTo('Agents');
        await window
          .agentRow('Ana Ruiz')
          .getByRole('button', { name: new RegExp(`^${customer}.*[Jj]oin this chat`) })
          .click();
        await page.getByRole('menuitem', { name: new RegExp(`^${how}`) }).click();
      };
      const supervisorsIn = async (chatId: string): Promise<readonly string[]> => {
        const chat = (await control.chats()).find((one) => one.chatId === chatId);
        return chat?.parties.flatMap(({ role, state }) => (role === 'supervisor' ? [state] : [])) ?? [];
      };
      const invitation = page.getByTestId('invitation');

      // What is known before joining: participants, subject, and who would see the supervisor. No one is notified.
      const first = await runs('Robin Vale');
      await askInto('Robin Vale', 'Join and coach');
      await window.goTo('Chats');
      await window.openChat('Robin Vale');
      await invitation.getByText('You asked to join the chat between Robin and Ana.').waitFor();
      await invitation.getByText('You’ll coach: agents will see you, the customer won’t.').waitFor();
      await invitation.getByText('Charged twice').waitFor();
      await invitation.getByText('Gold').waitFor();
      expect(await supervisorsIn(first)).toEqual(['Invited']);
      await invitation.getByRole('button', { name: 'Decline' }).click();
      await stage.stateIs(first, 'supervisor', 'Completed');
      await invitation.waitFor({ state: 'detached' });
      expect([await stage.sent('Reject'), await stage.sent('Accept')]).toEqual([1, 0]);
      for (const party of ['customer', 'ana.ruiz']) {
        expect(await stage.present(first, party)).not.toContain('supervisor');
        const { messages } = await control.seenBy({ chatId: first, party });
        expect(messages.filter(({ fromRole }) => fromRole === 'supervisor')).toEqual([]);
      }
      // The chat goes on, and nothing here says that it was over.
      await page.getByText('You’re no longer in this chat. It may continue without you.').waitFor();
      await stage.stateIs(first, 'Robin Vale', 'Chatting');
      await page.getByText('Couldn’t load this transcript.').waitFor();

      // Once it is over, what was said is read from the archive, from which nothing can be answered.
      await control.endChat({ chatId: first });
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByTestId('past-transcript').getByText('Hello, this is Robin Vale').waitFor();
      expect(await stage.sent('GetInteractionContent')).toBeGreaterThan(1);
      expect(await window.composer.getByRole('textbox').count()).toBe(0);

      // Once more, and in: the agent sees a coach, the customer nobody, and all that was said is there.
      const second = await runs('Noa Levi');
      await askInto('Noa Levi', 'Join and coach');
      await window.goTo('Chats');
      await window.openChat('Noa Levi');
      await window.holdKey('y', () => window.waitForMode('coach'));
      await window.transcript.getByText('Hello, this is Noa Levi').waitFor();
      expect(await stage.present(second, 'ana.ruiz')).toContain('supervisor');
      expect(await stage.present(second, 'customer')).not.toContain('supervisor');
      await control.endChat({ chatId: second });

      // Where it was chosen, asking is going in.
      await window.goTo('Settings');
      await page.getByRole('switch', { name: 'Join right away when I ask to join a chat' }).click();
      const third = await runs('Mia Olsen');
      await askInto('Mia Olsen', 'Join and monitor');
      await stage.stateIs(third, 'supervisor', 'Chatting');
      await window.goTo('Chats');
      await window.openChat('Mia Olsen');
      await window.waitForMode('monitor');
      await window.transcript.getByText('Hello, this is Mia Olsen').waitFor();
      expect(await stage.present(third, 'ana.ruiz')).not.toContain('supervisor');
      expect(await stage.sent('Accept')).toBe(2);

      // What somebody else asks stays a question, also then; the server names nobody before one is in.
      const fourth = await runs('Tom Becker');
      const ana = new FloorVisitor(stage.console.practiceUrl);
      await ana.signIn('ana.ruiz');
      const me = (await control.people()).find(({ userName }) => userName === 'supervisor')?.id ?? '';
      const targetUri = `${stage.console.practiceUrl}/api/v2/users/${me}`;
      expect((await ana.operate(`/me/chats/${fourth}`, 'Invite', { targetUri })).status).toBe(200);
      await window.openChat('Unnamed customer', fourth);
      await invitation.getByText(/^You’ve been invited to the chat between/).waitFor();
      await invitation.getByText('The server doesn’t say who will see you. It could be everyone.').waitFor();
      await invitation.getByText('Becker').waitFor();
      await window.holdKey('x', () =>
        eventually(
          'it was declined',
          () => stage.sent('Reject'),
          (count) => count === 2,
        ),
      );
      expect(await stage.sent('Accept')).toBe(2);
      expect(await stage.present(fourth, 'customer')).not.toContain('supervisor');
    },
  );
});
