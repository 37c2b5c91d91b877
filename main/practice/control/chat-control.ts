import type { Answer } from '../contact-centre/operation-result';
import type { CentreState } from '../contact-centre/centre-state';
import { changeData } from '../contact-centre/customer-data';
import { transfer } from '../contact-centre/handing-over';
import { accept, createChat, offerToAgent } from '../contact-centre/joining';
import { complete, customerLeaves, placeInQueue } from '../contact-centre/leaving';
import type { Chat, Customer, Party, Person } from '../contact-centre/model';
import { customerSpeaks, customerTypes, speak, typing } from '../contact-centre/speaking';
import { partyOf } from '../contact-centre/visibility';
import { leadAgentOf } from '../simulation/acting';
import type { ChatSimulator } from '../simulation/chat-simulator';
import { phoneNumberOf } from '../simulation/phone-number';
import { nicknameOf } from '../simulation/reflexes';
import type { NewChatRequest, PracticeControl } from './practice-control';
import { ControlRefusal } from './practice-control';
import type { DeliveryLog } from './delivery-log';

export interface ChatControlPorts {
  readonly centre: CentreState;
  readonly director: ChatSimulator;
  readonly deliveryLog: DeliveryLog;
  readonly unattended: Set<string>;
  readonly nicknameFor: (customer: Customer) => string;
}

export type ChatControl = Pick<
  PracticeControl,
  | 'chats'
  | 'startChat'
  | 'acceptOffer'
  | 'failNextJoin'
  | 'failLater'
  | 'customerSays'
  | 'customerTypes'
  | 'agentSays'
  | 'agentTypes'
  | 'customerLeaves'
  | 'endChat'
  | 'transferToQueue'
  | 'transferToAgent'
  | 'setUserData'
  | 'seenBy'
>;

function must(answer: Answer): void {
  if (answer.statusCode !== 0) throw new ControlRefusal(answer.statusMessage ?? 'refused');
}

export function personNamed(centre: CentreState, userName: string): Person {
  const person = centre.personByUserName(userName);
  if (person === null) throw new ControlRefusal(`no such user: ${userName}`);
  return person;
}

function chatWith(centre: CentreState, chatId: string): Chat {
  const chat = centre.chats.get(chatId);
  if (chat === undefined) throw new ControlRefusal(`no such chat: ${chatId}`);
  return chat;
}

/** Returns the named agent, or the one talking to the customer, or the one in wrap-up. */
function agentIn(centre: CentreState, chat: Chat, userName?: string): Party {
  const party =
    userName === undefined
      ? (leadAgentOf(chat) ?? chat.parties.findLast(({ role, state }) => role === 'agent' && state === 'LeftChat'))
      : partyOf(chat, personNamed(centre, userName).id);
  if (party === null || party === undefined) throw new ControlRefusal(`no agent in chat ${chat.id}`);
  return party;
}

function customerNamed(name: string): Customer {
  const [firstName = name, ...rest] = name.split(' ');
  return { firstName, lastName: rest.join(' ') };
}

function startChat(ports: ChatControlPorts, request: NewChatRequest): { chatId: string } {
  const { centre } = ports;
  const agent = personNamed(centre, request.agent);
  if (request.script !== undefined) {
    const chat = ports.director.play(request.script, agent);
    if (chat === null) throw new ControlRefusal(`no such script: ${request.script}`);
    if (request.isAccepted !== false) acceptAtOnce(centre, chat, agent);
    return { chatId: chat.id };
  }
  const customer = customerNamed(request.customer ?? 'Robin Vale');
  const subject = request.subject ?? 'Question about an order';
  const { firstName: FirstName, lastName: LastName } = customer;
  const chat = createChat(centre, {
    customer,
    medium: request.medium ?? 'chat',
    nickname: request.medium === 'sms' ? phoneNumberOf(customer) : ports.nicknameFor(customer),
    language: 'en',
    subject,
    userData: { FirstName, LastName, Subject: subject, ...request.userData },
  });
  ports.unattended.add(chat.id);
  offerToAgent(centre, chat, agent);
  ports.unattended.delete(chat.id);
  if (request.isAccepted !== false) acceptAtOnce(centre, chat, agent);
  return { chatId: chat.id };
}

