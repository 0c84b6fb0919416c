import {
  constructFromEvents,
  defineMappingTag,
  defineScalarTag,
  EVENT_ID,
  NOT_RESOLVED,
  parseEvents,
  Schema,
  seqTag,
  strTag,
  YAMLException,
  type Event,
} from 'js-yaml';
import { isTooMuchYaml, mostCharacters } from './compose-yaml.ts';
import { isForbiddenKey } from './forbidden-keys.ts';

/** Thrown and caught inside: the text needs more of YAML than is read here. */
class Unusual extends Error {}

/** Anything but line breaks and what can be seen: a tab, a mark of order, half a character. */
const unusual =
  /[^\n\x20-\x7e\u00a1-\u2027\u2030-\ud7ff\ue000-\ufefe\uff00-\uffef\u{10000}-\u{10ffff}]/u;
/**
 * What the two libraries read in two ways, or what may be that: the border of a document, an indent in
 * figures, an empty line behind one that goes on.
 */
const disputed = /^(?:---|\.\.\.)|(?:^| )[|>][-+]?[1-9][-+]?(?= *(?:#|$))|\\\n *\n/m;
/** As in compose-yaml.ts, with room: what comes near these bounds is counted there. */
const most = { depth: 60, pieces: 55_000 } as const;

/**
 * Reads YAML as people and formatters write drills, with a library that is some ten times as fast as the
 * one of compose-yaml.ts, but tells no places. It takes the part of the language in which nothing can be
 * meant in two ways; for whatever else is in a text, right or wrong, the result is null, and
 * compose-yaml.ts decides.
 */
export function readPlainYaml(source: string): { readonly data: unknown } | null {
  if (source.length > mostCharacters) return null;
  // Both libraries take the line ends of Windows for plain ones, also in a text over several lines.
  const text = source.replaceAll('\r\n', '\n');
  if (!text.endsWith('\n') || unusual.test(text) || disputed.test(text)) return null;
  const lines = text.split('\n').length;
  try {
    const events = parseEvents(text, { maxDepth: most.depth });
    if (!events.every(isPlain)) return null;
    // Rather too many than too few: a name, its colon, two spaces, a value and a comma.
    if (6 * events.length + 4 * lines > most.pieces && isTooMuchYaml(text)) return null;
    // A text alone is no file of a pack.
    if (events[1]?.type !== EVENT_ID.MAPPING && events[1]?.type !== EVENT_ID.SEQUENCE) return null;
    const documents = constructFromEvents(events, { source: text, schema, maxAliases: 0 });
    return documents.length === 1 ? { data: documents[0] } : null;
  } catch (error) {
    if (error instanceof YAMLException || error instanceof Unusual) return null;
    throw error;
  }
}

function isPlain(event: Event): boolean {
  if (event.type === EVENT_ID.ALIAS) return false;
  if (event.type === EVENT_ID.DOCUMENT)
    return !event.explicitStart && !event.explicitEnd && event.directives.length === 0;
  return event.type === EVENT_ID.POP || (event.anchorStart < 0 && event.tagStart < 0);
}

/** What is a text only by how it is spelt: truth values, nothing, and numbers with at most one dot. */
const mayMean =
  /^(?:null|true|false|~|[-+]?(?:0[ox][\da-f]+|\.(?:inf|nan)|(?=[\d.])\d*(?:\.\d*)?(?:e[-+]?\d*)?))$/i;

/**
 * A word without quotes by YAML 1.2's core schema. What may be a number, but is not written as drills
 * write numbers, is left to compose-yaml.ts.
 */
const word = defineScalarTag<string | number | boolean | null>('tag:drillbook:word', {
  implicit: true,
  resolve: (source) => {
    if (/^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,8})\.\d{1,6})$/.test(source)) return Number(source);
    if (source === 'true') return true;
    if (source === 'false') return false;
    if (source === 'null' || source === '') return null;
    if (mayMean.test(source)) throw new Unusual();
    return NOT_RESOLVED;
  },
  identify: () => false,
});

/** Characters. YAML ends a key at 1,024, and not every library does. */
const longestKey = 200;

const fields = defineMappingTag<Record<string, unknown>>('tag:yaml.org,2002:map', {
  create: () => ({}),
  addPair: (map, key, value) => {
    const name = typeof key === 'boolean' ? String(key) : key;
    if (typeof name !== 'string' || name.length > longestKey) throw new Unusual();
    if (name === '<<' || isForbiddenKey(name)) throw new Unusual();
    map[name] = value;
    return '';
  },
  has: (map, key) => Object.hasOwn(map, String(key)),
  keys: (map) => Object.keys(map),
  get: (map, key) => map[String(key)],
  identify: () => false,
});

const schema = new Schema([strTag, word, seqTag, fields]);
