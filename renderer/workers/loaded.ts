/**
 * What a worker may say once its code is loaded: from then on its first question has no more time than
 * any other. A file of its own, as a worker cannot read what starts workers.
 */
export const loaded = { id: 0 } as const;
