import { expect, test } from 'vitest';
import { Stage } from '../support/practice/stage';

interface Contact {
  readonly userName: string;
  readonly availability?: {
    readonly channels: readonly { channel: string; available: boolean; userState: { displayName: string } }[];
  };
}

test('returns contacts in pages with the total count', async () => {
  const stage = await Stage.open({ agents: 10 });
  const { visitor } = await stage.seat('supervisor');
  const page = async (offset: number) =>
    (await visitor.get(`/contacts?type=User&offset=${String(offset)}&limit=5`)).body;
  const pages = [await page(0), await page(5), await page(10), await page(15)];
  expect(pages.map((body) => body['totalCount'])).toEqual([12, 12, 12, 12]);
  const names = pages.flatMap((body) => (body['contacts'] as Contact[]).map(({ userName }) => userName));
  expect(new Set(names).size).toBe(12);
  expect(names).toContain('ana.ruiz');
});

test('returns the state of each channel, and none for a signed-out user', async () => {
  const stage = await Stage.open();
  const { visitor } = await stage.seat('supervisor');
  stage.floor.control.setPresence({ userName: 'jonas.weber', presence: 'loggedOut' });
  stage.floor.control.setPresence({ userName: 'tom.field', presence: 'notReady' });
  const contact = async (name: string) =>
    ((await visitor.get(`/contacts?name=${name}`)).body['contacts'] as Contact[])[0];
  expect((await contact('ana.ruiz'))?.availability?.channels).toMatchObject([
    { channel: 'chat', available: true, userState: { displayName: 'Ready' } },
    { channel: 'smssession', available: true, userState: { displayName: 'Ready' } },
  ]);
  expect((await contact('tom.field'))?.availability?.channels).toMatchObject([
    { channel: 'chat', available: false, userState: { displayName: 'Not Ready' } },
    { channel: 'smssession', available: false, userState: { displayName: 'Not Ready' } },
  ]);
  expect(await contact('jonas.weber')).not.toHaveProperty('availability');
});

test.each([
  ['ruiz', ['ana.ruiz']],
  ['RU*', ['ana.ruiz']],
  ['*o*', expect.arrayContaining(['jonas.weber', 'tom.field', 'omar.haddad'])],
  ['3001', ['ana.ruiz']],
  ['(a+)+$', []],
])('filters by name: %s', async (pattern, expected) => {
  const stage = await Stage.open();
  const { visitor } = await stage.seat('supervisor');
  const query = new URLSearchParams({
    type: 'User',
    filterName: 'NamesOrPhoneNumberMatches',
    filterParameters: pattern,
  });
  const { contacts } = (await visitor.get(`/contacts?${query.toString()}`)).body as { contacts: Contact[] };
  expect(contacts.map(({ userName }) => userName)).toEqual(expected);
});

test('lists users by reference, by field, and one by one', async () => {
  const stage = await Stage.open();
  const { visitor, id } = await stage.seat('supervisor');
  expect((await visitor.get('/users')).body['uris']).toHaveLength(8);
  expect((await visitor.get('/users?fields=id,userName&limit=1')).body).toEqual({
    statusCode: 0,
    totalCount: 8,
    users: [{ id, userName: 'supervisor' }],
  });
  expect((await visitor.get(`/users/${id}`)).body['user']).toMatchObject({
    userName: 'supervisor',
    path: `/users/${id}`,
  });
});

test("returns an agent's chats to supervisors only", async () => {
  const stage = await Stage.open();
  const jonas = await stage.seat('jonas.weber');
  const path = `/users/${stage.idOf('ana.ruiz')}/chats?fields=*`;
  expect((await jonas.visitor.get(path)).body['statusCode']).toBe(5);
  expect((await jonas.visitor.get(`/users/${jonas.id}/chats?fields=*`)).body['chats']).toEqual([]);
});
