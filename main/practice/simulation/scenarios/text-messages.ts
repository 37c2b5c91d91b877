import type { Scenario } from '../scenario';
import { agent, agentCompletes, customer, customerLeaves, pause } from '../scenario';

/** Text messages are short, and days may pass between them. */
const deliverySlot: Scenario = {
  name: 'sms-delivery-slot',
  medium: 'sms',
  language: 'en',
  subject: 'Delivery slot',
  data: { ServiceType: 'OrderSupport', OrderNumber: 'D-77120', Priority: 40, Segment: 'Standard' },
  customers: [
    ['Nora', 'Whitfield'],
    ['Ian', 'Mackie'],
    ['Tess', 'Oyelaran'],
  ],
  beats: [
    customer('hi can i move my delivery to fri'),
    agent('Hello {customer}, {agent} here. Friday works: 8-12 or 14-18?'),
    pause(2),
    customer('14-18'),
    agent('Done. Friday 14-18. You get a text when the van is near.'),
    customer('what if im not in'),
    agent('The driver can leave it with a neighbour. Which number?'),
    pause(2),
    customer('nr 12 ta'),
    agent('Noted: number 12. Have a good day!'),
    customer('u2'),
    agentCompletes,
  ],
};

const codeNotComing: Scenario = {
  name: 'sms-code-missing',
  medium: 'sms',
  language: 'en',
  subject: 'Security code does not arrive',
  data: { ServiceType: 'Account', Priority: 80, Segment: 'Gold' },
  customers: [
    ['Marcus', 'Bell'],
    ['Yewande', 'Cole'],
    ['Petra', 'Lang'],
  ],
  beats: [
    customer('no code again. 3rd time'),
    customer('hello??'),
    agent('Sorry about that, {customer}. I am looking at it now.'),
    pause(2),
    customer('i need to pay rent TODAY'),
    agent('The codes went to an old number ending 31. Is your new one the one you text from?'),
    customer('yes!! changed it in may'),
    pause(2),
    agent('Changed. Please ask for a new code now.'),
    customer('got it. finally'),
    customerLeaves,
    agentCompletes,
  ],
};

export const textMessages: readonly Scenario[] = [deliverySlot, codeNotComing];
