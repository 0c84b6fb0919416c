import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { prepareDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { aDrill, someEvidence } from '../../../content/engine/testing/a-drill.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { findBarriers, someAttempt, someParts } from '../testing/some-parts.ts';
import DrillRoom from './DrillRoom.svelte';

type Evidence = NonNullable<NonNullable<Parameters<typeof aDrill>[0]>['evidence']>[number];

/** A grey square of one pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const files: readonly (Evidence & { readonly text: string })[] = [
  {
    id: 'change',
    title: 'Change',
    file: 'evidence/change.diff',
    format: 'diff',
    text: '--- a/x.yaml\n+++ b/x.yaml\n@@ -1,2 +1,2 @@\n name: x\n-key: old\n+key: new\n',
  },
  {
    id: 'settings',
    title: 'Settings',
    file: 'evidence/settings.yaml',
    format: 'config',
    text: 'server:\n  port: 80\n  tls: off\nlog: x\n',
  },
  { id: 'picture', title: 'Picture', file: 'evidence/p.png', format: 'image', text: pixel },
  {
    id: 'processes',
    title: 'Processes',
    file: 'evidence/ps.csv',
    format: 'process-tree',
    key: 'pid',
    text: 'pid,ppid,name,cmdline\n1,0,init,init\n10,1,sshd,sshd -D\n11,10,bash,bash -i\n',
  },
  {
    id: 'parts',
    title: 'Parts',
    file: 'evidence/bom.json',
    format: 'sbom',
    text: JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [{ 'bom-ref': 'a', name: 'parse', version: '1.2.0', type: 'library' }],
      vulnerabilities: [
        { id: 'CVE-2026-1', ratings: [{ severity: 'high' }], affects: [{ ref: 'a' }] },
      ],
    }),
  },
  {
    id: 'letter',
    title: 'Letter',
    file: 'evidence/letter.eml',
    format: 'mail',
    text: 'Received: from a ([198.51.100.7]) by b with ESMTP; Tue, 10 Mar 2026 09:12:05 +0000\r\nReceived: from z by a with SMTP; Tue, 10 Mar 2026 09:12:00 +0000\r\nMessage-ID: <1@z>\r\nSubject: hello\r\n\r\nText.\r\n',
  },
  {
    id: 'route',
    title: 'Route',
    file: 'evidence/route.eml',
    format: 'mail',
    text: 'Received: from mailstore2.internal.larkfield.example ([198.51.100.7]) by mailstore2.another.larkfield.example with ESMTPS; Tue, 10 Mar 2026 09:12:05 +0000\r\nReceived: from a-long-name-of-a-worker-7.internal.codeyard.example by mailstore2.internal.larkfield.example with SMTP; Tue, 10 Mar 2026 09:12:00 +0000\r\nMessage-ID: <2@z>\r\nSubject: hello\r\n\r\nText.\r\n',
  },
  {
    id: 'superblock',
    title: 'Superblock',
    file: 'evidence/examine.txt',
    format: 'text',
    text: '/dev/sda1:\n    Update Time : Tue Mar 10 09:15:02 2026\n08:51 Ana: it is down\n',
  },
  {
    id: 'tickets',
    title: 'Tickets',
    file: 'evidence/tickets.csv',
    format: 'csv',
    key: 'ticket',
    text: 'ticket,opened,closed\nT-1,2026-03-10T11:00+02:00,2026-03-10T09:20:00Z\nT-2,2026-03-10T09:05Z\nT-3,2026-03-10T09:06Z,,EXTRA\n',
  },
];

let main: HTMLElement;
beforeEach(async () => {
  main = document.createElement('main');
  main.style.height = '100vh';
  document.body.replaceChildren(main);
  await page.viewport(1440, 900);
});

async function show(id: string, ...more: readonly string[]) {
  const evidence = files.map(({ text: _text, ...rest }) => rest);
  const prepared = prepareDrill(
    aDrill({
      evidence: [
        { id: 'trail', title: 'T', file: 'evidence/t.json', format: 'cloudtrail' },
        { id: 'mail', title: 'M', file: 'evidence/m.eml', format: 'mail' },
        { id: 'late', title: 'L', file: 'evidence/l.txt', format: 'text' },
        ...evidence,
      ],
    }),
    new Map([...someEvidence, ...files.map((file) => [file.id, file.text] as const)]),
  );
  const parts = someParts({ hash: '#/room/a1', more: { steadyNow_ms: () => 0 } });
  const attempt = someAttempt(parts, { prepared });
  attempt.start();
  for (const evidence of [id, ...more]) {
    attempt.perform({ kind: 'evidence_opened', data: { evidence } });
  }
  const shown = await render(DrillRoom, { parts, attempt }, { baseElement: main });
  shown.container.style.height = '100%';
  return attempt;
}

/** Where the last pin points, as text of the file. */
function readPin(attempt: Awaited<ReturnType<typeof show>>, id: string): string {
  const pin = [...attempt.state.pins.values()].at(-1);
  if (pin?.citation.locator.kind !== 'range') throw new Error('no range is pinned');
  const { start, end } = pin.citation.locator;
  return (attempt.prepared.evidence.get(id) ?? '').slice(start, end);
}

describe('the viewers', () => {
  it.each(files.map(({ id, title }) => [title, id]))(
    'have no barrier that axe finds: %s',
    async (title, id) => {
      await show(id);
      const panel = page.getByRole('tabpanel', { name: title });
      await expect.element(panel).toBeVisible();
      await expect.element(page.getByText(/Reading the/)).not.toBeInTheDocument();
      expect(await findBarriers(panel.element())).toEqual([]);
      document.documentElement.dataset['theme'] = 'dark';
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await findBarriers(panel.element())).toEqual([]);
    },
  );

  it('show a protocol and an address of the route of a mail in one piece', async () => {
    await page.viewport(1024, 700);
    await show('route');
    const cells = ['198.51.100.7', 'ESMTPS', 'After'].map((text) =>
      page.getByText(text, { exact: true }).first(),
    );
    for (const cell of cells) {
      await expect.element(cell).toBeVisible();
      const words = document.createRange();
      words.selectNodeContents(cell.element());
      expect(words.getClientRects()).toHaveLength(1);
    }
  });

  it('count a change and say what each line is', async () => {
    await show('change');
    await expect.element(page.getByText('1 line added, 1 line removed')).toBeVisible();
    await expect
      .element(page.getByRole('option', { name: /removed: -key: old/ }))
      .toBeInTheDocument();
  });

  it('fold a configuration by keys, and cite the lines of the file', async () => {
    const attempt = await show('settings');
    const text = page.getByRole('listbox', { name: /Settings/ });
    await expect.element(text).toBeVisible();
    text.element().focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(page.getByText(/2 lines folded/)).toBeVisible();
    await userEvent.keyboard('{ArrowDown}p');
    expect(readPin(attempt, 'settings')).toBe('log: x');
    await userEvent.keyboard('{ArrowUp}{ArrowRight}{ArrowDown}p');
    expect(readPin(attempt, 'settings')).toBe('  port: 80');
    await page.getByRole('button', { name: 'Fold all' }).click();
    await expect.element(page.getByText(/2 lines folded/)).toBeVisible();
    await page.getByRole('button', { name: 'Unfold all' }).click();
    await expect.element(page.getByText(/2 lines folded/)).not.toBeInTheDocument();
  });

  it('show a picture from its bytes alone', async () => {
    await show('picture');
    const picture = page.getByRole('img', { name: /Picture/ });
    await expect.element(picture).toBeInTheDocument();
    expect((picture.element() as HTMLImageElement).src).toMatch(/^blob:/);
    await expect.element(page.getByText('1 × 1 px')).toBeVisible();
  });

  it('fold what a process started, and cite a process', async () => {
    const attempt = await show('processes');
    const grid = page.getByRole('grid', { name: 'Processes, as a tree' });
    await expect.element(grid).toBeVisible();
    grid.element().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}');
    await expect.element(page.getByRole('row', { name: /bash -i/ })).not.toBeInTheDocument();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}p');
    expect([...attempt.state.pins.values()].at(-1)?.citation.locator).toEqual({
      kind: 'record',
      id: '11',
    });
  });

  it('search parts and what is known against them, and cite one', async () => {
    const attempt = await show('parts');
    await page.getByText('Vulnerabilities 1').click();
    await page.getByLabelText('Search Parts').fill('cve-2026');
    await page.getByRole('row', { name: /CVE-2026-1/ }).click();
    await page.getByRole('grid').getByRole('button', { name: /^Pin/ }).click();
    expect(readPin(attempt, 'parts')).toContain('CVE-2026-1');
    await page.getByLabelText('Search Parts').fill('nothing like it');
    await expect.element(page.getByText(/Nothing matches/)).toBeVisible();
  });

  it('show the route of a mail, first hop first', async () => {
    await show('letter');
    const rows = page.getByRole('tabpanel', { name: 'Letter' }).getByRole('row');
    await expect.element(rows.nth(1)).toBeInTheDocument();
    expect(rows.nth(1).element().textContent).toMatch(/^\s*z/);
    expect(rows.nth(2).element().textContent).toMatch(/198\.51\.100\.7.*5 s/s);
  });
});

