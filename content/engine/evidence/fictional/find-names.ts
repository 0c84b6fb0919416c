/** Members of a record whose text is a name that somebody gave. */
const nameMembers = new Set(
  `userName roleName groupName bucketName policyName roleSessionName displayName alternateId
  instanceProfileName keyName functionName tableName stackName clusterName serviceName repositoryName
  trailName secretId loginProfile elb bucket requester acct actor user username login hostname host
  principal UserName`.split(/\s+/),
);
/** What follows in an ARN is a name: of a user, a role and its session, a bucket, and so on. */
const arn =
  /\barn:aws[\w-]*:([\w-]+):[\w-]*:\d*:(?:(user|role|assumed-role|federated-user|group|policy|instance-profile|server-certificate|repository|table|cluster|secret|function|key|alias|stack|loadbalancer|targetgroup)[:/])?([^\s"',\]})]+)/g;
/** Names that the provider gives, the same in every account. */
const publicName =
  /^(?:AWS(?:ServiceRoleFor|Support|Config|CloudTrail)\w*|aws-(?:service-role|reserved)|root|admin|administrator|default|main|prod(?:uction)?|dev|test|app|net|HIDDEN_DUE_TO_SECURITY_REASONS|ANONYMOUS_PRINCIPAL|assumed-role|sso\.amazonaws\.com)$/i;

/** Whether a text is a name to be replaced wherever it stands as a word. */
function isName(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= 128 &&
    /\p{L}/u.test(text) &&
    !publicName.test(text) &&
    !/amazonaws\.com|^https?:|^arn:|^\d{4}-\d\d-\d\dT/.test(text)
  );
}

/** Names in a text, from its ARNs. */
function findArnNames(text: string): readonly string[] {
  return [...text.matchAll(arn)].flatMap(([, , , rest = '']) => rest.split(/[/:]/)).filter(isName);
}

/** The names that an export holds, from its records (parsed JSON, or cells by column). */
export function findNames(records: Iterable<unknown>): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (value: unknown, member: string): void => {
    if (typeof value === 'string') {
      for (const name of findArnNames(value)) names.add(name);
      if (nameMembers.has(member) && isName(value) && !value.includes('@')) names.add(value);
      // A session is written behind its role: AROA…:ada
      if (member === 'principalId') {
        const session = value.slice(value.indexOf(':') + 1);
        if (value.includes(':') && isName(session) && !session.includes('@')) names.add(session);
      }
    } else if (Array.isArray(value)) for (const one of value) visit(one, member);
    else if (value !== null && typeof value === 'object') {
      for (const [name, one] of Object.entries(value)) visit(one, name);
    }
  };
  for (const record of records) visit(record, '');
  return names;
}
