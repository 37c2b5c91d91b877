import type { Scenario } from '../scenario';
import { agent, agentCompletes, backToQueue, customer, hesitates, pause, transfers, whisper } from '../scenario';

const broadbandOutage: Scenario = {
  name: 'broadband-agent-goes-silent',
  language: 'en',
  subject: 'No internet since last night',
  data: {
    ServiceType: 'TechnicalSupport',
    LineNumber: '020-5550-144',
    Priority: 70,
    Segment: 'Standard',
    Router: 'HX-4',
  },
  customers: [
    ['Philippa', 'Ashworth'],
    ['Idris', 'Bello'],
    ['Gwendolyn', 'Featherstonehaugh-Smythe'],
  ],
  beats: [
    customer('My internet has been down since yesterday evening, I work from home and I need it.'),
    agent('Hello {customer}, that is no fun. Which lights are on at the router?'),
    customer('Power is green, the one with the globe blinks orange.'),
    agent('Thanks. I am running a line test, it takes about a minute.'),
    pause(2),
    customer('Ok, waiting.'),
    pause(5),
    customer('Any result?'),
    pause(2),
    hesitates,
    customer('Hello? Are you still there?'),
    pause(3),
    customer('I have a meeting in ten minutes. Please say something.'),
    pause(4),
    customer('Unbelievable.'),
    pause(12),
    agent('{customer}, I am so sorry: my workstation froze in the middle of the test. I am back.'),
    customer('I had to cancel my meeting.'),
    agent('I understand. The test shows a fault at the cabinet in your street; a technician is already on the way.'),
    customer('Alright. Please make sure they call first.'),
    agentCompletes,
  ],
};

const cardLost: Scenario = {
  name: 'card-lost-transfer',
  language: 'en',
  subject: 'Card lost abroad',
  data: { ServiceType: 'CardServices', Priority: 95, Segment: 'Premium', Country: 'PT', CardEnding: '4471' },
  customers: [
    ['Adaeze', 'Nwosu'],
    ['William', 'Prescott'],
    ['Freja', 'Holm'],
  ],
  beats: [
    customer('URGENT I lost my card in Lisbon, please block it!!'),
    agent('I am on it, {customer}. Does the card end with 4471?'),
    customer('Yes. I last used it about an hour ago in a café.'),
    agent('It is blocked as of this minute. Nothing was charged after your café.'),
    customer('Thank God. But now I have no cash and my flight is on Sunday.'),
    whisper('Emergency cash needs the card team’s approval, I will hand this one over.'),
    agent('Our card team can arrange emergency cash at a partner desk near you. I am transferring you now.'),
    customer('OK please hurry'),
    transfers,
    pause(2),
    agent(
      'Hello {customer}, card team here. I see you are near Rossio: there is a desk two streets away, open until 22:00.',
    ),
    customer('Perfect, what do I need?'),
    agent('Your passport and this code: LX-2291. The new card will be at your home on Tuesday.'),
    customer('You saved my trip, thank you so much.'),
    agentCompletes,
  ],
};

const doubleCharge: Scenario = {
  name: 'double-charge-queue',
  language: 'en',
  subject: 'Charged twice in November',
  data: { ServiceType: 'Billing', InvoiceNumber: 'INV-88120', Priority: 60, Segment: 'Standard', Balance: 49.98 },
  customers: [
    ['Marcus', 'Delacroix'],
    ['Noor', 'Van den Berg'],
    ['Eun-ji', 'Park'],
  ],
  beats: [
    customer('Good afternoon. My invoice INV-88120 was charged twice.'),
    agent('Good afternoon {customer}, let me open that invoice.'),
    customer('Twice 24.99 on the same day, my bank confirms both.'),
    pause(2),
    agent('I see the two bookings. This needs our payments team, I am placing you in their queue.'),
    customer('Will I have to explain it all again?'),
    agent('No, they will read everything we wrote here.'),
    backToQueue,
    pause(3),
    agent('Hello {customer}, payments team. I have read the chat: the second booking is being reversed right now.'),
    customer('That was quick! Do I get something in writing?'),
    agent('The credit note is on its way to your e-mail address.'),
    customer('Great service, thanks.'),
    agentCompletes,
  ],
};

const claim: Scenario = {
  name: 'cancelled-flight',
  language: 'en',
  subject: 'Flight cancelled, family of five',
  data: { ServiceType: 'TravelClaims', BookingCode: 'QX7T2P', Priority: 85, Segment: 'Family', Passengers: 5 },
  customers: [
    ['Samantha', 'Reyes'],
    ['Tunde', 'Adeyemi'],
    ['Karolina', 'Vášová'],
  ],
  beats: [
    customer(
      'Our flight home was cancelled and the app says "no alternatives". We are five people, two of them small children.',
    ),
    agent('I am so sorry, {customer}. Let me look at every airline, not only ours.'),
    customer('We are sitting on the floor at gate B12.'),
    hesitates,
    customer('The little one has a fever too.'),
    agent(
      'Thank you for telling me, I am marking the booking as urgent. Is tomorrow 06:40 through Vienna possible for you?',
    ),
    customer('All five of us together?'),
    pause(2),
    agent('All five, seats 14A to 14E. And a hotel room at the airport tonight, with a doctor on call.'),
    customer('Yes!! Please book it. Who pays for the hotel?'),
    agent('We do, including dinner and the shuttle. The vouchers are at https://travel.example.com/v/QX7T2P'),
    customer('I could cry. Thank you.'),
    agent('Get some rest, all of you. I will keep an eye on the flight.'),
    agentCompletes,
  ],
};

export const englishService: readonly Scenario[] = [broadbandOutage, cardLost, doubleCharge, claim];
