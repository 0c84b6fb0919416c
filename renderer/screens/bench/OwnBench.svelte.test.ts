import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { openSqlBench } from '../../state/open-sql-bench.ts';
import { aSqlBench, giveAll } from '../testing/a-sql-bench.ts';
import { findBarriers, someOwnFiles, someParts } from '../testing/some-parts.ts';
import OwnBench from './OwnBench.svelte';

let main: HTMLElement;
beforeEach(async () => {
  main = document.createElement('main');
  main.style.height = '100vh';
  document.body.replaceChildren(main);
  await page.viewport(1440, 900);
});

async function show(fake = aSqlBench()) {
  const parts = someParts();
  const ownFiles = someOwnFiles(fake.bench);
  const shown = await render(OwnBench, { parts, ownFiles }, { baseElement: main });
  shown.container.style.height = '100%';
  await expect.element(page.getByRole('heading', { name: 'Bench' })).toBeVisible();
  return { fake, parts };
}

function drop(...files: File[]): void {
  const carried = new DataTransfer();
  for (const file of files) carried.items.add(file);
  document
    .getElementById('pane-own-bench')
    ?.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true }));
}

/** What axe finds in both themes. */
async function expectNoBarriers(): Promise<void> {
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset['theme'] = theme;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await findBarriers()).toEqual([]);
  }
}

const rows = Array.from({ length: 30 }, (_, index) => [
  `2026-03-10T08:${String(10 + index)}:00Z`,
  index % 3 === 0 ? 'GetCallerIdentity' : 'DescribeInstances',
]);

