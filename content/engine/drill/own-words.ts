import type { FeedItem } from '../format/drill-schema.ts';

/** Whether somebody reads what is written to this message in own words. */
export function mayWriteTo({ kind }: FeedItem): boolean {
  return kind !== 'alert' && kind !== 'news';
}
