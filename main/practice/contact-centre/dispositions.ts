/** Outcome codes: the stored name and the display name. */
export const dispositions = [
  { id: 'disposition-solved', name: 'Solved', displayName: 'Solved' },
  { id: 'disposition-follow-up', name: 'FollowUp', displayName: 'To be followed up' },
  { id: 'disposition-refund', name: 'Refund', displayName: 'Refund granted' },
  { id: 'disposition-complaint', name: 'Complaint', displayName: 'Complaint passed on' },
  { id: 'disposition-wrong-department', name: 'WrongDepartment', displayName: 'Wrong department' },
  { id: 'disposition-abandoned', name: 'Abandoned', displayName: 'Customer went away' },
] as const;
