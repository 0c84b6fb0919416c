import { describe, expect, it } from 'vitest';
import { addSourceRows } from './source-rows.ts';

const tables = ['cloudtrail', 'vpc_flow', 'own'];
const small = ['cloudtrail', 'vpc_flow'];

describe('addSourceRows', () => {
  it.each([
    ['SELECT * FROM cloudtrail', 'SELECT * , rowid FROM cloudtrail', 'cloudtrail'],
    [
      "select eventName -- from\n, 'from' x from CloudTrail c where a in (select max(b) from vpc_flow) order by 1",
      "select eventName -- from\n, 'from' x , rowid from CloudTrail c where a in (select max(b) from vpc_flow) order by 1",
      'cloudtrail',
    ],
    ['SELECT a FROM "vpc_flow" LIMIT 3;', 'SELECT a , rowid FROM "vpc_flow" LIMIT 3;', 'vpc_flow'],
    ['SELECT max(a, b) FROM own', 'SELECT max(a, b) , rowid FROM own', 'own'],
  ])('names the row of %j', (sql, expected, table) => {
    expect(addSourceRows(sql, tables, small)).toEqual({ sql: expected, table, made: 'one' });
  });

  it.each([
    ['SELECT count(*) FROM cloudtrail', 'SELECT count(*) , group_concat(rowid) FROM cloudtrail'],
    [
      'SELECT upper(max(a)) FROM cloudtrail WHERE b > 1',
      'SELECT upper(max(a)) , group_concat(rowid) FROM cloudtrail WHERE b > 1',
    ],
    [
      'SELECT a, count(*) n FROM cloudtrail GROUP BY a HAVING n > 2 ORDER BY n DESC LIMIT 5',
      'SELECT a, count(*) n , group_concat(rowid) FROM cloudtrail GROUP BY a HAVING n > 2 ORDER BY n DESC LIMIT 5',
    ],
    [
      'SELECT a FROM cloudtrail GROUP BY a',
      'SELECT a , group_concat(rowid) FROM cloudtrail GROUP BY a',
    ],
    [
      'SELECT DISTINCT a, substr(b, 1, 2) FROM cloudtrail ORDER BY a;',
      'SELECT  a, substr(b, 1, 2) , group_concat(rowid) FROM cloudtrail \nGROUP BY 1, 2 ORDER BY a;',
    ],
    [
      'SELECT DISTINCT a * 2 FROM cloudtrail -- all',
      'SELECT  a * 2 , group_concat(rowid) FROM cloudtrail -- all\nGROUP BY 1 ',
    ],
  ])('lists the rows of %j', (sql, expected) => {
    expect(addSourceRows(sql, tables, small)).toEqual({
      sql: expected,
      table: 'cloudtrail',
      made: 'several',
    });
  });

  it.each([
    'SELECT count(*) FROM own',
    'SELECT DISTINCT * FROM cloudtrail',
    'SELECT DISTINCT c.* FROM cloudtrail c',
    'SELECT DISTINCT count(*) FROM cloudtrail GROUP BY a',
    'SELECT (SELECT count(*) FROM vpc_flow), a FROM cloudtrail',
    'SELECT a, count(*) OVER (PARTITION BY a) FROM cloudtrail',
    'SELECT count(*) OVER w FROM cloudtrail WINDOW w AS (ORDER BY a)',
    'SELECT a FROM cloudtrail UNION SELECT b FROM vpc_flow',
    'SELECT a FROM cloudtrail JOIN vpc_flow ON 1',
    'SELECT count(*) FROM cloudtrail NATURAL JOIN vpc_flow',
    'SELECT a FROM cloudtrail, vpc_flow',
    'SELECT a FROM (SELECT * FROM cloudtrail)',
    'SELECT a FROM elsewhere',
    'SELECT a FROM main.cloudtrail',
    'WITH x AS (SELECT 1) SELECT * FROM cloudtrail',
    'SELECT 1',
    '',
    'DELETE FROM cloudtrail',
  ])('leaves %j alone', (sql) => {
    expect(addSourceRows(sql, tables, small)).toBeNull();
  });
});