it('names the lines of CSV that have too few or too many cells, and shows what is over', async () => {
  await show('tickets');
  await expect.element(page.getByText(/2 lines are broken,[\s\S]*: 3, 4\./)).toBeVisible();
  await page.getByRole('row', { name: /T-3/ }).click();
  const record = page.getByRole('group', { name: 'Record' });
  await expect.element(record).toBeVisible();
  expect(record.element().textContent).toContain('raw: T-3,2026-03-10T09:06Z,,EXTRA');
});

describe('all times', () => {
  it.each(['light', 'dark'])(
    'stand on one axis and in a list, without a barrier, %s',
    async (theme) => {
      document.documentElement.dataset['theme'] = theme;
      const attempt = await show('letter');
      await page.getByRole('tab', { name: 'All times' }).click();
      const grid = page.getByRole('grid', { name: /^Times/ });
      await expect.element(grid).toBeVisible();
      await expect.element(page.getByRole('row', { name: /Taken by b from a/ })).toBeVisible();
      expect(await findBarriers(page.getByRole('tabpanel').first().element())).toEqual([]);
      await page.getByRole('button', { name: /^Letter/ }).click();
      await expect
        .element(page.getByRole('row', { name: /Taken by b from a/ }))
        .not.toBeInTheDocument();
      await page.getByRole('button', { name: /^Letter/ }).click();
      await page.getByRole('row', { name: /Taken by b from a/ }).click();
      await grid.getByRole('button', { name: /^Pin/ }).click();
      expect([...attempt.state.pins.values()].at(-1)?.citation.file).toBe('letter');
    },
  );

  it('are those of texts and of each column, in UTC, and what has none is named', async () => {
    await show('superblock', 'tickets', 'settings');
    await page.getByRole('tab', { name: 'All times' }).click();
    for (const name of [
      /09:15:02 Superblock Update Time : Tue Mar 10/,
      /08:51:00 Superblock 08:51 Ana: it is down/,
      /09:00:00 Tickets opened: T-1/,
      /09:20:00 Tickets closed: T-1/,
      /09:05:00 Tickets opened: T-2/,
    ]) {
      await expect.element(page.getByRole('row', { name })).toBeVisible();
    }
    await expect.element(page.getByText('No time of day was found in: Settings.')).toBeVisible();
    expect(await findBarriers(page.getByRole('tabpanel').first().element())).toEqual([]);
  });

  it('are chosen by keys: a part of the axis filters the list', async () => {
    await show('letter');
    await page.getByRole('tab', { name: 'All times' }).click();
    const from = page.getByRole('slider', { name: 'All times: from' });
    await expect.element(from).toBeInTheDocument();
    from.element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(page.getByRole('button', { name: 'Zoom to this part' })).toBeVisible();
    await expect
      .element(page.getByRole('row', { name: /Key AKIALEAKEDEXAMPLE is public/ }))
      .not.toBeInTheDocument();
  });
});
