/** What the gate needs to know of the window; small, so that tests can stand in for it. */
export interface WatchedWindow {
  on(event: 'hide' | 'minimize' | 'closed', listener: () => void): unknown;
  readonly webContents: {
    on(event: 'did-navigate' | 'render-process-gone', listener: () => void): unknown;
  };
}

/**
 * Longest time that one permission lasts, milliseconds: the longest recording, with room for its
 * pauses.
 */
export const microphoneCap_ms = 30 * 60 * 1000;

/**
 * Whether the page may ask for the microphone now. Closed until the page opens it for a recording
 * that the person agreed to; closed again when that is over, and in any case when the page is loaded
 * anew or gone, when the window is put away, and after a while.
 */
export class MicrophoneGate {
  #timer: NodeJS.Timeout | undefined;
  #open = false;
  readonly #onWithdrawn: () => void;

  /** `onWithdrawn` hears when it closes for another reason than that the page was done. */
  constructor(onWithdrawn: () => void) {
    this.#onWithdrawn = onWithdrawn;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Opens it, or lengthens the time for which it is open. */
  allow(): void {
    clearTimeout(this.#timer);
    this.#open = true;
    this.#timer = setTimeout(() => {
      this.withdraw();
    }, microphoneCap_ms);
    // The app may end meanwhile.
    this.#timer.unref();
  }

  /** The page is done with it. */
  close(): void {
    clearTimeout(this.#timer);
    this.#open = false;
  }

  /** Closes it though the page is not done: who listens has to stop. */
  withdraw(): void {
    if (!this.#open) return;
    this.close();
    this.#onWithdrawn();
  }

  /** Closes it with whatever takes the page or the window away from the person. */
  watch(window: WatchedWindow): void {
    const close = (): void => {
      this.withdraw();
    };
    for (const event of ['hide', 'minimize', 'closed'] as const) window.on(event, close);
    for (const event of ['did-navigate', 'render-process-gone'] as const)
      window.webContents.on(event, close);
  }
}
