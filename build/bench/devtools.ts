/** Commands and events of Chromium's DevTools protocol. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

type Listener = (params: unknown, session: string | undefined) => void;

/**
 * A thin connection to a started Electron. A driver like Playwright's holds the start up until it is
 * ready itself, which is no way to measure one.
 */
export class DevTools {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (error: Error) => void }
  >();
  readonly #listeners = new Map<string, Listener>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) =>
      this.#hear(JSON.parse(String(data)) as Message),
    );
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Electron has ended.'));
      this.#waiting.clear();
    });
  }

  /** @param address as Chromium prints it: `ws://…` */
  static connect(address: string): Promise<DevTools> {
    const socket = new WebSocket(address);
    return new Promise((resolve, reject) => {
      socket.addEventListener('open', () => resolve(new DevTools(socket)));
      socket.addEventListener('error', () => reject(new Error(`${address} does not answer.`)));
    });
  }

  send(method: string, params: object = {}, session?: string): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    const done = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    const to = session === undefined ? {} : { sessionId: session };
    this.#socket.send(JSON.stringify({ id, method, params, ...to }));
    return done;
  }

  /** One listener an event. */
  on(method: string, listener: Listener): void {
    this.#listeners.set(method, listener);
  }

  #hear({ id, method, sessionId, params, result, error }: Message): void {
    if (method !== undefined) this.#listeners.get(method)?.(params, sessionId);
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
