/** What people ask of a trail, each by its name. `trail` is the table. */
export const evidenceQueries: readonly (readonly [name: string, sql: string])[] = [
  [
    'calls by how often',
    'SELECT eventName, count(*) FROM trail GROUP BY 1 ORDER BY 2 DESC LIMIT 20',
  ],
  [
    'refused reads',
    "SELECT count(*) FROM trail WHERE eventName = 'GetObject' AND errorCode = 'AccessDenied'",
  ],
  ['different addresses', 'SELECT count(DISTINCT sourceIPAddress) FROM trail'],
  [
    'one day',
    "SELECT count(*), min(eventTime), max(eventTime) FROM trail WHERE eventTime >= '2026-03-10' AND eventTime < '2026-03-11'",
  ],
  ['a text anywhere', "SELECT count(*) FROM trail WHERE raw LIKE '%CreateAccessKey%'"],
];
