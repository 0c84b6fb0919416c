/** A part of a software bill of materials. `path` leads to it in the JSON: `/components/3`. */
export interface SbomComponent {
  readonly path: string;
  /** How many parts it lies in. */
  readonly depth: number;
  readonly ref: string;
  readonly name: string;
  readonly version: string;
  readonly type: string;
  readonly licences: string;
  /** The parts that it lies in with their versions, from the outermost; empty at the top. */
  readonly inside: string;
  readonly purl: string;
  /** Ids of the vulnerabilities that name it, each with what the analysis made of it. */
  readonly vulnerabilities: readonly string[];
}

export interface SbomVulnerability {
  readonly path: string;
  readonly id: string;
  /** The highest of its ratings, in words as the file has it; empty where it has none. */
  readonly severity: string;
  readonly score: string;
  readonly state: string;
  readonly affects: readonly string[];
  readonly description: string;
}

export interface Sbom {
  readonly version: string;
  readonly subject: string;
  readonly made: string;
  readonly components: readonly SbomComponent[];
  readonly vulnerabilities: readonly SbomVulnerability[];
  /** How many the file has, of which those above are the first. */
  readonly all: { readonly components: number; readonly vulnerabilities: number };
}

/** As many parts and as many vulnerabilities are listed. */
export const mostParts = 200_000;
/** Parts that lie in one another more deeply are not. */
export const deepestPart = 60;

/** Reads CycloneDX in JSON; null where it is something else. Takes nothing on trust. */
export function readSbom(value: unknown): Sbom | null {
  if (word(value, 'bomFormat') !== 'CycloneDX') return null;
  const metadata = get(value, 'metadata');
  const subject = get(metadata, 'component');
  const bare: SbomComponent[] = [];
  addComponents(bare, list(value, 'components'), '/components', []);
  const names = new Map(bare.map((one) => [one.ref, writeName(one)]));
  const affected = new Map<string, string[]>();
  const vulnerabilities = list(value, 'vulnerabilities')
    .slice(0, mostParts)
    .map((one, index): SbomVulnerability => {
      const id = word(one, 'id');
      const state = word(get(one, 'analysis'), 'state');
      const judged = state === '' ? id : `${id} (${state.replaceAll('_', ' ')})`;
      const refs = list(one, 'affects').map((target) => word(target, 'ref'));
      for (const ref of refs) {
        const ids = affected.get(ref);
        if (ids) ids.push(judged);
        else affected.set(ref, [judged]);
      }
      const rating = findHighest(list(one, 'ratings'));
      return {
        path: `/vulnerabilities/${String(index)}`,
        id,
        severity: word(rating, 'severity'),
        score: word(rating, 'score'),
        state,
        affects: refs.map((ref) => names.get(ref) ?? ref),
        description: word(one, 'description'),
      };
    });
  return {
    version: word(value, 'specVersion'),
    subject: [word(subject, 'name'), word(subject, 'version')]
      .filter((one) => one !== '')
      .join(' '),
    made: word(metadata, 'timestamp'),
    components: bare.map((one) => ({ ...one, vulnerabilities: affected.get(one.ref) ?? [] })),
    vulnerabilities,
    all: {
      components: countComponents(list(value, 'components')),
      vulnerabilities: list(value, 'vulnerabilities').length,
    },
  };
}

/** With a stack of its own: parts may lie in one another more deeply than a call stack is deep. */
function countComponents(components: readonly unknown[]): number {
  const waiting = [components];
  let count = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    count += next.length;
    for (const one of next) {
      const inner = list(one, 'components');
      if (inner.length > 0) waiting.push(inner);
    }
  }
  return count;
}

function addComponents(
  found: SbomComponent[],
  components: readonly unknown[],
  path: string,
  around: readonly string[],
): void {
  const depth = around.length;
  for (const [index, one] of components.entries()) {
    if (found.length >= mostParts || depth > deepestPart) return;
    const own = `${path}/${String(index)}`;
    const purl = word(one, 'purl');
    const part: SbomComponent = {
      path: own,
      depth,
      ref: word(one, 'bom-ref') === '' ? purl : word(one, 'bom-ref'),
      name: [word(one, 'group'), word(one, 'name')].filter((part) => part !== '').join('/'),
      version: word(one, 'version'),
      type: word(one, 'type'),
      licences: list(one, 'licenses').map(writeLicence).join(', '),
      inside: around.join(' › ').slice(0, longestWay),
      purl,
      vulnerabilities: [],
    };
    found.push(part);
    const inner = list(one, 'components');
    if (inner.length > 0) {
      addComponents(found, inner, `${own}/components`, [...around, writeName(part)]);
    }
  }
}

/** As many letters of a name stand where others refer to it. */
const longestName = 200;
/** Of the names of what a part lies in: of deep parts they would be many times as long as the file. */
const longestWay = 100;

function writeName({ name, version }: SbomComponent): string {
  return (version === '' ? name : `${name} ${version}`).slice(0, longestName);
}

/** Of many names the first: a file may name everything everywhere. */
export function writeNames(names: readonly string[]): string {
  const most = 20;
  const first = names
    .slice(0, most)
    .map((name) => name.slice(0, longestName))
    .join(', ');
  return names.length > most ? `${first} and ${String(names.length - most)} more` : first;
}

function writeLicence(entry: unknown): string {
  const licence = get(entry, 'license');
  return word(licence, 'id') || word(licence, 'name') || word(entry, 'expression');
}

const ranks = ['critical', 'high', 'medium', 'low', 'info', 'none', 'unknown'];

function findHighest(ratings: readonly unknown[]): unknown {
  const rank = (rating: unknown): number => {
    const at = ranks.indexOf(word(rating, 'severity').toLowerCase());
    return at < 0 ? ranks.length : at;
  };
  return [...ratings].sort((a, b) => rank(a) - rank(b))[0];
}

/** The rank of a severity in words, the gravest first, for sorting. */
export function rankSeverity(severity: string): number {
  const at = ranks.indexOf(severity.toLowerCase());
  return at < 0 ? ranks.length : at;
}

function get(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
function list(value: unknown, name: string): readonly unknown[] {
  const found = get(value, name);
  return Array.isArray(found) ? (found as unknown[]) : [];
}
function word(value: unknown, name: string): string {
  const found = get(value, name);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}
