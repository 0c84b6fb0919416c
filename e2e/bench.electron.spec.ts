import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { readGoldenPlay } from './fixtures/golden-play.ts';
import { Mouse } from './fixtures/hands.ts';
import { goTo, startDrill } from './pages/app.page.ts';
import { RoomPage } from './pages/room.page.ts';

/** The evidence bench in the real window: SQL in its worker, the way without it, and own files. */

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-logs-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** SQLite starts with the first table; on a busy machine that takes a while. */
const start_ms = 60_000;

/** Has no end, and asks SQLite for one of its steps at a time. */
const endless =
  'WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n';

/** Each step goes over a huge value, within which SQLite looks at nothing. */
const stubborn =
  'WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 2000) SELECT sum(length(randomblob(60000000))) FROM n';

async function runSql(page: Page, pane: Locator, sql: string): Promise<void> {
  const box = pane.getByRole('textbox', { name: /^SQL over/ });
  await box.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(sql);
  await page.keyboard.press('ControlOrMeta+Enter');
}

/** How many rows a result says it has. */
async function readCount(pane: Locator): Promise<number> {
  const said = pane.getByRole('status').filter({ hasText: /^\s*[\d,]+ rows?, [\d.]+ (?:ms|s)/ });
  await expect(said).toBeVisible({ timeout: start_ms });
  return Number.parseInt((await said.textContent())?.trim().replaceAll(',', '') ?? '', 10);
}

test('CloudTrail is asked in SQL and without, with the same answer, and a row is cited', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const { page } = app;
  const play = readGoldenPlay('d01-key-in-a-public-repository');
  const room = new RoomPage(page, new Mouse(), play);
  await startDrill(page, room.hands, play.drill);
  const trail = play.drill.evidence.find(({ format }) => format === 'cloudtrail');
  await room.openEvidence(trail?.id ?? '');

  await room.bench.getByText('SQL', { exact: true }).click();
  const all = await readCount(room.bench);
  expect(all).toBeGreaterThan(100);
  const begun = await room.bench.getByRole('textbox', { name: /^SQL over/ }).innerText();
  const table = /FROM (\w+)/.exec(begun)?.[1] ?? '';

  await runSql(page, room.bench, `SELECT evenName FROM ${table}`);
  await expect(room.bench.getByRole('status').filter({ hasText: 'evenName' })).toBeVisible();
  await expect(room.bench.locator('.cm-lintRange-error')).toHaveText('evenName');
  await room.bench.getByRole('button', { name: 'Write eventName' }).click();
  expect(await readCount(room.bench)).toBe(all);

  await runSql(
    page,
    room.bench,
    `SELECT eventTime, eventName, sourceIPAddress FROM ${table} WHERE eventName = 'CreateAccessKey'`,
  );
  await expect(room.bench.getByRole('columnheader')).toHaveCount(3);
  const found = await readCount(room.bench);
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  const grid = room.bench.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await grid.getByRole('button', { name: /^Pin/ }).click();
  await expect(grid.getByText('pinned')).toHaveCount(1);

  await runSql(
    page,
    room.bench,
    `SELECT eventName, count(*) AS rows FROM ${table} GROUP BY eventName ORDER BY rows DESC`,
  );
  await expect(room.bench.getByRole('columnheader', { name: 'rows' })).toBeVisible();
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('t');
  await expect(page.getByText('Added to your timeline.')).toBeAttached();

  // Stopped through memory that page and worker share: another worker would mean that it was not.
  const workers = page.workers();
  await runSql(page, room.bench, endless);
  await room.bench.getByRole('button', { name: 'Stop' }).click();
  await expect(room.bench.getByRole('status').filter({ hasText: 'Stopped' })).toBeVisible();
  expect(page.workers()).toEqual(workers);
  await runSql(page, room.bench, `SELECT eventName FROM ${table}`);
  expect(await readCount(room.bench)).toBe(all);

  // What does not heed it is ended with its worker, and the tables come back.
  await runSql(page, room.bench, stubborn);
  await room.bench.getByRole('button', { name: 'Stop' }).click();
  await expect(room.bench.getByRole('status').filter({ hasText: 'Stopped' })).toBeVisible();
  await runSql(page, room.bench, `SELECT eventName FROM ${table}`);
  expect(await readCount(room.bench)).toBe(all);

  await room.bench.getByText('Filter', { exact: true }).click();
  await room.bench.getByLabel('Count by').selectOption('eventName');
  await room.bench.getByRole('button', { name: 'Only CreateAccessKey' }).click();
  await expect(
    room.bench.getByRole('status').filter({ hasText: `${String(found)} of ` }),
  ).toBeVisible();
  await room.bench.getByRole('button', { name: /^Close the count/ }).click();
  await room.bench.getByRole('button', { name: 'Show as SQL' }).click();
  await expect(room.bench.getByRole('textbox', { name: /^SQL over/ })).toContainText(
    "WHERE eventName = 'CreateAccessKey'",
  );
  expect(await readCount(room.bench)).toBe(found);

  await room.bench.getByRole('tab', { name: 'All times' }).click();
  await expect(room.bench.getByRole('grid', { name: /^Times/ })).toBeVisible();
  await page.keyboard.press('Alt+s');
  await expect(page.locator('#pane-bench-beside')).toBeVisible();
});

