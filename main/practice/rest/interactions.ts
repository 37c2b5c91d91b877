import type { Answer } from '../contact-centre/operation-result';
import { refuse, StatusCode } from '../contact-centre/operation-result';
import { readContactHistory, readContent, readHistory, type HistoryQuery } from '../contact-centre/archive';
import type { ResourceCall } from './resource-call';
import { operate } from './resource-call';

export function operateOnInteraction(call: ResourceCall): Answer {
  return operate(call, {
    GetInteractionContent: ({ centre, person, ids }) => readContent(centre, person, ids[0] ?? ''),
  });
}

/** Accepts the documented wire date and ISO dates. */
function dateParameter(call: ResourceCall, name: string, otherwise: number): number | Answer {
  const text = call.parameters.text(name);
  if (text === null) return otherwise;
  const iso = text
    .replace(/^(\d{4}-\d\d-\d\d) ?/, '$1T')
    .replace(/T+/, 'T')
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const epochMs = Date.parse(iso);
  return Number.isNaN(epochMs) ? refuse(StatusCode.outOfRange, `Parameter ${name} is not a date`) : epochMs;
}

const USUAL_SIZE = 100;

function historyQuery(call: ResourceCall): HistoryQuery | Answer {
  const fromMs = dateParameter(call, 'fromDate', 0);
  const toMs = dateParameter(call, 'toDate', Number.MAX_SAFE_INTEGER);
  if (typeof fromMs !== 'number') return fromMs;
  if (typeof toMs !== 'number') return toMs;
  const sort = call.parameters.oneOf('sort', ['asc', 'desc'] as const);
  if (sort !== null && typeof sort !== 'string') return sort;
  return { fromMs, toMs, isDescending: sort !== 'asc', maxSize: USUAL_SIZE };
}

export function operateOnInteractions(call: ResourceCall): Answer {
  return operate(call, {
    RetrieveInteractionHistory: () => {
      const query = historyQuery(call);
      return 'statusCode' in query ? query : readHistory(call.centre, call.person, query);
    },
  });
}

export function operateOnContactInteractions(call: ResourceCall): Answer {
  return operate(call, {
    RetrieveContactHistory: () => {
      const query = historyQuery(call);
      return 'statusCode' in query ? query : readContactHistory(call.centre, call.person, query, call.ids[0] ?? '');
    },
  });
}
