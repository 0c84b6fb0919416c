/** A moment as a part of a file's name: Windows takes no colon there. */
export function writeStamp(at: Date): string {
  return at.toISOString().replaceAll(':', '-');
}
