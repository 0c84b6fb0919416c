import type { EvidenceFormat } from '../format/drill-schema.ts';
import { describeColumns, type EvidenceColumn } from './evidence-column.ts';
import { readIsoTime, readWebLogTime, writeEpoch } from './instants.ts';
import type { LineHints, LineReader, ReadLine } from './line-reader.ts';
import { emptyDash, splitAddress, splitLogFields } from './log-fields.ts';
import { openSyslogReader } from './read-syslog.ts';

/** null: the format is not read line by line. */
export function openLineReader(format: EvidenceFormat, hints: LineHints): LineReader | null {
  switch (format) {
    case 'vpc-flow':
      return new FlowReader();
    case 's3-access':
      return accessReader;
    case 'alb':
      return balancerReader;
    case 'syslog':
      return openSyslogReader(hints.year ?? null);
    default:
      return null;
  }
}

/** VPC flow logs, version 2, the order where no header line says another (AWS, "Flow log records"). */
const flowFields =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status'.split(
    ' ',
  );
const flowNumbers = new Set(
  'version srcport dstport protocol packets bytes start end tcp-flags traffic-path'.split(' '),
);

class FlowReader implements LineReader {
  #fields: readonly string[] = flowFields;
  columns: readonly EvidenceColumn[] = nameFlowColumns(flowFields);
  readonly timeColumn = 'time';
  readonly idColumn = -1;

  read(line: string): ReadLine {
    const fields = line.trim().split(/\s+/);
    if (fields.includes('srcaddr') || fields.includes('interface-id')) {
      this.#fields = fields;
      this.columns = nameFlowColumns(fields);
      return 'header';
    }
    if (fields.length !== this.#fields.length) return 'broken';
    const start = fields[this.#fields.indexOf('start')] ?? '';
    return [/^\d{1,12}$/.test(start) ? writeEpoch(Number(start)) : '', ...fields.map(emptyDash)];
  }
}

/** `time` is `start` as an instant. */
function nameFlowColumns(fields: readonly string[]): readonly EvidenceColumn[] {
  return [
    { title: 'time', kind: 'time' },
    ...fields.map((title) => ({
      title,
      kind: flowNumbers.has(title) ? ('integer' as const) : ('text' as const),
    })),
  ];
}

/** Amazon S3 server access log (AWS, "Amazon S3 server access log format"). */
const accessColumns = describeColumns(`
  time:time bucket_owner bucket remote_ip requester request_id operation key request_uri
  http_status:integer error_code bytes_sent:integer object_size:integer total_time:integer
  turn_around_time:integer referrer user_agent version_id host_id signature_version cipher_suite
  authentication_type host_header tls_version access_point_arn acl_required`);

const accessReader: LineReader = {
  columns: accessColumns,
  timeColumn: 'time',
  idColumn: accessColumns.findIndex(({ title }) => title === 'request_id'),
  read: (line) => {
    const fields = splitLogFields(line.trimEnd());
    if (!fields || fields.length < 17) return 'broken';
    const [owner, bucket, written = '', ...rest] = fields;
    const time = readWebLogTime(written);
    if (time === '') return 'broken';
    const cells = [owner, bucket, ...rest].map(emptyDash);
    return accessColumns.map((_, index) => (index === 0 ? time : (cells[index - 1] ?? '')));
  },
};

/** Application Load Balancer access log (AWS, "Access log entries"), with Athena's column names. */
const balancerColumns = describeColumns(`
  time:time type elb client_ip client_port:integer target_ip target_port:integer
  request_processing_time:real target_processing_time:real response_processing_time:real
  elb_status_code:integer target_status_code:integer received_bytes:integer sent_bytes:integer
  request_verb request_url request_proto user_agent ssl_cipher ssl_protocol target_group_arn
  trace_id domain_name chosen_cert_arn matched_rule_priority request_creation_time:time
  actions_executed redirect_url error_reason target_port_list target_status_code_list
  classification classification_reason conn_trace_id`);

const balancerReader: LineReader = {
  columns: balancerColumns,
  timeColumn: 'time',
  // Every request has one, but a client may send its own: it is no id.
  idColumn: -1,
  read: (line) => {
    const fields = splitLogFields(line.trimEnd());
    if (!fields || fields.length < 17) return 'broken';
    const [type, written = '', elb, client = '', target = '', ...rest] = fields;
    const time = readIsoTime(written);
    if (time === '') return 'broken';
    const numbers = rest.slice(0, 7);
    const [verb, url, protocol] = splitRequest(rest[7] ?? '');
    const cells = [
      type,
      elb,
      ...splitAddress(client),
      ...splitAddress(emptyDash(target)),
      ...numbers,
      verb,
      url,
      protocol,
      ...rest.slice(8),
    ].map(emptyDash);
    return balancerColumns.map((_, index) => (index === 0 ? time : (cells[index - 1] ?? '')));
  },
};

/** `GET https://shop.example:443/a b HTTP/1.1`: what lies between the first and the last space is the address. */
function splitRequest(request: string): readonly [verb: string, url: string, protocol: string] {
  const first = request.indexOf(' ');
  const last = request.lastIndexOf(' ');
  if (first < 0 || first === last) return ['', request, ''];
  return [request.slice(0, first), request.slice(first + 1, last), request.slice(last + 1)];
}