describe('the bench for own files', () => {
  it.each(['light', 'dark'])('says what goes here, with no barrier, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await show();
    await expect.element(page.getByText(/Open logs from disk, or drop them here/)).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('leaves a long name of a file its tab', async () => {
    await page.viewport(1024, 700);
    const { fake } = await show();
    const name = '111122223333_CloudTrail_eu-west-1_20260311T0800Z_k3PqB7sLwXyZ0123.json.gz';
    drop(new File(['x'], name));
    await expect.poll(() => fake.own.length).toBe(1);
    await fake.own[0]?.settle({ kind: 'text', name, format: 'text', text: 'up' });
    const tab = page.getByRole('tab', { name });
    await expect.element(page.getByRole('button', { name: `Close ${name}` })).toBeVisible();
    const list = page.getByRole('tablist', { name: 'Opened files' }).element();
    expect(tab.element().getBoundingClientRect().right).toBeLessThanOrEqual(
      list.getBoundingClientRect().right,
    );
  });

  it('shows progress, and cancels', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'events.json'));
    await expect.poll(() => fake.own.length).toBe(1);
    fake.own[0]?.progress({ read: 50, size: 100, rows: 12 });
    await expect.element(page.getByText(/50 % of 1 kB, 12 rows/)).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: 'Cancel reading events.json' }).click();
    expect(fake.own[0]?.cancelled).toBe(true);
    await expect.element(page.getByText(/50 % of/)).not.toBeInTheDocument();
  });

  it('has room for its files while two hundred are read, and two hundred are not opened', async () => {
    const { fake } = await show();
    drop(...Array.from({ length: 401 }, (_, at) => new File(['x'], `log-${String(at)}.txt`)));
    await expect.poll(() => fake.own.length).toBe(401);
    const text = 'up at 2026-03-10 08:00';
    await fake.own[0]?.settle({ kind: 'text', name: 'log-0.txt', format: 'text', text });
    for (const one of fake.own.slice(1, 201))
      await one.settle({ kind: 'refused', message: 'Empty.' });
    await expect.poll(() => document.querySelectorAll('[role=alert]').length).toBe(200);
    const tall = (found: Element) => found.getBoundingClientRect().height;
    expect(tall(page.getByRole('tabpanel').element())).toBeGreaterThan(150);
    expect(tall(page.getByRole('list', { name: 'Being read, 200 files' }).element())).toBeLessThan(300); // oxfmt-ignore
    await expectNoBarriers();
  });

  it('lists the first of two hundred files that are read, and shows the first that was', async () => {
    const { fake } = await show();
    drop(...Array.from({ length: 200 }, (_, at) => new File(['x'], `log-${String(at)}.txt`)));
    await expect.poll(() => fake.own.length).toBe(200);
    await expect.element(page.getByText('180 more files to be read')).toBeVisible();
    expect(document.querySelectorAll('#pane-own-bench progress')).toHaveLength(20);
    expect(await findBarriers()).toEqual([]);
    for (const one of [fake.own[7], fake.own[3], fake.own[0]]) {
      await one?.settle({ kind: 'text', name: one.name, format: 'text', text: one.name });
    }
    await expect.element(page.getByRole('tab', { name: 'log-0.txt' })).toBeInTheDocument();
    // Each that was shown only until the next would have been laid out for nobody.
    await expect.element(page.getByRole('tabpanel', { name: 'log-7.txt' })).toBeVisible();
    drop(new File(['x'], 'later.txt'));
    await expect.poll(() => fake.own.length).toBe(201);
    await fake.own[200]?.settle({ kind: 'text', name: 'later.txt', format: 'text', text: 'x' });
    await expect.element(page.getByRole('tabpanel', { name: 'later.txt' })).toBeVisible();
  });

  it('says why a file is not opened, and goes on', async () => {
    await page.viewport(1024, 700);
    const { fake } = await show();
    drop(new File(['x'], 'odd.bin'), new File(['x'], 'long.bin'));
    await expect.poll(() => fake.own.length).toBe(2);
    await fake.own[1]?.settle({ kind: 'refused', message: 'It is no log. '.repeat(20) });
    await expect.element(page.getByRole('alert')).toBeVisible();
    const said = page.getByRole('alert').getByRole('paragraph').element().getBoundingClientRect();
    const dismiss = page.getByRole('button', { name: 'Dismiss' });
    expect(dismiss.element().getBoundingClientRect().left).toBeGreaterThanOrEqual(said.right);
    await dismiss.click();
    await fake.own[0]?.settle({
      kind: 'refused',
      message: '“odd.bin” is no log. It is unchanged.',
    });
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('⬢ “odd.bin” is no log. It is unchanged.');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('shows what is too deep for rows as text, and says why', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'deep.json'));
    await expect.poll(() => fake.own.length).toBe(1);
    const note = 'It is shown as text: it is nested more than 1,000 levels deep.';
    await fake.own[0]?.settle({
      kind: 'text',
      name: 'deep.json',
      format: 'text',
      text: '[[1]]',
      note,
    });
    await expect.element(page.getByText(note)).toBeVisible();
    await expect.element(page.getByRole('option', { name: '[[1]]' })).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('names the one line that is broken', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'events.json'));
    await expect.poll(() => fake.own.length).toBe(1);
    const table = fake.addOwn({ broken: { count: 1, lines: [2] } }, rows);
    await fake.own[0]?.settle({ kind: 'table', table });
    await expect
      .element(page.getByText('Line 2 could not be read as a record. The rest is whole.'))
      .toBeVisible();
  });

  it('names lines of too few or too many cells, and values that are no time', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'export.csv'));
    await expect.poll(() => fake.own.length).toBe(1);
    const table = fake.addOwn(
      {
        uneven: { count: 2, lines: [3, 4] },
        misfits: [{ column: 'eventTime', kind: 'time', count: 1, lines: [38] }],
      },
      rows,
    );
    await fake.own[0]?.settle({ kind: 'table', table });
    await expect
      .element(page.getByText(/2 lines are broken,[\s\S]*: 3, 4\.[\s\S]*“raw”/))
      .toBeVisible();
    await expect
      .element(page.getByText('“eventTime” holds no time in 1 row, line 38.', { exact: false }))
      .toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it.each([
    [';', 'semicolons'],
    ['\t', 'tabs'],
  ] as const)('says that cells were taken to be apart by %j', async (delimiter, word) => {
    const { fake } = await show();
    drop(new File(['x'], 'export.csv'));
    await expect.poll(() => fake.own.length).toBe(1);
    await fake.own[0]?.settle({ kind: 'table', table: fake.addOwn({ delimiter }, rows) });
    await expect
      .element(page.getByText(`Its cells were taken to be kept apart by ${word}.`))
      .toBeVisible();
  });

  it('looks into a table without a query, and with one; broken lines have their numbers', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'events.json'));
    await expect.poll(() => fake.own.length).toBe(1);
    const table = fake.addOwn({ broken: { count: 2, lines: [4, 17] } }, rows);
    await fake.own[0]?.settle({ kind: 'table', table });
    await expect
      .element(page.getByText(/2 lines could not be read as records: 4, 17/))
      .toBeVisible();
    await expect
      .element(page.getByRole('row', { name: /GetCallerIdentity/ }).first())
      .toBeVisible();
    await expect.element(page.getByRole('slider').first()).toBeInTheDocument();
    expect(await findBarriers()).toEqual([]);
    page.getByRole('grid').element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Shift>}{F10}{/Shift}{Enter}');
    await expect.poll(() => fake.asked.at(-1)).toMatch(/WHERE eventName = 'GetCallerIdentity'/);
    await page.getByRole('button', { name: 'Show as SQL' }).click();
    await expect.element(page.getByRole('textbox', { name: 'SQL over events.json' })).toBeVisible();
    await page.getByRole('button', { name: 'Close events.json' }).click();
    await expect.element(page.getByText(/Open logs from disk/)).toBeVisible();
    expect(fake.bench.tables).toEqual([]);
  });

  it('saves the rows of the filter view as CSV, without a query', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'events.json'));
    await expect.poll(() => fake.own.length).toBe(1);
    await fake.own[0]?.settle({ kind: 'table', table: fake.addOwn({}, rows) });
    await page.getByRole('button', { name: 'Export CSV' }).click();
    await expect
      .element(page.getByText(/^\d+ rows, those that are shown, saved to /))
      .toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('shows a mail as a mail', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'letter.eml'));
    await expect.poll(() => fake.own.length).toBe(1);
    await fake.own[0]?.settle({
      kind: 'text',
      name: 'letter.eml',
      format: 'mail',
      text: 'From: a@b.example\r\nSubject: hello\r\n\r\nText of it.\r\n',
    });
    await expect.element(page.getByText('Text of it.')).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  const bill = JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    components: [{ 'bom-ref': 'a', name: 'parse', version: '1.2.0', type: 'library' }],
    vulnerabilities: [
      { id: 'CVE-2026-1', ratings: [{ severity: 'high' }], affects: [{ ref: 'a' }] },
    ],
  });

  it('shows a bill of materials by its parts, and its table one step away', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'bom.json'));
    await expect.poll(() => fake.own.length).toBe(1);
    await fake.own[0]?.settle({
      kind: 'table',
      table: fake.addOwn({ title: 'bom.json', format: 'sbom' }, rows),
      document: { format: 'sbom', text: bill, leads: true },
    });
    await expect
      .element(page.getByRole('row', { name: /parse 1\.2\.0.*CVE-2026-1/ }))
      .toBeVisible();
    await expectNoBarriers();
    page.getByRole('grid').element().focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(page.getByText(/"bom-ref": "a"/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^Pin/ })).not.toBeInTheDocument();
    await page.getByText('Vulnerabilities 1', { exact: true }).click();
    await expect.element(page.getByRole('row', { name: /CVE-2026-1 high/ })).toBeVisible();
    await page.getByText('Table and SQL', { exact: true }).click();
    await expect.element(page.getByRole('button', { name: 'Show as SQL' })).toBeVisible();
    await expectNoBarriers();
  });

  it('says how many parts of a bill of materials are not shown', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'bom.json'));
    await expect.poll(() => fake.own.length).toBe(1);
    const text = `{"bomFormat":"CycloneDX","components":[${'{},'.repeat(200_000)}{}]}`;
    await fake.own[0]?.settle({
      kind: 'table',
      table: fake.addOwn({ title: 'bom.json', format: 'sbom' }, rows),
      document: { format: 'sbom', text, leads: true },
    });
    await expect
      .element(page.getByText('The first 200,000 of 200,001 parts are shown. The JSON has all.'))
      .toBeVisible();
    await expectNoBarriers();
  });

  it('keeps the table first of a document that is a log', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'log.json'));
    await expect.poll(() => fake.own.length).toBe(1);
    await fake.own[0]?.settle({
      kind: 'table',
      table: fake.addOwn({}, rows),
      document: { format: 'json', text: '{"port":80}', leads: false },
    });
    await expect.element(page.getByRole('button', { name: 'Show as SQL' })).toBeVisible();
    await page.getByText('Document', { exact: true }).click();
    await expect.element(page.getByRole('treeitem', { name: '"port": 80' })).toBeVisible();
    await expectNoBarriers();
  });

  it('counts a change, and says what each line is', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'change.diff'));
    await expect.poll(() => fake.own.length).toBe(1);
    const text = '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-key: old\n+key: new\n';
    await fake.own[0]?.settle({ kind: 'text', name: 'change.diff', format: 'diff', text });
    await expect.element(page.getByText('1 line added, 1 line removed')).toBeVisible();
    await expect
      .element(page.getByRole('option', { name: /removed: -key: old/ }))
      .toBeInTheDocument();
    await expectNoBarriers();
  });

  it('names the first thousand files of a change, and says so', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'all.diff'));
    await expect.poll(() => fake.own.length).toBe(1);
    const write = (at: number): string =>
      `--- a/f${String(at)}\n+++ b/f${String(at)}\n@@ -1 +1 @@\n-a\n+b\n`;
    const text = Array.from({ length: 1_200 }, (_, at) => write(at)).join('');
    await fake.own[0]?.settle({ kind: 'text', name: 'all.diff', format: 'diff', text });
    await expect
      .element(page.getByText('The list names the first 1,000 files of 1,200 files.'))
      .toBeVisible();
    expect(document.querySelectorAll('#pane-own-bench select option')).toHaveLength(1_000);
    await expectNoBarriers();
  });

  it('draws the beginning of a value of a million letters', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'long.json'));
    await expect.poll(() => fake.own.length).toBe(1);
    await fake.own[0]?.settle({
      kind: 'table',
      table: fake.addOwn({}, rows),
      document: { format: 'json', text: JSON.stringify({ a: 'x'.repeat(1_000_000) }), leads: true },
    });
    await expect.element(page.getByText('… 950,007 more letters are not drawn')).toBeVisible();
    await expectNoBarriers();
  });

  it('folds a configuration by key', async () => {
    const { fake } = await show();
    drop(new File(['x'], 'app.yaml'));
    await expect.poll(() => fake.own.length).toBe(1);
    const text = 'server:\n  port: 80\n  tls: off\nlog: x\n';
    await fake.own[0]?.settle({ kind: 'text', name: 'app.yaml', format: 'config', text });
    await expect.element(page.getByRole('option', { name: /port: 80/ })).toBeVisible();
    await expectNoBarriers();
    page.getByRole('listbox').element().focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(page.getByRole('option', { name: /port: 80/ })).not.toBeInTheDocument();
    await expect.element(page.getByText(/2 lines folded/)).toBeVisible();
    await userEvent.keyboard('{ArrowRight}p');
    await expect.element(page.getByRole('option', { name: /port: 80/ })).toBeVisible();
  });

  const pixel = Uint8Array.from(
    atob(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    ),
    (sign) => sign.charCodeAt(0),
  );
  const dot = Uint8Array.from(atob('R0lGODlhAQABAAAAACw='), (sign) => sign.charCodeAt(0));

  it('draws a picture out of a blob', async () => {
    const { fake } = await show();
    drop(new File([pixel], 'photo.png'));
    await expect.poll(() => fake.own.length).toBe(1);
    await fake.own[0]?.settle({ kind: 'image', name: 'photo.png', bytes: pixel });
    await expect.element(page.getByText('1 × 1 px')).toBeVisible();
    await expect.element(page.getByText(/The file ends early/)).not.toBeInTheDocument();
    expect((page.getByRole('img').element() as HTMLImageElement).src).toMatch(/^blob:/);
    await expectNoBarriers();
  });

  const decode = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  /** Red, green and blue, one after the other; 4 × 4 pixels. */
  const frames = decode(
    'R0lGODlhBAAEAIEAAP8AAAD/AAAA/wAAACH/C05FVFNDQVBFMi4wAwEAAAAh+QQAFAAAACwAAAAABAAEAAACCgQIECBAgAABAgUAIfkEABQAAAAsAAAAAAQABAAAAgpMmDBhwoQJEyYFACH5BAAUAAAALAAAAAAEAAQAAAIKlChRokSJEiVKBQA7',
  );
  /** 8 × 8 pixels in the inks of a printer, which make a red. */
  const inks = decode(
    '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE/8AAFAgACAAIBAERAAIRAAMRAAQRAP/EABUAAAIAAAAAAAAAAAAAAAAAAAAI/8QAFBAAAQAAAAAAAAAAAAAAAAAAAP/aAA4EAQACAAMABAAAPwByBNxNxyD/2Q==',
  );

  it('lets a picture of several frames move when it is asked to', async () => {
    const { fake } = await show();
    drop(new File([frames], 'moving.gif'));
    await expect.poll(() => fake.own.length).toBe(1);
    await fake.own[0]?.settle({ kind: 'image', name: 'moving.gif', bytes: frames });
    await expect.element(page.getByText('4 × 4 px')).toBeVisible();
    const picture = page.getByRole('img', { name: /moving\.gif/ });
    const still = picture.element().querySelector('canvas');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([...(still?.getContext('2d')?.getImageData(1, 1, 1, 1).data ?? [])]).toEqual([255, 0, 0, 255]); // oxfmt-ignore
    await expectNoBarriers();
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => picture.element().tagName).toBe('IMG');
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => picture.element().tagName).toBe('DIV');
  });

  it('draws a JPEG in the inks of a printer', async () => {
    const { fake } = await show();
    drop(new File([inks], 'print.jpg'));
    await expect.poll(() => fake.own.length).toBe(1);
    await fake.own[0]?.settle({ kind: 'image', name: 'print.jpg', bytes: inks });
    await expect.element(page.getByText('8 × 8 px')).toBeVisible();
    const canvas = new OffscreenCanvas(8, 8).getContext('2d');
    canvas?.drawImage(page.getByRole('img').element() as HTMLImageElement, 0, 0);
    const [red = 0, green = 255] = canvas?.getImageData(1, 1, 1, 1).data ?? [];
    expect(red).toBeGreaterThan(150);
    expect(green).toBeLessThan(80);
  });

  it('draws what there is of a picture that was cut off, and says so', async () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 64;
    const drawn = canvas.getContext('2d')?.createImageData(64, 64);
    drawn?.data.forEach((_, at, data) => (data[at] = (at * 7919) % 251));
    if (drawn) canvas.getContext('2d')?.putImageData(drawn, 0, 0);
    const { fake } = await show();
    for (const type of ['png', 'jpeg']) {
      const blob = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, `image/${type}`);
      });
      const whole = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer());
      const bytes = whole.slice(0, Math.floor(whole.length / 2));
      const name = `photo.${type}`;
      drop(new File([bytes], name));
      await expect.poll(() => fake.own.at(-1)?.name).toBe(name);
      await fake.own.at(-1)?.settle({ kind: 'image', name, bytes });
      await expect.element(page.getByRole('tabpanel', { name })).toBeVisible();
      await expect.element(page.getByText('64 × 64 px')).toBeVisible();
      await expect.element(page.getByText(/^The file ends early/)).toBeVisible();
      await expectNoBarriers();
    }
  });

  it.each([
    ['cut short', pixel.slice(0, 40)],
    ['without a frame', dot],
  ])('shows a picture that is %s as text, and says why', async (_what, bytes) => {
    const { fake } = await show();
    drop(new File([bytes], 'photo.png'));
    await expect.poll(() => fake.own.length).toBe(1);
    await fake.own[0]?.settle({ kind: 'image', name: 'photo.png', bytes });
    await expect.element(page.getByText(/its bytes are no whole picture/)).toBeVisible();
    await expect.element(page.getByRole('option', { name: /PNG|GIF/ })).toBeVisible();
    await expectNoBarriers();
  });

  it('lays starts of processes out as a tree beside their table', async () => {
    const titles = [
      ...['EventID', 'Provider', 'Computer', 'TimeCreated', 'ProcessGuid', 'ParentProcessGuid'],
      ...['ProcessId', 'ParentProcessId', 'Image', 'CommandLine', 'User'],
    ];
    const start = (guid: string, parent: string, pid: string, image: string) => [
      ...[1, 'PC', '2026-03-10T08:00:00Z', null, guid, parent],
      ...[pid, '1', image, `${image} -x`, 'ana'],
      ...[null, null, null],
    ];
    const starts = [
      start('{a}', '{0}', '10', 'explorer.exe'),
      start('{b}', '{a}', '11', 'winword.exe'),
      start('{c}', '{b}', '12', 'powershell.exe'),
    ];
    const fake = aSqlBench((sql, tables) => {
      const whole = giveAll(sql, tables);
      if (whole.kind !== 'done') return whole;
      if (sql.includes('= 4688')) return { ...whole, rows: starts };
      if (sql.includes('rowid =')) return { ...whole, columns: ['Image'], rows: [['told whole']] };
      return whole;
    });
    await show(fake);
    drop(new File(['x'], 'sysmon.xml'));
    await expect.poll(() => fake.own.length).toBe(1);
    const columns = titles.map((title) => ({ name: title, title, kind: 'text' as const }));
    const about = { format: 'windows-event', columns, timeColumn: null, span: null } as const;
    const info = fake.addOwn({ ...about, title: 'sysmon.xml' }, starts);
    await fake.own[0]?.settle({ kind: 'table', table: info });
    await page.getByText('Process tree', { exact: true }).click();
    await expect.element(page.getByText(/^3 processes; ← and → fold/)).toBeVisible();
    const deepest = page.getByRole('row', { name: /level 3, .*powershell\.exe -x/ });
    await expect.element(deepest).toBeVisible();
    await expectNoBarriers();
    page.getByRole('grid').element().focus();
    await userEvent.keyboard('{Home}{ArrowLeft}');
    await expect.element(deepest).not.toBeInTheDocument();
    await expect.element(page.getByText('+ 2 folded')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByRole('group', { name: 'Record' }))
      .toHaveTextContent('Image: told whole');
  });
});

