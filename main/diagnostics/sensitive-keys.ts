export const removed = '[removed]';

/** Keys of names and texts, without case and separators. Their values are removed. */
export const sensitiveKeys: readonly string[] = [
  'text',
  'message',
  'messagetext',
  'noticetext',
  'lasttext',
  'lastmessage',
  'body',
  'content',
  'payload',
  'draft',
  'subject',
  'nickname',
  'name',
  'username',
  'firstname',
  'lastname',
  'fullname',
  'displayname',
  'customername',
  'agentname',
  'userdata',
  'customerdata',
  'email',
  'emailaddress',
  'phone',
  'phonenumber',
  'phonenumbers',
  'address',
  'host',
  'hostname',
  'servername',
];

const known = new Set(sensitiveKeys);
const secretPart = /password|passwd|passphrase|secret|token|cookie|csrf|xsrf|authoriz|credential|sessionid|apikey/;

export function isSensitiveKey(key: string): boolean {
  const plain = key.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return known.has(plain) || secretPart.test(plain);
}

/** Returns whether the key is an id, such as `chatId`, `id`, `agent_id`, `ids`. A part is kept to relate entries. */
export function isIdKey(key: string): boolean {
  return /^ids?$|(?:Id|ID|_id)s?$/.test(key);
}

/** Returns whether the key is a time, duration or amount rather than personal data. */
export function isMeasureKey(key: string): boolean {
  return /^(?:at|since|from|to)$|(?:At|Ms|Bytes|Seconds|[Tt]ime|[Ss]tamp|[Ss]eed|[Ii]ndex|[Ss]eq|[Cc]ount|[Ss]ize)$/.test(
    key,
  );
}
