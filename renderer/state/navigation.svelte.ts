/** What the place of stories shows: the stories themselves, and four views on all of them. */
export const storyViews = ['bank', 'coverage', 'practice', 'loop', 'readiness'] as const;
export type StoryView = (typeof storyViews)[number];

/** Where the person is. Every place that the rail or a link can lead to, and nothing unbuilt. */
export type Place =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'today' }
  /** `slug`: the drill’s name in the catalogue; its pack may stand before it, `team/first`. */
  | { readonly kind: 'drills'; readonly slug: string | null }
  /**
   * In the bank, `story` is the one that is open; in practice, the one that is told. Practice may be
   * asked for with a principle, and with one of its questions: slug and id.
   */
  | {
      readonly kind: 'stories';
      readonly view: StoryView;
      readonly story: string | null;
      readonly principle?: string;
      readonly question?: string;
    }
  | { readonly kind: 'history' }
  /** Packs that were installed. */
  | { readonly kind: 'packs' }
  /** `packet`: the SHA-256 of the one that is open. */
  | { readonly kind: 'reviews'; readonly packet: string | null }
  /** The person's own files. */
  | { readonly kind: 'bench' }
  | { readonly kind: 'settings' }
  /** Without `branch`, the first attempt; with it, another road of it. */
  | { readonly kind: 'room' | 'debrief'; readonly attempt: string; readonly branch?: string }
  /** The first attempt and another road side by side. */
  | { readonly kind: 'compare'; readonly attempt: string; readonly branch: string };

export type PlaceKind = Place['kind'];

/** The places of the rail in their visible order, which Ctrl+digit follows. */
export const railPlaces = [
  'today',
  'drills',
  'stories',
  'history',
  'packs',
  'reviews',
] as const satisfies readonly PlaceKind[];

/** Those of the rail that stand under “For mentors”. */
export const mentorPlaces: readonly PlaceKind[] = ['packs', 'reviews'];

/** Reads a place from the address's hash; what it does not know leads to Today. */
export function parsePlace(hash: string): Place {
  const [kind = '', id, branch, principle, question] = hash.replace(/^#?\/?/, '').split('/');
  switch (kind) {
    case 'welcome':
    case 'history':
    case 'bench':
    case 'packs':
    case 'settings':
      return { kind };
    case 'drills':
      if (id === undefined || id === '') return { kind, slug: null };
      return { kind, slug: branch === undefined || branch === '' ? id : `${id}/${branch}` };
    case 'reviews':
      return { kind, packet: id === undefined || id === '' ? null : id };
    case 'stories': {
      // Ids are not words, so a view's name cannot be one.
      const view = storyViews.find((one) => one === id) ?? 'bank';
      const story = view === id ? branch : id;
      const place = {
        kind,
        view,
        story: story === undefined || story === '' ? null : story,
      } as const;
      if (view !== 'practice' || principle === undefined || principle === '') return place;
      return question === undefined || question === ''
        ? { ...place, principle }
        : { ...place, principle, question };
    }
    case 'room':
    case 'debrief':
      if (id === undefined || id === '') return { kind: 'today' };
      return branch === undefined || branch === ''
        ? { kind, attempt: id }
        : { kind, attempt: id, branch };
    case 'compare':
      return id === undefined || id === '' || branch === undefined || branch === ''
        ? { kind: 'today' }
        : { kind, attempt: id, branch };
    default:
      return { kind: 'today' };
  }
}

/** The place of a road: the address of the first one names no branch. */
export function roadPlace(kind: 'room' | 'debrief', attempt: string, branch: string): Place {
  return branch === 'main' ? { kind, attempt } : { kind, attempt, branch };
}

export function writePlace(place: Place): string {
  if (place.kind === 'drills') return place.slug === null ? '#/drills' : `#/drills/${place.slug}`;
  if (place.kind === 'reviews') {
    return place.packet === null ? '#/reviews' : `#/reviews/${place.packet}`;
  }
  if (place.kind === 'stories') {
    const view = place.view === 'bank' ? '' : `/${place.view}`;
    if (place.view === 'practice' && place.principle !== undefined) {
      const question = place.question === undefined ? '' : `/${place.question}`;
      return `#/stories${view}/${place.story ?? ''}/${place.principle}${question}`;
    }
    return `#/stories${view}${place.story === null ? '' : `/${place.story}`}`;
  }
  if (place.kind === 'room' || place.kind === 'debrief' || place.kind === 'compare') {
    const road = place.branch === undefined ? '' : `/${place.branch}`;
    return `#/${place.kind}/${place.attempt}${road}`;
  }
  return `#/${place.kind}`;
}

/** Asked before a place is left; `false` means stay. */
export type LeaveGuard = (to: Place) => boolean;

/** The address bar this app does not show: current place, history, and who may say "stay". */
export class Navigation {
  #place = $state.raw<Place>({ kind: 'today' });
  #open = $state.raw<{ readonly title: string } | null>(null);
  #guard: LeaveGuard | null = null;
  readonly #write: (hash: string) => void;

  /** `write` puts the hash into the window's history; the window calls `follow` when it moves. */
  constructor(hash: string, write: (hash: string) => void) {
    this.#place = parsePlace(hash);
    this.#write = write;
  }

  get place(): Place {
    return this.#place;
  }

  /** What is open in this place, such as a story, by its title; null where nothing is, or nothing said so. */
  get openTitle(): string | null {
    return this.#open?.title ?? null;
  }

  /** Whoever shows what is open says its title, and takes it away when it goes. */
  nameOpen(title: string): () => void {
    const open = { title };
    this.#open = open;
    return () => {
      if (this.#open === open) this.#open = null;
    };
  }

  go(to: Place): void {
    if (writePlace(to) === writePlace(this.#place)) return;
    if (this.#guard?.(to) === false) return;
    this.#guard = null;
    this.#place = to;
    this.#write(writePlace(to));
  }

  /** The window went back or forward. A guard that says stay puts the old hash back. */
  follow(hash: string): void {
    const to = parsePlace(hash);
    if (writePlace(to) === writePlace(this.#place)) return;
    if (this.#guard?.(to) === false) {
      this.#write(writePlace(this.#place));
      return;
    }
    this.#guard = null;
    this.#place = to;
  }

  /** Only one place is shown, so only one guard stands; leaving takes it away. */
  guard(guard: LeaveGuard): () => void {
    this.#guard = guard;
    return () => {
      if (this.#guard === guard) this.#guard = null;
    };
  }
}
