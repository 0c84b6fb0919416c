/** What a text of Markdown may have, and what it may become, so that a page lays it out without a stop. */
export const markdownLimits = {
  /** As the schema has it for a field. */
  characters: 32_768,
  /** Tags of its HTML: the page takes some 30 microseconds for each, in one go. Our own drills have at most 130. */
  tags: 4_000,
  /** Characters of its HTML: a reference that is used often writes its address anew each time. */
  htmlCharacters: 262_144,
} as const;
