/** What a window needs to be closed politely; small, so that tests can stand in for it. */
export interface ClosableWindow {
  on(event: 'close', listener: (event: { preventDefault: () => void }) => void): unknown;
  destroy(): void;
}

export interface ClosingSettings {
  /** Asks the page to save what is unsaved; the answer comes by `confirmSaved`. */
  readonly askPage: () => void;
  /** Asks the person once the page has not answered for a while. */
  readonly askPerson: () => Promise<'wait' | 'close'>;
  /** The last work of the main process, such as a snapshot. */
  readonly finish: () => Promise<void>;
  /** Milliseconds until the person is asked. */
  readonly patience: number;
}

/**
 * Closes a window in order: the page saves, the main process finishes, the window goes. A page that
 * does not answer cannot hold the window for ever, and nothing goes without the person's word.
 */
export class Closing {
  #stage: 'open' | 'asked' | 'finishing' = 'open';
  #timer: NodeJS.Timeout | undefined;
  readonly #window: ClosableWindow;
  readonly #settings: ClosingSettings;

  constructor(window: ClosableWindow, settings: ClosingSettings) {
    this.#window = window;
    this.#settings = settings;
    window.on('close', (event) => {
      event.preventDefault();
      this.begin();
    });
  }

  /** Asks the page, unless that has been done. */
  begin(): void {
    if (this.#stage !== 'open') return;
    this.#stage = 'asked';
    this.#settings.askPage();
    this.#wait();
  }

  /** The page has nothing unsaved, or there is no page any more. Nobody asked: nothing happens. */
  async confirmSaved(): Promise<void> {
    if (this.#stage !== 'asked') return;
    this.#stage = 'finishing';
    clearTimeout(this.#timer);
    try {
      await this.#settings.finish();
    } finally {
      this.#window.destroy();
    }
  }

  #wait(): void {
    this.#timer = setTimeout(() => {
      void this.#settings.askPerson().then((answer) => {
        if (answer === 'close') return this.confirmSaved();
        if (this.#stage === 'asked') this.#wait();
        return undefined;
      });
    }, this.#settings.patience);
  }
}
