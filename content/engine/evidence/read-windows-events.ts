import { describeColumns, type EvidenceColumn } from './evidence-column.ts';
import { readIsoTime } from './instants.ts';
import { ForwardSearch, readXmlElement, type XmlElement } from './read-xml.ts';

export interface WindowsEvents {
  readonly columns: readonly EvidenceColumn[];
  readonly events: readonly {
    /** EventRecordID; null where the event has none. */
    readonly id: string | null;
    readonly line: number;
    readonly cells: readonly string[];
    readonly raw: string;
  }[];
  readonly brokenLines: readonly number[];
}

const systemColumns = describeColumns(
  'TimeCreated:time EventID:integer Provider Channel Computer Level:integer EventRecordID:integer UserID ProcessID:integer',
);
/** Beyond this many names of data, the rest stands in `raw` only. */
const mostDataColumns = 120;

/**
 * Events of the Windows event log as XML, Sysmon's among them: `wevtutil qe /f:xml`, an export of the
 * viewer, or one event a line. Each `<Data Name="…">` is a column. A damaged event is counted by the
 * line on which it begins; the others are read.
 */
export function readWindowsEvents(text: string): WindowsEvents | null {
  const found: { line: number; raw: string; system: string[]; data: Map<string, string> }[] = [];
  const brokenLines: number[] = [];
  const search = new ForwardSearch(text);
  let counted = 0;
  let line = 1;
  for (const start of findEvents(text)) {
    for (; counted < start; counted += 1) if (text.charCodeAt(counted) === 10) line += 1;
    const event = readXmlElement(text, start, search);
    const system = event && findChild(event.element, 'System');
    if (!event || !system) {
      brokenLines.push(line);
      continue;
    }
    found.push({
      line,
      raw: text.slice(start, event.end),
      system: readSystem(system),
      data: readData(event.element),
    });
  }
  if (found.length === 0) return null;
  const names = new Set<string>();
  for (const { data } of found) {
    for (const name of data.keys()) if (names.size < mostDataColumns) names.add(name);
  }
  const dataColumns = [...names];
  return {
    columns: [
      ...systemColumns,
      ...dataColumns.map(
        (title) => ({ title, kind: title === 'UtcTime' ? 'time' : 'text' }) as const,
      ),
    ],
    events: found.map(({ line: at, raw, system, data }) => ({
      id: system[6] === '' ? null : (system[6] ?? null),
      line: at,
      raw,
      cells: [
        ...system,
        ...dataColumns.map((name) => {
          const value = data.get(name) ?? '';
          return name === 'UtcTime' ? readIsoTime(value) || value : value;
        }),
      ],
    })),
    brokenLines,
  };
}

/** Where each `<Event>` begins; `<Events>` and `<EventData>` are others. */
function* findEvents(text: string): Generator<number> {
  for (let at = text.indexOf('<Event'); at >= 0; at = text.indexOf('<Event', at + 6)) {
    if (/[\s>/]/.test(text[at + 6] ?? '')) yield at;
  }
}

function findChild({ children }: XmlElement, name: string): XmlElement | null {
  return children.find((child) => child.name === name) ?? null;
}

function readSystem(system: XmlElement): string[] {
  const text = (name: string): string => findChild(system, name)?.text.trim() ?? '';
  const attribute = (name: string, of: string): string =>
    findChild(system, name)?.attributes.get(of) ?? '';
  const time = attribute('TimeCreated', 'SystemTime');
  return [
    readIsoTime(time) || time,
    text('EventID'),
    attribute('Provider', 'Name'),
    text('Channel'),
    text('Computer'),
    text('Level'),
    text('EventRecordID'),
    attribute('Security', 'UserID'),
    attribute('Execution', 'ProcessID'),
  ];
}

/** EventData by the names of its data, nameless ones by number; UserData by the names of its elements. */
function readData(event: XmlElement): Map<string, string> {
  const data = new Map<string, string>();
  const own = findChild(event, 'EventData')?.children ?? [];
  for (const [index, { name, attributes, text }] of own.entries()) {
    if (name === 'Data') data.set(attributes.get('Name') ?? `Data${index + 1}`, text);
  }
  for (const { children } of findChild(event, 'UserData')?.children ?? []) {
    for (const { name, text } of children) data.set(name, text);
  }
  return data;
}
