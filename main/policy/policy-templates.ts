import { languageCodes } from '../../preload/contract/languages';
import type { PolicyEntry } from './policy-entries';

/** How a policy is presented to an administrator: a table, and the group policy templates of Windows. */

/** A Markdown table of all values, for docs/administration.md. */
export function policyTable(entries: readonly PolicyEntry[]): string {
  const rows = entries.map(({ name, text, initial, ...entry }) => {
    const isShort = initial !== null && initial.length <= 24;
    return [`\`${name}\``, valuesText(entry), isShort ? `\`${initial}\`` : '', text].map(cell);
  });
  const all = [['name', 'values', 'default', 'what it is'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => Array.from(row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

const markers = [
  '<!-- values: `npm run policy -- document docs/administration.md` -->',
  '<!-- end of values -->',
] as const;

/** Returns the page with this table between its markers. Throws without them. */
export function withTable(page: string, table: string): string {
  const [start, end] = markers.map((marker) => page.indexOf(marker));
  if (start === undefined || end === undefined || start < 0 || end < start) {
    throw new Error(`the page has no ${markers.join(' and ')}`);
  }
  return `${page.slice(0, start)}${markers[0]}\n\n${table}\n\n${page.slice(end)}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function valuesText({ kind, values, range }: Pick<PolicyEntry, 'kind' | 'values' | 'range'>): string {
  switch (kind) {
    case 'boolean':
      return '`true`, `false`';
    case 'choice':
      return choiceText(values);
    case 'number':
      return `${range.least} to ${range.most}`;
    case 'texts':
      return 'list of texts';
    case 'json':
      return 'JSON, see the schema';
  }
}

/** A page need not change with the languages of the console; the schema and the templates list them. */
function choiceText(values: readonly string[]): string {
  const codes: readonly string[] = languageCodes;
  const names = values.filter((value) => !codes.includes(value)).map((value) => `\`${value}\``);
  const isLanguage = names.length < values.length;
  return [...names, ...(isLanguage ? ['a language code such as `de`'] : [])].join(', ');
}

const key = String.raw`Software\Policies\Sightline`;
const head = '<?xml version="1.0" encoding="utf-8"?>';
const namespace = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';

/** The group policy template for Windows. Its texts are in `adml`. */
export function admx(entries: readonly PolicyEntry[]): string {
  return `${[
    head,
    `<policyDefinitions revision="1.0" schemaVersion="1.0" xmlns="${namespace}">`,
    '  <policyNamespaces><target prefix="sightline" namespace="Sightline.Policies.Console" /></policyNamespaces>',
    '  <resources minRequiredRevision="1.0" />',
    '  <categories><category name="Sightline" displayName="$(string.Sightline)" /></categories>',
    '  <policies>',
    ...entries.map(policyXml),
    '  </policies>',
    '</policyDefinitions>',
  ].join('\n')}\n`;
}

function policyXml({ name, kind, values, range }: PolicyEntry): string {
  const presentation = kind === 'boolean' ? '' : ` presentation="$(presentation.${name})"`;
  const start =
    `    <policy name="${name}" class="Both" displayName="$(string.${name})" explainText="$(string.${name}_explain)" ` +
    `key="${key}"${kind === 'boolean' ? ` valueName="${name}"` : ''}${presentation}>`;
  const items = values.map(
    (value) =>
      `          <item displayName="$(string.${name}_${value})"><value><string>${xml(value)}</string></value></item>`,
  );
  const attributes = `id="${name}" valueName="${name}"`;
  const parts: Readonly<Record<PolicyEntry['kind'], readonly string[]>> = {
    boolean: [
      '      <enabledValue><decimal value="1" /></enabledValue>',
      '      <disabledValue><decimal value="0" /></disabledValue>',
    ],
    choice: [`      <elements><enum ${attributes} required="true">`, ...items, '      </enum></elements>'],
    number: [`      <elements><decimal ${attributes} minValue="${range.least}" maxValue="${range.most}" /></elements>`],
    texts: [`      <elements><multiText ${attributes} /></elements>`],
    json: [`      <elements><text ${attributes} maxLength="16383" /></elements>`],
  };
  return [start, '      <parentCategory ref="Sightline" />', ...parts[kind], '    </policy>'].join('\n');
}

/** The English texts of `admx`. */
export function adml(entries: readonly PolicyEntry[]): string {
  const strings = entries.flatMap(({ name, text, kind, values }) => [
    [name, name],
    [`${name}_explain`, `${text}. Values: ${plain(kind, values)}.`],
    ...values.map((value) => [`${name}_${value}`, value]),
  ]);
  const presentations = entries.flatMap(({ name, kind }) => {
    const control: Readonly<Record<PolicyEntry['kind'], string | null>> = {
      boolean: null,
      choice: `<dropdownList refId="${name}">${name}</dropdownList>`,
      number: `<decimalTextBox refId="${name}">${name}</decimalTextBox>`,
      texts: `<multiTextBox refId="${name}">${name}</multiTextBox>`,
      json: `<textBox refId="${name}"><label>${name}</label></textBox>`,
    };
    const drawn = control[kind];
    return drawn === null ? [] : [`      <presentation id="${name}">${drawn}</presentation>`];
  });
  return `${[
    head,
    `<policyDefinitionResources revision="1.0" schemaVersion="1.0" xmlns="${namespace}">`,
    '  <displayName>Sightline</displayName>',
    '  <description>Settings of Sightline</description>',
    '  <resources>',
    '    <stringTable>',
    '      <string id="Sightline">Sightline</string>',
    ...strings.map(([id = '', text = '']) => `      <string id="${id}">${xml(text)}</string>`),
    '    </stringTable>',
    '    <presentationTable>',
    ...presentations,
    '    </presentationTable>',
    '  </resources>',
    '</policyDefinitionResources>',
  ].join('\n')}\n`;
}

function plain(kind: PolicyEntry['kind'], values: readonly string[]): string {
  return kind === 'choice'
    ? values.join(', ')
    : { boolean: 'on or off', number: 'a number', texts: 'one in each line', json: 'JSON' }[kind];
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