it('says that more processes were started than are laid out', async () => {
  const titles = ['EventID', 'Provider', 'ProcessGuid', 'ParentProcessGuid'];
  const fake = aSqlBench((sql, tables) => {
    const whole = giveAll(sql, tables);
    if (whole.kind !== 'done' || !sql.includes('= 4688')) return whole;
    return { ...whole, capped: true, rows: [[1, 'PC', null, null, '{a}', '{0}']] };
  });
  await show(fake);
  drop(new File(['x'], 'sysmon.xml'));
  await expect.poll(() => fake.own.length).toBe(1);
  const columns = titles.map((title) => ({ name: title, title, kind: 'text' as const }));
  const about = { format: 'windows-event', columns, timeColumn: null, span: null } as const;
  const table = fake.addOwn({ ...about, title: 'sysmon.xml' }, [[1, 'x', '{a}', '{0}']]);
  await fake.own[0]?.settle({ kind: 'table', table });
  await page.getByText('Process tree', { exact: true }).click();
  await expect.element(page.getByText(/^There are more starts .* The first 1 process;/)).toBeVisible(); // oxfmt-ignore
});

describe('all times of own files', () => {
  /** The bench with its own worker, and these files open. */
  async function open(...files: readonly File[]) {
    const bench = openSqlBench();
    const ownFiles = someOwnFiles(bench);
    const shown = await render(OwnBench, { parts: someParts(), ownFiles }, { baseElement: main });
    shown.container.style.height = '100%';
    drop(...files);
    await expect.poll(() => ownFiles.files.length, { timeout: 60_000 }).toBe(files.length);
    return { bench, ownFiles };
  }
  const second = (at: number): string =>
    new Date(Date.UTC(2026, 2, 10, 8) + at * 1000).toISOString();

  it('stand on one axis by source, and lead back to row and line', async () => {
    const { bench } = await open(
      new File(
        [
          'time,who,seen\n2026-03-10T10:15:00+02:00,ana,2026-03-10T08:15:00Z\n2026-03-10T08:40:00Z,bo,2026-03-10T08:41:00Z\n',
        ],
        'doors.csv',
      ),
      new File(['shift of the night\nup at 2026-03-10 08:20 again\n'], 'note.txt'),
      new File(['a: b\n'], 'app.yaml'),
    );
    await page.getByRole('tab', { name: 'All times' }).click();
    // The columns of the first row say the same instant: that is one time.
    const chips = page.getByRole('group', { name: 'Sources' }).getByRole('button');
    await expect.element(chips.nth(0)).toHaveTextContent('doors.csv 3');
    await expect.element(chips.nth(1)).toHaveTextContent('note.txt 1');
    await expect.element(page.getByText('No time of day was found in: app.yaml.')).toBeVisible();
    const list = page.getByRole('grid', { name: /^Times/ });
    await expect
      .element(list.getByRole('row', { name: /08:15:00.*doors\.csv.*ana/ }))
      .toBeVisible();
    await expect
      .element(list.getByRole('row', { name: /08:20:00.*note\.txt.*up at/ }))
      .toBeVisible();
    await expectNoBarriers();

    await chips.nth(0).click();
    await expect.element(list.getByRole('row', { name: /doors\.csv/ })).not.toBeInTheDocument();
    await list.getByRole('row', { name: /note\.txt/ }).click();
    await page.getByRole('button', { name: 'Show it in note.txt' }).click();
    await expect.element(page.getByRole('option', { selected: true, name: /up at/ })).toBeVisible();

    await page.getByRole('tab', { name: 'All times' }).click();
    await page.getByRole('button', { name: /^doors\.csv/ }).click();
    // Rows are asked for anew: a key before that would open the first of the old ones.
    await expect
      .element(list.getByRole('row', { name: /08:15:00.*doors\.csv.*ana/ }))
      .toBeVisible();
    list.element().focus();
    await userEvent.keyboard('{Home}{Enter}');
    await page.getByRole('button', { name: 'Show it in doors.csv' }).click();
    await expect
      .element(page.getByText(/time: 2026-03-10T10:15:00\+02:00\s+who: ana/))
      .toBeVisible();
    bench.dispose();
  });

  it('say of a Windows event which it is, what ran, who it was and at what it aimed', async () => {
    const event = (id: number, provider: string, fields: Readonly<Record<string, string>>) =>
      `<Event><System><Provider Name="${provider}"/><EventID>${String(id)}</EventID><Level>4</Level><TimeCreated SystemTime="2026-03-10T08:00:${String(id % 60).padStart(2, '0')}.000Z"/><Computer>PC</Computer></System><EventData>${Object.entries(
        fields,
      )
        .map(([name, value]) => `<Data Name="${name}">${value}</Data>`)
        .join('')}</EventData></Event>`;
    const { bench } = await open(
      new File(
        [
          event(1, 'Microsoft-Windows-Sysmon', { RuleName: '-', ProcessGuid: '{a}', Image: 'C:/cmd.exe', CommandLine: 'cmd /c dir', User: 'LAB/ana' }), // oxfmt-ignore
          event(11, 'Microsoft-Windows-Sysmon', { ProcessGuid: '{b}', Image: 'C:/w.exe', TargetFilename: 'C:/x.tmp', User: 'LAB/bo' }), // oxfmt-ignore
          event(4624, 'Microsoft-Windows-Security-Auditing', { SubjectUserName: '-', TargetUserName: 'cy', IpAddress: '192.0.2.7' }), // oxfmt-ignore
        ],
        'events.xml',
      ),
      new File(['ts,who\n1773129600,ana\n1773129660,bo\n'], 'doors.csv'),
    );
    await page.getByRole('tab', { name: 'All times' }).click();
    for (const said of [
      '1, cmd /c dir, LAB/ana',
      '11, C:/w.exe, LAB/bo, C:/x.tmp',
      '4624, cy, 192.0.2.7',
      'ana',
    ]) {
      await expect.element(page.getByRole('gridcell', { name: said, exact: true })).toBeVisible();
    }
    bench.dispose();
  });

  it('are counted whole and listed in part, and a part of the axis lists the others', async () => {
    const lines = Array.from(
      { length: 5_000 },
      (_, at) => `{"at":"${second(at)}","n":${String(at)}}`,
    );
    const { bench, ownFiles } = await open(new File([lines.join('\n')], 'many.jsonl'));
    await page.getByRole('tab', { name: 'All times' }).click();
    await expect
      .element(page.getByText(/The list holds the first 2,000 times of 5,000 times/))
      .toBeVisible();
    expect(ownFiles.times.lanes[0]?.lie?.buckets.reduce((sum, { count }) => sum + count, 0)).toBe(
      5_000,
    );
    const from = page.getByRole('slider').first();
    from.element().focus();
    await userEvent.keyboard('{End}{ArrowLeft}');
    await expect.poll(() => ownFiles.times.shown.at(-1)?.says).toBe('4999');
    await expect.element(page.getByText(/The list holds the first/)).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Zoom to this part' }).click();
    await expect.poll(() => ownFiles.times.lanes[0]?.lie?.buckets.length).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Show all times' }).click();
    await expect.poll(() => ownFiles.times.shown.length).toBe(2_000);
    bench.dispose();
  });

  it.each([
    ['that means “never”', '9999-12-31T23:59:59Z', '9999-12-31 23:59:59'],
    ['of old', '1969-12-31T23:59:59Z', '1969-12-31 23:59:59'],
    ['in a leap second', '2016-12-31T23:59:60Z', '2017-01-01 00:00:00'],
    ['that is none', '0000-00-00T00:00:00Z', null],
  ])('are all there beside one %s', async (_what, odd, shown) => {
    const lines = Array.from({ length: 40 }, (_, at) => `${second(at)},n${String(at)}`);
    const { bench, ownFiles } = await open(
      new File([['time,what', `${odd},odd`, ...lines].join('\n')], 'odd.csv'),
    );
    await page.getByRole('tab', { name: 'All times' }).click();
    const list = page.getByRole('grid', { name: /^Times/ });
    await expect.element(list.getByRole('row', { name: /08:00:00.*n0$/ })).toBeVisible();
    const all = lines.length + (shown === null ? 0 : 1);
    expect(ownFiles.times.shown.length).toBe(all);
    expect(ownFiles.times.sources[0]?.count).toBe(all);
    expect(ownFiles.times.histogram?.buckets.reduce((sum, { count }) => sum + count, 0)).toBe(all);
    const row = ownFiles.times.shown.find(({ says }) => says === 'odd');
    expect(row?.at.replace('T', ' ').replace('Z', '') ?? null).toBe(shown);
    bench.dispose();
  });
});