function acceptAtOnce(centre: CentreState, chat: Chat, agent: Person): void {
  const party = partyOf(chat, agent.id);
  if (party === null) throw new ControlRefusal(`chat ${chat.id} was not offered to ${agent.userName}`);
  must(accept(centre, chat, party, nicknameOf(agent)));
}

function summaryOf(chat: Chat): ReturnType<PracticeControl['chats']>[number] {
  return {
    chatId: chat.id,
    medium: chat.medium,
    customer: `${chat.customer.firstName} ${chat.customer.lastName}`.trim(),
    language: chat.language,
    queueName: chat.queueName,
    isFinished: chat.finishedAt !== null,
    parties: chat.parties.map(({ nickname, role, state, visibility }) => ({ name: nickname, role, state, visibility })),
  };
}

function agentActs(ports: ChatControlPorts): Pick<ChatControl, 'agentSays' | 'agentTypes' | 'endChat'> {
  const { centre } = ports;
  return {
    agentSays: ({ chatId, text, agent, audience = 'All' }) => {
      const chat = chatWith(centre, chatId);
      const operation = audience === 'All' ? 'SendMessage' : 'SendToAgents';
      must(speak(centre, chat, agentIn(centre, chat, agent), { operation, audience, text }));
    },
    agentTypes: ({ chatId, isTyping, agent }) => {
      const chat = chatWith(centre, chatId);
      must(typing(centre, chat, agentIn(centre, chat, agent), 'All', isTyping));
    },
    endChat: ({ chatId }) => {
      const chat = chatWith(centre, chatId);
      ports.director.release(chatId);
      must(complete(centre, chat, agentIn(centre, chat)));
    },
  };
}

export function createChatControl(ports: ChatControlPorts): ChatControl {
  const { centre } = ports;
  const find = (chatId: string): Chat => chatWith(centre, chatId);
  return {
    ...agentActs(ports),
    chats: () => [...centre.chats.values()].map(summaryOf),
    startChat: (request) => startChat(ports, request),
    acceptOffer: ({ chatId, userName }) => {
      acceptAtOnce(centre, find(chatId), personNamed(centre, userName));
    },
    failNextJoin: ({ userName }) => {
      centre.failingJoins.add(personNamed(centre, userName).id);
    },
    failLater: ({ userName, operation, errorMessage = 'Request failed' }) => {
      centre.failingLater.set(personNamed(centre, userName).id, { operation, errorMessage });
    },
    customerSays: ({ chatId, text }) => {
      must(customerSpeaks(centre, find(chatId), text));
    },
    customerTypes: ({ chatId, isTyping }) => {
      must(customerTypes(centre, find(chatId), isTyping));
    },
    customerLeaves: ({ chatId }) => {
      must(customerLeaves(centre, find(chatId)));
    },
    transferToQueue: ({ chatId, queueName = 'Chat_General' }) => {
      const chat = find(chatId);
      placeInQueue(centre, chat, agentIn(centre, chat), queueName);
    },
    transferToAgent: ({ chatId, agent }) => {
      const chat = find(chatId);
      must(transfer(centre, chat, agentIn(centre, chat), { person: personNamed(centre, agent) }));
    },
    setUserData: ({ chatId, userData }) => {
      const chat = find(chatId);
      must(changeData(centre, chat, agentIn(centre, chat), { operation: 'UpdateUserData', set: userData }));
    },
    seenBy: ({ chatId, party }) => {
      const userId = party === 'customer' ? null : personNamed(centre, party).id;
      const seen = ports.deliveryLog.seenBy(find(chatId), userId, party);
      if (seen === null) throw new ControlRefusal(`${party} never took part in chat ${chatId}`);
      return seen;
    },
  };
}
