const longestSubject = 72;

/**
 * Returns the commit message in the editor's text: without comments, and without what follows the scissors line of
 * `commit --verbose`.
 * @param {string} text
 */
export function messageText(text) {
  const [kept = ''] = text.split(/^# -+ >8 -+$/mu);
  return kept
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .trim();
}

/**
 * @param {string} message
 * @returns {string | null} the problem with the first line, or `null`
 */
export function subjectProblem(message) {
  const [subject = ''] = message.split('\n');
  if (/^(fixup|squash|amend)! /u.test(subject)) return null;
  const length = [...subject].length;
  return length > longestSubject ? `The subject has ${length} characters; ${longestSubject} is the most.` : null;
}
