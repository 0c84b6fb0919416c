/** The ids on the way to a place of a parsed file, outermost first. */
export function findIds(data: unknown, path: readonly (string | number)[]): readonly string[] {
  const ids: string[] = [];
  let at = data;
  for (const key of path) {
    at = (at as Record<string | number, unknown> | null | undefined)?.[key];
    const id = (at as { readonly id?: unknown } | null | undefined)?.id;
    if (typeof id === 'string') ids.push(id);
  }
  return ids;
}
