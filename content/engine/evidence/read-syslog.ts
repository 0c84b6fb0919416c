import { describeColumns } from './evidence-column.ts';
import { readIsoTime, readSyslogTime } from './instants.ts';
import type { LineReader, ReadLine } from './line-reader.ts';

const columns = describeColumns(
  'time:time stamp host app pid facility severity message msgid structured_data',
);
const severities = 'emerg alert crit err warning notice info debug'.split(' ');
const facilities =
  'kern user mail daemon auth syslog lpr news uucp cron authpriv ftp ntp audit alert clock local0 local1 local2 local3 local4 local5 local6 local7'.split(
    ' ',
  );

/**
 * Syslog as RFC 5424 writes it, as BSD did (RFC 3164), and as today's files hold it: with an ISO time
 * and without the priority. `stamp` is the time as written; `time` is empty where it names no year
 * and none is given.
 */
export function openSyslogReader(year: number | null): LineReader {
  return {
    columns,
    timeColumn: 'time',
    idColumn: -1,
    read: (line) => readSyslogLine(line.replace(/\r$/, ''), year),
  };
}

function readSyslogLine(line: string, year: number | null): ReadLine {
  const priority = /^<(\d{1,3})>/.exec(line);
  const value = Number(priority?.[1]);
  if (priority && value > 191) return 'broken';
  const facility = priority ? (facilities[Math.floor(value / 8)] ?? '') : '';
  const severity = priority ? (severities[value % 8] ?? '') : '';
  const rest = line.slice(priority?.[0].length ?? 0);
  const structured = /^1 (\S+) (\S+) (\S+) (\S+) (\S+) /.exec(rest);
  if (structured) {
    const [head, stamp = '', host = '', app = '', pid = '', msgid = ''] = structured;
    const data = splitStructuredData(rest.slice(head.length));
    const time = readIsoTime(stamp);
    if (data === null || (time === '' && stamp !== '-')) return 'broken';
    const cells = [stamp, host, app, pid].map((cell) => (cell === '-' ? '' : cell));
    const message = data.message.replace(/^\uFEFF/, '');
    return [time, ...cells, facility, severity, message, msgid === '-' ? '' : msgid, data.data];
  }
  const old = /^([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S+) (\S+) (.*)$/.exec(rest);
  if (!old) return 'broken';
  const [, stamp = '', host = '', said = ''] = old;
  const time = readIsoTime(stamp) || readSyslogTime(stamp, year);
  const tag = /^([^\s:[]{1,64})(?:\[([^\]\s]{1,32})\])?: ?/.exec(said);
  const message = said.slice(tag?.[0].length ?? 0);
  return [time, stamp, host, tag?.[1] ?? '', tag?.[2] ?? '', facility, severity, message, '', ''];
}

/** `-` or `[id name="value" …]…`, then the message; null where a bracket never closes. */
function splitStructuredData(rest: string): { data: string; message: string } | null {
  if (rest === '-' || rest.startsWith('- ')) return { data: '', message: rest.slice(2) };
  if (!rest.startsWith('[')) return null;
  let quoted = false;
  for (let at = 0; at < rest.length; at += 1) {
    const character = rest[at];
    if (character === '\\' && quoted) at += 1;
    else if (character === '"') quoted = !quoted;
    else if (character === ']' && !quoted && rest[at + 1] !== '[') {
      return { data: rest.slice(0, at + 1), message: rest.slice(at + 2) };
    }
  }
  return null;
}
