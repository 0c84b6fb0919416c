/** How long Chromium may take. What it has closed lies in the system's memory, so it answers at once or never. */
const patience_ms = 10_000;

/** The database does not open any more, or does not answer; the message is for the person. */
class DatabaseShut extends Error {
  override readonly name = 'DatabaseShut';

  constructor(cause: unknown) {
    super(
      'The database of this window was closed, as happens when the disk is full, and does not open again. Everything that was saved is safe. Free some space, then try again; if that does not help, close Drillbook and start it again.',
      { cause },
    );
  }
}

/**
 * Waits for a request to the database, not for ever: after a full disk Chromium may drop one without an
 * answer, and every later one of the same page with it; only a page that is loaded anew is answered again.
 *
 * @throws DatabaseShut
 */
export async function waitForDatabase<T>(asked: PromiseLike<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`No answer within ${patience_ms} ms.`));
    }, patience_ms);
  });
  try {
    return await Promise.race([asked, late]);
  } catch (error) {
    throw new DatabaseShut(error);
  } finally {
    clearTimeout(timer);
  }
}
