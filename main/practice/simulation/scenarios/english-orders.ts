import type { Scenario } from '../scenario';
import { agent, agentCompletes, customer, customerLeaves, hesitates, pause } from '../scenario';

const lateParcel: Scenario = {
  name: 'angry-late-parcel',
  language: 'en',
  subject: 'Parcel late for the third time',
  data: { ServiceType: 'OrderSupport', OrderNumber: 'A-209114', Priority: 90, Segment: 'Gold', PreviousContacts: 4 },
  customers: [
    ['Rebecca', 'Thornton'],
    ['Gareth', 'Llewellyn'],
    ['Dominic', 'Achebe'],
  ],
  beats: [
    customer('Is anyone there?'),
    agent('Good morning {customer}, {agent} here. How can I help you today?'),
    customer('You can help by sending me the parcel I paid for THREE WEEKS ago.'),
    agent('I am sorry about that. May I have the order number, please?'),
    customer('A-209114. I have given it to four of your colleagues already.'),
    hesitates,
    customer('Every single time I am told "it leaves tomorrow". It never leaves!'),
    agent('Thank you, I have it in front of me. One moment while I check with the warehouse.'),
    pause(2),
    customer('This is a joke. It was a birthday present and the birthday was on Saturday.'),
    agent(
      'I understand how disappointing that is. The carrier shows a wrong postcode, which is why it went back twice.',
    ),
    customer('So it is your fault, you admit it. I want to speak to somebody who can actually decide something.'),
    agent('I can send a replacement by express today, free of charge, and refund the delivery.'),
    customer('That is what the last one said. Why should I believe you?'),
    pause(2),
    agent('Fair question. The new tracking number is already active: https://track.example.com/EX-77120934'),
    customer('...fine. If it is not here tomorrow I will cancel everything and I will write about it.'),
    agent('It will be there before noon. I have put my name on the case, so you will not have to explain it again.'),
    customer('We will see.'),
    agentCompletes,
  ],
};

const threeTimesRefund: Scenario = {
  name: 'refund-three-times',
  language: 'en',
  subject: 'Refund for a returned jacket',
  data: { ServiceType: 'Returns', OrderNumber: 'R-55102', Priority: 50, Segment: 'Standard', Amount: 129.9 },
  customers: [
    ['Olivia', 'Marsh'],
    ['Benjamin', 'Castellanos'],
    ['Wren', 'Abernathy'],
  ],
  beats: [
    customer('Hi, I returned a jacket two weeks ago and I would like my refund please.'),
    agent('Hello {customer}! Of course. Do you have the return number?'),
    customer('R-55102, the green one in size M.'),
    agent('Thanks. I can offer you a voucher of 150 for the inconvenience.'),
    customer('That is kind, but I would rather have the refund.'),
    pause(1),
    agent('The voucher is worth more than you paid and is valid for two years.'),
    hesitates,
    customer('I asked for a refund. Can I get my money back or not?'),
    agent('Let me see what I can do. Another option would be an exchange for this season’s model.'),
    customer('This is the third time I ask: I want a REFUND. To my card. Please.'),
    pause(2),
    agent('You are right, and I apologise for going round in circles. I have just released the refund of 129.90.'),
    customer('Thank you. When will it be on my account?'),
    agent('Within three working days. You get an e-mail confirmation in a few minutes.'),
    customer('Got the e-mail. Thanks, bye.'),
    agentCompletes,
  ],
};

const emojiBirthday: Scenario = {
  name: 'emoji-gift',
  language: 'en',
  subject: 'Gift wrapping and a note',
  data: { ServiceType: 'OrderSupport', OrderNumber: 'A-310077', Priority: 30, Segment: 'Silver' },
  customers: [
    ['Chloe', 'Bennett'],
    ['Ravi', 'Menon'],
    ['Saoirse', 'Gallagher'],
  ],
  beats: [
    customer('hiii 👋 can you still add gift wrapping to my order?? 🎁'),
    agent('Hi {customer}! Yes, it leaves the warehouse at 16:00, so we still have time. 🙂'),
    customer('omg amazing 🥳🥳 it’s for my sister, she turns 30 👩🏽‍🎤'),
    agent('Lovely! Would you like a card with a few words?'),
    customer('yes!! “Happy birthday Mel ❤️‍🔥 from your favourite (only) sister 😂”'),
    hesitates,
    customer('can emojis be printed? 🤔'),
    agent('They can, in colour. Wrapping is “Midnight blue” or “Lemon” — which one?'),
    customer('🍋🍋🍋'),
    agent('Lemon it is. All set, no extra charge for members.'),
    customer('you’re the best 🙏✨ have a great day!!'),
    agent('You too, and happy birthday to Mel! 🎉'),
    agentCompletes,
  ],
};

const changedMind: Scenario = {
  name: 'customer-walks-away',
  language: 'en',
  subject: 'Which laptop bag fits?',
  data: { ServiceType: 'Sales', Priority: 20, Segment: 'New', Referrer: null },
  customers: [
    ['Theodore', 'Okonkwo-Richardson'],
    ['Alice', 'Ng'],
    ['Marta', 'Kowalczyk'],
  ],
  beats: [
    customer('Hello, does the Trail bag fit a 16 inch laptop?'),
    agent('Hello {customer}, welcome! Let me look up the inner size for you.'),
    pause(2),
    customer('The page only says "most laptops".'),
    hesitates,
    agent('The inner pocket is 36 × 25 cm. Which laptop do you have?'),
    pause(3),
    customer('36 is too tight I think. Never mind, I found another one elsewhere.'),
    customerLeaves,
    pause(2),
    agentCompletes,
  ],
};

export const englishOrders: readonly Scenario[] = [lateParcel, threeTimesRefund, emojiBirthday, changedMind];
