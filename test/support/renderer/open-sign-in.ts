import { flushPromises } from '@vue/test-utils';
import SignInScreen from '../../../renderer/features/sign-in/SignInScreen.vue';
import { useSessionStore } from '../../../renderer/stores/session.store';
import { mountOnFloor } from './mount-on-floor';
import { emptySnapshot } from './seed-floor';

/** The sign-in page with its fields at hand. */
export async function openSignIn() {
  const door = mountOnFloor(SignInScreen, { snapshot: emptySnapshot() });
  await useSessionStore().load();
  await flushPromises();
  const field = (label: string) => {
    const found = door.wrapper.findAll('.field').find((one) => one.get('label').text() === label);
    if (found === undefined) throw new Error(`the door has a field ${label}`);
    return found;
  };
  const fill = async (): Promise<void> => {
    await field('Server address').get('input').setValue('gws.example.com');
    await field('Username').get('input').setValue('sam');
    await field('Password').get('input').setValue('secret');
  };
  const submit = async (): Promise<void> => {
    await door.wrapper.get('form').trigger('submit');
    await flushPromises();
  };
  const signIns = () => door.bridge.asked.filter(({ name }) => name === 'session.signIn').map(({ request }) => request);
  return { ...door, field, fill, submit, signIns };
}
