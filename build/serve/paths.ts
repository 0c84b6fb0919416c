/** Where the server of browser mode has what is not a file of the page. */
export const bridgePath = '/browser-bridge.js';
export const packListPath = '/packs.json';

export function packPath(pack: string, path: string): string {
  return `/packs/${pack}/${path}`;
}
