import type { EvidenceFormat } from '../format/drill-schema.ts';
import type { ColumnKind, EvidenceColumn } from './evidence-column.ts';
import { readIsoTime, writeEpoch } from './instants.ts';
import { isRecord, readMember, readPath, writeCell } from './json-members.ts';

/** A column of a JSON format: its title, and the paths at which its value may stand, first one first. */
export interface JsonColumn extends EvidenceColumn {
  readonly paths: readonly string[];
  /** What else gives the cell, out of the whole record. */
  readonly derive?: (record: unknown) => string;
}

export interface JsonFormat {
  readonly columns: readonly JsonColumn[];
  readonly timeColumn: string;
  /** The path of the record's own id. */
  readonly key: string;
  /** Members that hold the list of records in a file that is one document. */
  readonly lists: readonly string[];
}

/** null: the format is no list of JSON records with columns of its own. */
export function findJsonFormat(format: EvidenceFormat): JsonFormat | null {
  return formats[format] ?? null;
}

/** The cells of a record. Texts of a `time` column become UTC where they are a time. */
export function readJsonCells(format: JsonFormat, record: unknown): readonly string[] {
  return format.columns.map(({ kind, paths, derive }) => {
    if (derive) return derive(record);
    for (const path of paths) {
      const value = readPath(record, path);
      if (value === undefined || value === null) continue;
      const cell = writeCell(value);
      return kind === 'time' ? readIsoTime(cell) || cell : cell;
    }
    return '';
  });
}

function column(title: string, kind: ColumnKind = 'text', ...others: string[]): JsonColumn {
  return { title, kind, paths: [title, ...others] };
}

const issuer = 'userIdentity.sessionContext.sessionIssuer';

/** Events of AWS CloudTrail ("CloudTrail record contents"). */
export const cloudTrailFormat: JsonFormat = {
  columns: [
    column('eventTime', 'time'),
    column('eventName'),
    column('eventSource'),
    column('awsRegion'),
    column('sourceIPAddress'),
    column('userAgent'),
    column('errorCode'),
    column('errorMessage'),
    column('userIdentity.type'),
    // A role’s session carries its name one level down, as the console shows it.
    column('userIdentity.userName', 'text', `${issuer}.userName`),
    column('userIdentity.accessKeyId'),
    column('userIdentity.arn'),
    column('readOnly'),
    column('eventType'),
    column('recipientAccountId'),
    column('requestParameters', 'json'),
    column('responseElements', 'json'),
    column('eventID'),
    column('userIdentity.accountId'),
    column('userIdentity.principalId'),
    column('userIdentity.invokedBy'),
    { title: 'sessionIssuer.arn', kind: 'text', paths: [`${issuer}.arn`] },
    column('resources', 'json'),
  ],
  timeColumn: 'eventTime',
  key: 'eventID',
  lists: ['Records', 'events'],
};

/** AWS WAF ("Log fields for protection pack traffic"). */
const firewallFormat: JsonFormat = {
  columns: [
    { title: 'time', kind: 'time', paths: [], derive: (record) => readMilliseconds(record) },
    column('action'),
    column('httpRequest.clientIp'),
    column('httpRequest.country'),
    column('httpRequest.httpMethod'),
    column('httpRequest.uri'),
    column('httpRequest.args'),
    column('terminatingRuleId'),
    column('terminatingRuleType'),
    { title: 'host', kind: 'text', paths: [], derive: (record) => readHeader(record, 'host') },
    {
      title: 'user_agent',
      kind: 'text',
      paths: [],
      derive: (record) => readHeader(record, 'user-agent'),
    },
    column('httpRequest.httpVersion'),
    column('responseCodeSent', 'integer'),
    column('labels', 'json'),
    column('ruleGroupList', 'json'),
    column('nonTerminatingMatchingRules', 'json'),
    column('httpRequest.headers', 'json'),
    column('httpSourceName'),
    column('httpSourceId'),
    column('webaclId'),
    column('httpRequest.requestId'),
  ],
  timeColumn: 'time',
  key: 'httpRequest.requestId',
  lists: ['Records', 'logs'],
};

function readMilliseconds(record: unknown): string {
  const value = readMember(record, 'timestamp');
  return typeof value === 'number' ? writeEpoch(value / 1000) : readIsoTime(writeCell(value));
}

/** A request's header by its name in lower case. */
function readHeader(record: unknown, wanted: string): string {
  const headers = readPath(record, 'httpRequest.headers');
  if (!Array.isArray(headers)) return '';
  const header = (headers as unknown[]).find(
    (one) => writeCell(readMember(one, 'name')).toLowerCase() === wanted,
  );
  return writeCell(readMember(header, 'value'));
}

