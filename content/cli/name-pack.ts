/** The option that names a pack in a command to be typed; nothing for those that come with Drillbook. */
export function namePack(folder: string | undefined): string {
  return folder === undefined ? '' : ` --pack "${folder}"`;
}