test('own logs are opened from disk, packed as they are, with a broken line counted', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page } = app;
  const records = Array.from({ length: 5000 }, (_, index) => ({
    eventID: `own-${String(index)}`,
    eventTime: new Date(Date.UTC(2026, 2, 10, 8, 0, index)).toISOString().replace('.000', ''),
    eventName: index % 50 === 0 ? 'CreateAccessKey' : 'DescribeInstances',
    sourceIPAddress: `198.51.100.${String(index % 200)}`,
  }));
  const packed = join(folder, 'own-trail.json.gz');
  await writeFile(packed, gzipSync(JSON.stringify({ Records: records })));
  const lines = join(folder, 'own-lines.jsonl');
  await writeFile(lines, '{"a":1,"b":"x"}\n{"a":2,"b":\n{"a":3,"b":"z"}\n');

  await page.getByRole('button', { name: 'Look around first' }).click();
  await goTo(page, '#/drills');
  await page.getByRole('button', { name: 'Open your own logs…' }).click();
  const bench = page.locator('#pane-own-bench');
  await expect(bench.getByText(/Open logs from disk, or drop them here/)).toBeVisible();
  await bench.getByLabel('Files to open').setInputFiles(packed);
  const grid = bench.getByRole('grid');
  await expect(grid).toBeVisible({ timeout: start_ms });
  await expect(bench.getByRole('status').filter({ hasText: '5,000 rows' })).toBeVisible({
    timeout: start_ms,
  });
  await bench.getByText('SQL', { exact: true }).click();
  await readCount(bench);
  const begun = await bench.getByRole('textbox', { name: /^SQL over/ }).innerText();
  const table = /FROM (\w+)/.exec(begun)?.[1] ?? '';
  await runSql(page, bench, `SELECT eventTime FROM ${table} WHERE eventName = 'CreateAccessKey'`);
  await expect(bench.getByRole('columnheader')).toHaveCount(1);
  expect(await readCount(bench)).toBe(100);

  await bench.getByLabel('Files to open').setInputFiles(lines);
  await expect(bench.getByText('Line 2 could not be read as a record')).toBeVisible({
    timeout: start_ms,
  });
  await bench.getByRole('button', { name: 'Close own-lines.jsonl' }).click();
  await expect(bench.getByRole('tab', { name: /own-trail/ })).toBeVisible();
});

test('own files that are no log open in their viewers, and all their times on one axis', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page } = app;
  const put = async (name: string, content: string | Buffer): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
  const files = [
    await put('photo.png', Buffer.from(pixel, 'base64')),
    await put('drawing.svg', '<svg><script>document.title = "run"</script></svg>'),
    await put('change.diff', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-key: old\n+key: new\n'),
    await put('app.yaml', 'server:\n  since: 2026-03-10 09:12\n'),
    await put('doors.csv', 'time,who\n2026-03-10T11:15:00+02:00,ana\n2026-03-10T09:40:00Z,bo\n'),
  ];
  await page.getByRole('button', { name: 'Look around first' }).click();
  await goTo(page, '#/drills');
  await page.getByRole('button', { name: 'Open your own logs…' }).click();
  const bench = page.locator('#pane-own-bench');
  await bench.getByLabel('Files to open').setInputFiles(files);
  await expect(bench.getByRole('tab')).toHaveCount(files.length + 1, { timeout: start_ms });
  await bench.getByRole('tab', { name: 'photo.png' }).click();
  await expect(bench.getByText('1 × 1 px')).toBeVisible();
  await bench.getByRole('tab', { name: 'drawing.svg' }).click();
  await expect(bench.getByText(/an SVG drawing can hold programs/)).toBeVisible();
  await expect(bench.getByRole('img')).toHaveCount(0);
  await bench.getByRole('tab', { name: 'change.diff' }).click();
  await expect(bench.getByText('1 line added, 1 line removed')).toBeVisible();
  await bench.getByRole('tab', { name: 'app.yaml' }).click();
  await expect(bench.getByRole('button', { name: 'Fold all' })).toBeVisible();

  await bench.getByRole('tab', { name: 'All times' }).click();
  const list = bench.getByRole('grid', { name: /^Times, 3 entries/ });
  await expect(list.getByRole('row', { name: /09:12:00.*app\.yaml/ })).toBeVisible();
  await list.getByRole('row', { name: /09:15:00.*doors\.csv/ }).click();
  await list.getByRole('button', { name: 'Show it in doors.csv' }).click();
  await expect(bench.getByRole('group', { name: 'Record' })).toContainText('who: ana');
});
