/** What the page may ask of the safe copies (journal, snapshots, sentinel). */
export const storageChannels = {};
