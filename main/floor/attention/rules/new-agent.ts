import { reasonAtThreshold, secondsSince, type Rule } from '../rule-input';
import { startOf } from './long-handling';

/** Applies when the agent counts as new and the chat has lasted long enough. */
export const newAgent: Rule = (view) => {
  const { agent, settings } = view;
  if (agent === null) return null;
  const isNew =
    settings.newAgentIds.includes(agent.id) || agent.groups.some((group) => settings.newAgentGroups.includes(group));
  if (!isNew) return null;
  const since = startOf(view);
  return reasonAtThreshold('newAgent', view, secondsSince(since, view.now), { since });
};
