import { expect, type Locator, type Page } from '@playwright/test';
import type { Citation } from '../../content/engine/drill/attempt-log.ts';
import { readEvidence, type EvidenceRow } from '../../content/engine/evidence/read-evidence.ts';
import type { GoldenPlay } from '../fixtures/golden-play.ts';
import type { Hands } from '../fixtures/hands.ts';

/** What a citation is taken for: the letter that does it on a row or a line, and its button. */
const takings = {
  timeline: { key: 't', button: 'To timeline' },
  pin: { key: 'p', button: /^(?:Pin|Unpin)/ },
  link: { key: 'l', button: /^Link to/ },
  indicator: { key: 'i', button: 'Indicator' },
} as const;
export type Taking = keyof typeof takings;

/** The drill room as its user works in it. */
export class RoomPage {
  readonly page: Page;
  readonly hands: Hands;
  readonly play: GoldenPlay;
  readonly bench: Locator;
  readonly dock: Locator;
  readonly #bar: Locator;
  readonly #rows = new Map<string, readonly EvidenceRow[]>();

  constructor(page: Page, hands: Hands, play: GoldenPlay) {
    this.page = page;
    this.hands = hands;
    this.play = play;
    this.bench = page.locator('#pane-bench');
    this.dock = page.locator('#pane-dock');
    // By its pane: to look for a role in the whole room costs as much as the deed itself.
    this.#bar = page.locator('#pane-clock');
  }

  get clock(): Locator {
    return this.page.locator('#pane-clock .clock');
  }
  get debriefButton(): Locator {
    return this.dock.getByRole('button', { name: 'Read the debrief' });
  }

  /** Lets the clock run, if it stands. */
  async resume(): Promise<void> {
    const pause = this.#bar.getByRole('button', { name: 'Pause' });
    const resume = this.#bar.getByRole('button', { name: 'Resume' });
    await expect(pause.or(resume)).toBeVisible();
    if ((await resume.count()) > 0) await this.hands.press(resume);
  }

  /** Lets the scenario run on until something is there. */
  async await(target: Locator): Promise<void> {
    for (let step = 0; step < 40; step += 1) {
      if ((await target.count()) > 0) return;
      const next = this.#bar.getByRole('button', { name: 'Go to the next event' });
      await this.hands.pressOrKey(next, 'Alt+j');
    }
    throw new Error(`It never came: ${target.toString()}`);
  }

