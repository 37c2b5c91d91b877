export interface Persona {
  readonly userName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly team: string;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
}

const member = (
  userName: string,
  name: readonly [firstName: string, lastName: string],
  team: string,
  talents: { readonly skills: readonly string[]; readonly languages: readonly string[] },
): Persona => ({ userName, firstName: name[0], lastName: name[1], team, ...talents });

const orders = ['Orders', 'Returns'];
const billing = ['Billing', 'Refunds'];
const technical = ['Broadband', 'Devices'];
const travel = ['Bookings', 'Claims'];

export const supervisorCast: readonly Persona[] = [
  member('supervisor', ['Imani', 'Okafor'], 'Supervision', { skills: ['Coaching'], languages: ['en', 'fr'] }),
  member('omar.haddad', ['Omar', 'Haddad'], 'Supervision', { skills: ['Coaching'], languages: ['en', 'ar'] }),
];

const shop = 'Retail Care';
const money = 'Accounts & Billing';
const tech = 'Technical Support';
const trips = 'Travel Desk';

/** Chosen so that lists show long, short, accented and non-Latin names on the first screen. */
export const agentCast: readonly Persona[] = [
  member('ana.ruiz', ['Ana', 'Ruiz'], shop, { skills: orders, languages: ['en', 'es'] }),
  member('jonas.weber', ['Jonas', 'Weber'], shop, { skills: orders, languages: ['de', 'en'] }),
  member('camille.rousseau', ['Camille', 'Rousseau'], money, { skills: billing, languages: ['fr', 'en'] }),
  member('layla.mansour', ['ليلى', 'منصور'], trips, { skills: travel, languages: ['ar', 'en'] }),
  member('haruka.sato', ['佐藤', '遥'], tech, { skills: technical, languages: ['ja', 'en'] }),
  member('tom.field', ['Tom', 'Field'], tech, { skills: technical, languages: ['en'] }),
  member('priya.n', ['Priya', 'Narayanaswamy-Venkataraman'], money, { skills: billing, languages: ['en'] }),
  member('mateo.silva', ['Mateo', 'Silva'], trips, { skills: travel, languages: ['es', 'pt', 'en'] }),
  member('zofia.w', ['Zofia', 'Wiśniewska'], shop, { skills: orders, languages: ['en', 'de'] }),
  member('sean.obrien', ['Seán', 'O’Brien'], tech, { skills: technical, languages: ['en'] }),
  member('hannah.schulz', ['Hannah', 'Schulz'], money, { skills: billing, languages: ['de', 'en'] }),
  member('lucia.moreno', ['Lucía', 'Moreno'], shop, { skills: orders, languages: ['es', 'en'] }),
  member('bo.li', ['Bo', 'Li'], tech, { skills: technical, languages: ['en'] }),
  member('ines.d', ['Inès', 'de La Rochefoucauld'], trips, { skills: travel, languages: ['fr', 'en'] }),
  member('kwame.mensah', ['Kwame', 'Mensah'], shop, { skills: orders, languages: ['en', 'fr'] }),
  member('yusuf.demir', ['Yusuf', 'Demir'], tech, { skills: technical, languages: ['en', 'de'] }),
  member('olga.s', ['Ольга', 'Соколова'], money, { skills: billing, languages: ['en'] }),
  member('noor.ali', ['Noor', 'Ali'], trips, { skills: travel, languages: ['ar', 'en'] }),
  member('ken.tanaka', ['田中', '健'], tech, { skills: technical, languages: ['ja', 'en'] }),
  member('grace.kim', ['Grace', 'Kim'], shop, { skills: orders, languages: ['en'] }),
  member('david.n', ['David', 'Ngcobo'], money, { skills: billing, languages: ['en'] }),
  member('freya.lind', ['Freya', 'Lindström'], tech, { skills: technical, languages: ['en', 'de'] }),
  member('pablo.g', ['Pablo', 'Gutiérrez'], money, { skills: billing, languages: ['es', 'en'] }),
  member('maya.cohen', ['Maya', 'Cohen'], trips, { skills: travel, languages: ['en'] }),
];

export const extraFirstNames: readonly string[] = [
  'Amir',
  'Bea',
  'Carlos',
  'Dana',
  'Elena',
  'Felix',
  'Gita',
  'Henrik',
  'Irene',
  'Jamal',
  'Klara',
  'Liam',
  'Mina',
  'Nadia',
  'Oscar',
  'Petra',
  'Quentin',
  'Rosa',
  'Stefan',
  'Tariq',
  'Uma',
  'Viktor',
  'Wanda',
  'Yara',
  'Zoe',
];

export const extraLastNames: readonly string[] = [
  'Andersson',
  'Bauer',
  'Castillo',
  'Dubois',
  'Eriksen',
  'Fischer',
  'Gupta',
  'Hughes',
  'Ivanov',
  'Jansen',
  'Khan',
  'Laurent',
  'Martins',
  'Novak',
  'Owusu',
  'Patel',
  'Quinn',
  'Rossi',
  'Singh',
  'Torres',
  'Umar',
  'Vargas',
  'Walsh',
  'Yilmaz',
  'Zimmermann',
];
