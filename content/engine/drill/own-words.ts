import type { FeedItem } from '../format/drill-schema.ts';

/** What is said once own words are sent to a message that has prepared answers. */
export const aboutOwnWords =
  'Your words are kept and checked; they earn nothing by themselves. What counts is the prepared answer that comes nearest';

/** Whether somebody reads what is written to this message in own words. */
export function mayWriteTo({ kind }: FeedItem): boolean {
  return kind !== 'alert' && kind !== 'news';
}