  #item(id: string): Locator {
    return this.page.locator(`li:has(> [data-item="${id}"])`);
  }

  /** Opens a message, waiting for it if it has not come yet. */
  async openItem(id: string): Promise<Locator> {
    const item = this.#item(id);
    await this.await(item);
    const head = item.locator(`[data-item="${id}"]`);
    if ((await head.getAttribute('aria-expanded')) !== 'true') await this.hands.press(head);
    await expect(head).toHaveAttribute('aria-expanded', 'true');
    return item;
  }

  async acknowledge(id: string): Promise<void> {
    const item = await this.openItem(id);
    await this.hands.press(item.getByRole('button', { name: 'Acknowledge', exact: true }));
    await expect(item.getByText(/acknowledged/i).first()).toBeVisible();
  }

  async reply(id: string, reply: string): Promise<void> {
    const wanted = this.play.drill.feed
      .find((item) => item.id === id)
      ?.replies.find((one) => one.id === reply);
    // Its words follow what was done so far.
    const texts = [wanted?.text ?? reply, ...(wanted?.reword ?? []).map(({ text }) => text)];
    const words = texts.map((text) =>
      text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+'),
    );
    const item = await this.openItem(id);
    const button = item.locator('button.reply').filter({ hasText: new RegExp(words.join('|')) });
    await this.hands.press(button);
    await expect(button).toHaveCount(0);
  }

  async #showTab(tab: Locator): Promise<void> {
    if ((await tab.getAttribute('aria-selected')) === 'true') return;
    await this.hands.choosePanel(tab, this.bench.getByRole('tab', { selected: true }));
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  async openEvidence(id: string): Promise<void> {
    const title = this.play.drill.evidence.find((item) => item.id === id)?.title ?? id;
    // The tab of a table counts its rows.
    const tab = this.bench.getByRole('tab', {
      name: new RegExp(`^${escape(title)}(?: [\\d,]+)?$`),
    });
    if ((await tab.count()) > 0) await this.#showTab(tab);
    else {
      await this.#showTab(this.bench.getByRole('tab', { name: /^Evidence/ }));
      const list = this.bench.getByRole('list', { name: 'Evidence' });
      const button = list.getByRole('button', { name: new RegExp(`^Open ${escape(title)}`) });
      await this.await(button);
      await this.hands.press(button);
    }
    await expect(this.bench.getByRole('tab', { selected: true })).toContainText(title);
  }

  /** Takes what a citation names: to the timeline, as a pin, as what a decision rests on. */
  async take(citation: Citation, taking: Taking): Promise<void> {
    const { file, locator } = citation;
    const { button } = takings[taking];
    if (file === 'feed' && locator.kind === 'record') {
      const item = await this.openItem(locator.id);
      await this.hands.press(item.getByRole('button', { name: button }));
    } else if (file === 'tools' && locator.kind === 'record') {
      const title = this.play.drill.tools.find(({ id }) => id === locator.id.split('/')[0])?.title;
      await this.#showTab(this.bench.getByRole('tab', { name: 'Tools' }));
      const answer = this.bench.locator('article').filter({
        has: this.page.getByRole('heading', { name: title ?? locator.id, exact: true }),
      });
      await this.hands.press(answer.first().getByRole('button', { name: button }));
    } else if (locator.kind === 'range') {
      await this.#takeLine(file, locator.start, taking);
    } else if (locator.kind === 'record') {
      await this.#takeRecord(file, locator.id, taking);
    } else throw new Error('A golden log cites by record or range.');
  }

  async #takeRecord(file: string, record: string, taking: Taking): Promise<void> {
    const { button } = takings[taking];
    await this.openEvidence(file);
    const evidence = this.play.drill.evidence.find(({ id }) => id === file);
    if (evidence?.format === 'mail') {
      await this.hands.press(
        this.bench.getByRole('group', { name: /^With / }).getByRole('button', { name: button }),
      );
      return;
    }
    // An id may stand in other rows too, as where a message answers another.
    const column = evidence?.key === undefined ? '' : `${evidence.key}:`;
    await this.#takeRow(`${column}"${record}"`, taking);
  }

  /** Takes the one row that these words of the filter leave. */
  async #takeRow(words: string, taking: Taking): Promise<void> {
    const { key } = takings[taking];
    const filter = this.bench.locator('input[data-find]');
    await this.hands.write(filter, words);
    const grid = this.bench.getByRole('grid');
    await expect(grid).toHaveAttribute('aria-rowcount', '2');
    await this.hands.enter(grid);
    await this.page.keyboard.press('Home');
    await this.page.keyboard.press(key);
    if (taking === 'indicator') await this.#pickIndicator();
    await this.hands.write(filter, '');
  }

  async #takeLine(file: string, start: number, taking: Taking): Promise<void> {
    await this.openEvidence(file);
    const text = this.play.evidence.get(file) ?? '';
    const before = Buffer.from(text).subarray(0, start).toString();
    const row = this.#describeRow(file, before.split('\n').length);
    if (row !== null) {
      await this.#takeRow(row, taking);
      return;
    }
    const lines = this.bench.getByRole('radio', { name: /^(?:Lines|Source)/ });
    if ((await lines.count()) > 0 && !(await lines.isChecked())) await this.hands.choose(lines);
    await this.hands.line(this.bench.getByRole('listbox'), before.split('\n').length - 1);
    await this.page.keyboard.press(takings[taking].key);
    if (taking === 'indicator') await this.#pickIndicator();
  }

  /** Words of the filter that leave one row of a table, the one of this line; null if it is none. */
  #describeRow(file: string, line: number): string | null {
    const rows = this.#readRows(file);
    if (rows.length === 0) return null;
    const row = rows.find((one) => one.line === line);
    const words = (row?.cells ?? []).filter((cell) => cell !== '' && !cell.includes('"'));
    const rare = words.find(
      (word) =>
        rows.filter(({ cells }) => cells.join('\n').toLowerCase().includes(word.toLowerCase()))
          .length === 1,
    );
    return (rare === undefined ? words : [rare]).map((word) => `"${word}"`).join(' ');
  }

  /** The rows of a table; none where it is no table. */
  #readRows(file: string): readonly EvidenceRow[] {
    const known = this.#rows.get(file);
    if (known) return known;
    const shape = this.play.drill.evidence.find(({ id }) => id === file);
    const content = shape && readEvidence(shape, this.play.evidence.get(file) ?? '');
    const rows = content?.kind === 'table' ? content.rows : [];
    this.#rows.set(file, rows);
    return rows;
  }

  async #pickIndicator(): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Which value is an indicator?' });
    if ((await dialog.count()) === 0) return;
    await this.hands.press(dialog.locator('.choices button').first());
    await expect(dialog).toHaveCount(0);
  }

  async useTool(id: string, args: Readonly<Record<string, string>>): Promise<void> {
    const tool = this.play.drill.tools.find((one) => one.id === id);
    if (!tool) throw new Error(`There is no tool ${id}.`);
    await this.#showTab(this.bench.getByRole('tab', { name: 'Tools' }));
    const find = this.bench.getByLabel('Find a tool');
    const row = this.bench
      .getByRole('list', { name: 'Tools' })
      .locator('> li > button')
      .filter({ has: this.page.locator('b', { hasText: new RegExp(`^${escape(tool.title)}$`) }) });
    await this.await(row);
    await this.hands.write(find, tool.title);
    if ((await row.getAttribute('aria-expanded')) !== 'true') await this.hands.press(row);
    const form = this.bench.locator('form').filter({
      has: this.page.getByRole('button', { name: new RegExp(`^${escape(tool.title)},`) }),
    });
    for (const { id: arg, label, values } of tool.args) {
      const field = form.getByLabel(label, { exact: true });
      if (values) await this.hands.select(field, args[arg] ?? '');
      else await this.hands.write(field, args[arg] ?? '');
    }
    const answers = this.bench.getByRole('region', { name: 'Answers' }).locator('article');
    const had = await answers.count();
    await this.hands.press(
      form.getByRole('button', { name: new RegExp(`^${escape(tool.title)},`) }),
    );
    await expect(answers).toHaveCount(had + 1);
    await this.hands.write(find, '');
  }

  /** Brings an open decision to the front, waiting for it if it is not asked yet. */
  async #faceDecision(title: string): Promise<void> {
    const heading = this.dock.getByRole('heading', { name: title, exact: true });
    const chip = this.dock.getByRole('button', {
      name: new RegExp(`^(?:Open|Not yet): ${escape(title)}`),
    });
    const dismiss = this.dock.getByRole('button', { name: 'Dismiss', exact: true });
    for (let step = 0; step < 12; step += 1) {
      if ((await heading.count()) > 0) return;
      if ((await chip.count()) > 0) await this.hands.press(chip);
      else if ((await dismiss.count()) > 0) await this.hands.press(dismiss);
      else await this.await(heading.or(chip));
    }
    throw new Error(`“${title}” is not asked.`);
  }

  async decide(data: {
    readonly decision: string;
    readonly option: string;
    readonly confidence: number | null;
    readonly citations: readonly Citation[];
    readonly reason: string;
  }): Promise<void> {
    const decision = this.play.drill.decisions.find(({ id }) => id === data.decision);
    const option = decision?.options.find(({ id }) => id === data.option);
    if (!decision || !option) throw new Error(`There is no ${data.decision}/${data.option}.`);
    await this.#faceDecision(decision.title);
    for (const citation of data.citations) await this.take(citation, 'link');
    await this.#faceDecision(decision.title);
    await this.hands.choose(this.dock.locator(`input[value="${option.id}"]`));
    if (data.confidence !== null) {
      await this.hands.choose(this.dock.locator(`input[value="${data.confidence}"]`));
    }
    if (decision.asks_reason) {
      await this.hands.write(this.dock.getByLabel('Why, in a line'), data.reason);
    }
    await this.page.keyboard.press('ControlOrMeta+Shift+Enter');
    await expect(
      this.dock.getByText(`You decided: ${option.text}`).or(this.debriefButton),
    ).toBeVisible();
  }

  async sendUpdate(id: string, text: string, citations: readonly Citation[]): Promise<void> {
    const title = this.play.drill.updates.find((one) => one.id === id)?.title ?? id;
    const tab = this.bench.getByRole('tab', { name: title });
    await this.await(tab);
    for (const citation of citations) await this.take(citation, 'pin');
    await this.#showTab(tab);
    await this.hands.write(this.bench.getByLabel('Your update'), text);
    await this.hands.press(this.bench.getByRole('button', { name: 'Send update' }));
    await this.hands.press(this.bench.getByRole('button', { name: 'Send it now' }));
    await expect(this.bench.getByText(/It can no longer be changed/)).toBeVisible();
  }

  /** Takes the shift over from its note, once its first half is over. */
  async takeShift(): Promise<void> {
    const take = this.page.getByRole('button', { name: 'I take over from the note' });
    await expect(take.or(this.clock)).toBeVisible();
    await this.await(take);
    await this.hands.press(take);
    await expect(this.page.getByRole('region', { name: 'The note you were left' })).toBeVisible();
  }

  /** Ends the drill by hand, unless it has ended by itself. */
  async end(): Promise<void> {
    if ((await this.debriefButton.count()) === 0) {
      await this.hands.press(this.page.getByRole('button', { name: 'End drill' }));
      const dialog = this.page.getByRole('dialog', { name: 'End this drill?' });
      await this.hands.press(dialog.getByRole('button', { name: 'End drill' }));
    }
    await this.hands.press(this.debriefButton);
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
