import { expect, type Locator, type Page } from '@playwright/test';
import { goTo } from './app.page.ts';

/** The place of stories as its user meets it: names of controls, and the ways between its views. */
export class StoriesPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(view: 'bank' | 'coverage' | 'practice' | 'loop' | 'readiness'): Promise<void> {
    await goTo(this.page, view === 'bank' ? '#/stories' : `#/stories/${view}`);
    await expect(this.view(view)).toHaveAttribute('aria-current', 'page');
  }

  view(view: 'bank' | 'coverage' | 'practice' | 'loop' | 'readiness'): Locator {
    const titles = {
      bank: 'Stories',
      coverage: 'Coverage',
      practice: 'Practice',
      loop: 'Loop',
      readiness: 'Evidence',
    } as const;
    return this.page
      .getByRole('navigation', { name: 'Views of your stories' })
      .getByRole('button', { name: titles[view], exact: true });
  }

  get title(): Locator {
    return this.page.getByRole('textbox', { name: 'Title of the story' });
  }
  get text(): Locator {
    return this.page.getByRole('textbox', { name: 'The story, 2 min' });
  }
  /** The sentences with their roles, as a screen reader hears them. */
  get sentences(): Locator {
    return this.page.getByRole('list', { name: 'Sentences and their roles' }).getByRole('listitem');
  }

  /** From an empty bank, or beside the stories that are there. */
  async begin(title: string): Promise<void> {
    await this.open('bank');
    await this.page
      .getByRole('button', { name: /^(Begin a story|New story)$/ })
      .first()
      .click();
    await this.title.fill(title);
  }

  async addPrinciple(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a principle', exact: true }).click();
    await this.page.getByRole('checkbox', { name, exact: true }).check();
    await this.page.keyboard.press('Escape');
  }

  /** A dimension's button: its name, bars and figure. */
  dimension(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name}.* of 5$`) });
  }

  /** The figure beside a dimension, 1..5; 0 while there is none. */
  async readFigure(name: string): Promise<number> {
    const button = this.dimension(name);
    if ((await button.count()) === 0) return 0;
    const text = (await button.first().textContent()) ?? '';
    return Number(/(\d\.\d)\s*of 5/.exec(text.replaceAll('\u00a0', ' '))?.[1] ?? 0);
  }

  /** A row of the coverage, by its principle. */
  row(principle: string): Locator {
    return this.page.getByRole('row', { name: new RegExp(`^${principle} `) });
  }

  interviewer(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }
}
