import { expect, type Locator, type Page } from '@playwright/test';
import { goTo } from './app.page.ts';

/** The place of packs as its user meets it. */
export class PacksPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get list(): Locator {
    return this.page.getByRole('list', { name: 'Installed packs' });
  }
  /** What is open of the pack that was chosen. */
  get chosen(): Locator {
    return this.page.getByRole('region', { name: 'The chosen pack' });
  }
  /** A pack that is looked at before anything of it is installed. */
  get preview(): Locator {
    return this.page.getByRole('dialog');
  }
  /** Why a file was refused, or is blocked. */
  get problem(): Locator {
    return this.page.getByRole('alert');
  }

  async open(): Promise<void> {
    await goTo(this.page, '#/packs');
    await expect(this.page.getByRole('heading', { name: 'Packs', level: 1 })).toBeVisible();
  }

  /** Chooses a file in the system's dialog; nothing is installed by this. */
  async offer(path: string): Promise<void> {
    const asked = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Install a pack…' }).click();
    await (await asked).setFiles(path);
  }

  /** Chooses a file, waits for what is shown of it, and says yes. */
  async install(path: string, verb: 'Install' | 'Update' = 'Install'): Promise<void> {
    await this.offer(path);
    await this.preview.getByRole('button', { name: verb, exact: true }).click();
    await expect(this.preview).toHaveCount(0);
  }
}
