// What the launcher tells people. All of it goes to stderr: stdout belongs to the command that runs.

/** Something that a person has to settle; its message is all they are shown. */
export class LaunchFault extends Error {}

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Names work that takes longer than a second, and says how long it took.
 *
 * @template Result
 * @param {string} label "Installing packages"
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withProgress(label, work) {
  const begun = performance.now();
  const seen = { shown: false };
  const timer = setTimeout(() => {
    seen.shown = true;
    say(`${label} …`);
  }, 1000);
  try {
    const result = await work();
    if (seen.shown) say(`${label}: done in ${Math.round((performance.now() - begun) / 1000)} s`);
    return result;
  } finally {
    clearTimeout(timer);
  }
}
