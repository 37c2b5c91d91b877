export const removed = '[removed]';

/** Keys, without case and separators, under which people's words and names travel. Whatever stands there goes. */
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

/** `chatId`, `id`, `agent_id`, `ids`: enough is kept to join lines about one thing. */
export function isIdKey(key: string): boolean {
  return /^ids?$|(?:Id|ID|_id)s?$/.test(key);
}

/** Numbers that are a moment, a span or an amount and no person's. */
export function isMeasureKey(key: string): boolean {
  return /^(?:at|since|from|to)$|(?:At|Ms|Bytes|Seconds|[Tt]ime|[Ss]tamp|[Ss]eed|[Ii]ndex|[Ss]eq|[Cc]ount|[Ss]ize)$/.test(
    key,
  );
}