/** Findings of Amazon GuardDuty, as the API writes them (Type) and as they are exported (type). */
const findingFormat: JsonFormat = {
  columns: [
    'Service.EventFirstSeen:time',
    'Service.EventLastSeen:time',
    'Type',
    'Severity:real',
    'Title',
    'Description',
    'AccountId',
    'Region',
    'Resource.ResourceType',
    'Resource.AccessKeyDetails.UserName',
    'Resource.AccessKeyDetails.AccessKeyId',
    'Resource.InstanceDetails.InstanceId',
    'Service.Action.ActionType',
    'Service.Action.AwsApiCallAction.Api',
    'Service.Action.AwsApiCallAction.RemoteIpDetails.IpAddressV4',
    'Service.Action.NetworkConnectionAction.RemoteIpDetails.IpAddressV4',
    'Service.Count:integer',
    'Service.Archived',
    'CreatedAt:time',
    'UpdatedAt:time',
    'Resource:json',
    'Service:json',
    'Id',
  ].map((entry): JsonColumn => {
    const [title = '', kind = 'text'] = entry.split(':');
    return { title, kind: kind as ColumnKind, paths: [title, lowerEachFirst(title)] };
  }),
  timeColumn: 'Service.EventFirstSeen',
  key: 'Id',
  lists: ['Findings', 'findings'],
};

function lowerEachFirst(path: string): string {
  return path
    .split('.')
    .map((name) => name.charAt(0).toLowerCase() + name.slice(1))
    .join('.');
}

/** Route 53 Resolver query logs ("Values that appear in VPC Resolver query logs"). */
const resolverFormat: JsonFormat = {
  columns: [
    column('query_timestamp', 'time'),
    column('query_name'),
    column('query_type'),
    column('rcode'),
    column('srcaddr'),
    column('srcids.instance'),
    column('answers', 'json'),
    column('srcport', 'integer'),
    column('transport'),
    column('query_class'),
    column('vpc_id'),
    column('account_id'),
    column('region'),
    column('firewall_rule_action'),
    column('firewall_domain_list_id'),
    column('firewall_rule_group_id'),
    column('srcids', 'json'),
  ],
  timeColumn: 'query_timestamp',
  // These logs have none: a record is cited by its line.
  key: '',
  lists: ['Records'],
};

/** An identity provider's system log, as Okta's System Log API writes events. */
const identityFormat: JsonFormat = {
  columns: [
    column('published', 'time'),
    column('eventType'),
    column('actor.alternateId'),
    column('outcome.result'),
    column('client.ipAddress'),
    column('displayMessage'),
    column('outcome.reason'),
    column('severity'),
    column('actor.displayName'),
    column('actor.type'),
    column('actor.id'),
    column('target.0.alternateId'),
    column('target.0.type'),
    column('client.userAgent.rawUserAgent'),
    column('client.userAgent.os'),
    column('client.userAgent.browser'),
    column('client.device'),
    column('client.geographicalContext.city'),
    column('client.geographicalContext.country'),
    column('authenticationContext.externalSessionId'),
    column('authenticationContext.authenticationProvider'),
    column('securityContext.asOrg'),
    column('securityContext.isProxy'),
    column('transaction.id'),
    column('target', 'json'),
    column('debugContext.debugData', 'json'),
    column('uuid'),
  ],
  timeColumn: 'published',
  key: 'uuid',
  lists: ['events', 'value'],
};

const formats: Partial<Record<EvidenceFormat, JsonFormat>> = {
  cloudtrail: cloudTrailFormat,
  waf: firewallFormat,
  guardduty: findingFormat,
  resolver: resolverFormat,
  idp: identityFormat,
};

/** Whether a record looks like one of the format: for a file whose name does not say. */
export function looksLike(format: EvidenceFormat, record: unknown): boolean {
  const has = (...paths: string[]): boolean =>
    isRecord(record) && paths.every((path) => readPath(record, path) !== undefined);
  switch (format) {
    case 'cloudtrail':
      return has('eventName', 'eventSource') || has('eventVersion', 'eventID');
    case 'waf':
      return has('webaclId', 'httpRequest');
    case 'guardduty':
      return has('Type', 'Severity', 'Service') || has('type', 'severity', 'service');
    case 'resolver':
      return has('query_name', 'query_timestamp');
    case 'idp':
      return has('published', 'eventType', 'actor');
    default:
      return false;
  }
}
