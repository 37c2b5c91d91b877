const longestSubject = 72;

/**
 * What a commit will hold of the text in the editor: no comments, and nothing below the scissors of `commit --verbose`.
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
 * @returns {string | null} what is wrong with its first line
 */
export function subjectProblem(message) {
  const [subject = ''] = message.split('\n');
  if (/^(fixup|squash|amend)! /u.test(subject)) return null;
  const length = [...subject].length;
  return length > longestSubject ? `The subject has ${length} characters; ${longestSubject} is the most.` : null;
}
