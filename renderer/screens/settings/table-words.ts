/** What each kind of stored record is called for people, one and many. */
const words: Readonly<Record<string, readonly [string, string]>> = {
  attempts: ['attempt with its debrief', 'attempts with their debriefs'],
  events: ['step in them', 'steps in them'],
  drills: ['drill kept for replay', 'drills kept for replay'],
  settings: ['set of settings', 'sets of settings'],
  drafts: ['draft', 'drafts'],
  reviews: ['after-action review', 'after-action reviews'],
  stories: ['story', 'stories'],
  story_versions: ['earlier version of a story', 'earlier versions of stories'],
  practices: ['practised answer', 'practised answers'],
  recordings: ['piece of a recording', 'pieces of recordings'],
  plans: ['plan of a loop', 'plans of a loop'],
  packets: ['review packet', 'review packets'],
};

/** "2 attempts with their debriefs", "1 set of settings", in a fixed order; kinds that hold none are left out. */
export function listCounts(counts: Readonly<Record<string, number>>): readonly string[] {
  const known = Object.keys(words);
  const names = [...known, ...Object.keys(counts).filter((name) => !known.includes(name))];
  return names.flatMap((name) => {
    const count = counts[name] ?? 0;
    if (count === 0) return [];
    const [one, many] = words[name] ?? [`record of “${name}”`, `records of “${name}”`];
    return [`${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`];
  });
}
