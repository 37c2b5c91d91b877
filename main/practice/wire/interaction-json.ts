import type { Interaction, Person } from '../contact-centre/model';
import { dataJson } from './chat-json';
import { wireDate } from './dates';
import type { WireFormat } from './wire-format';
import { reference } from './wire-format';

/** A finished or running chat as the history returns it. */
export function interactionJson(dialect: WireFormat, interaction: Interaction): Record<string, unknown> {
  const { quirks } = dialect;
  const { id, mediaType, contactId, owner, receivedAt, finishedAt, subject } = interaction;
  return {
    id,
    ...reference(dialect, `/ucs/interactions/${id}`),
    mediaType,
    typeId: 'Inbound',
    state: finishedAt === null ? 'InProcess' : 'Stopped',
    startDate: wireDate(receivedAt, quirks),
    ...(finishedAt === null ? {} : { endDate: wireDate(finishedAt, quirks) }),
    subject,
    ...(contactId === null ? {} : { contactId }),
    ...(owner === null ? {} : { ownerInformation: ownerJson(owner) }),
    userData: dataJson(interaction, dialect),
  };
}

function ownerJson({ id, userName, firstName, lastName }: Person): Record<string, unknown> {
  return { id, userName, firstName, lastName };
}
