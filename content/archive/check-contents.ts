import { findJsonHazard } from '../engine/format/find-json-hazard.ts';
import { findMarkdownExcess } from '../engine/format/find-markdown-excess.ts';
import { findMisplaced } from '../engine/format/find-misplaced.ts';
import { loadDrill, loadPack } from '../engine/format/load-pack.ts';
import { parseYaml, placeFindings } from '../engine/format/parse-yaml.ts';
import { findPictureFault, isPicture } from './check-picture.ts';
import { refuseArchive, type ArchiveResult } from './archive-fault.ts';
import { refuseFault } from './refuse-fault.ts';

type Files = ReadonlyMap<string, Uint8Array>;
type Refusal = ReturnType<typeof refuseArchive>;

/** A part of a pack that can be checked for itself: a drill, or with null all that is in no drill. */
export interface PackPart {
  readonly slug: string | null;
  readonly files: Files;
}

/** A drill, or what a pack holds beside its drills. */
export type CheckedPart =
  | { readonly slug: string; readonly title: string }
  | {
      readonly slug: null;
      readonly title: string;
      readonly exercises: readonly { readonly slug: string; readonly title: string }[];
      /** How many questions, in all files. */
      readonly questions: number;
    };

/** The parts of a pack, those with the most to read first. */
function listParts(files: Files): readonly PackPart[] {
  const slugs = new Set<string>();
  for (const path of files.keys()) {
    const slug = /^drills\/([^/]+)\/drill\.yaml$/.exec(path)?.[1];
    if (slug !== undefined) slugs.add(slug);
  }
  const parts = [...slugs].map((slug) => ({
    slug,
    files: new Map([...files].filter(([path]) => path.startsWith(`drills/${slug}/`))),
  }));
  const size = ({ slug, files: own }: PackPart): number =>
    own.get(`drills/${slug}/drill.yaml`)?.length ?? 0;
  const rest = [...files].flatMap(([path, bytes]): [string, Uint8Array][] => {
    const slug = /^drills\/([^/]+)\//.exec(path)?.[1] ?? '';
    if (!slugs.has(slug)) return [[path, bytes]];
    // That a drill is there is all that the rest of a pack asks of it.
    return path === `drills/${slug}/drill.yaml` ? [[path, new Uint8Array()]] : [];
  });
  return [
    { slug: null, files: new Map(rest) },
    ...parts.sort((a, b) => size(b) - size(a) || (a.slug < b.slug ? -1 : 1)),
  ];
}

/**
 * Checks what is in the files of a part: each is what its name says, every YAML, JSON and Markdown
 * stays within its bounds, and all of it loads. The first fault by path is given. Takes as long as
 * loading does; what must end in time runs it where it can be ended.
 */
export function checkPart({ slug, files }: PackPart): ArchiveResult<CheckedPart> {
  const texts = new Map<string, string>();
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = readFile(path, bytes);
    if (typeof text === 'object') return text;
    texts.set(path, text);
    const fault = checkText(path, text);
    if (fault) return fault;
  }
  return slug === null ? checkRest(texts) : checkDrill(texts, slug);
}

/** Checks all parts of a pack, one after the other. */
export function checkContents(files: Files): ArchiveResult<readonly CheckedPart[]> {
  const checked: CheckedPart[] = [];
  for (const part of listParts(files)) {
    const result = checkPart(part);
    if (!result.ok) return result;
    checked.push(result.value);
  }
  return { ok: true, value: checked };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file; empty for a picture. */
function readFile(path: string, bytes: Uint8Array): string | Refusal {
  if (isPicture(path)) {
    const fault = findPictureFault(path, bytes);
    return fault === null ? '' : refuseArchive('content_type', path, fault);
  }
  if (bytes.includes(0)) {
    return isWideText(bytes)
      ? refuseArchive('not_utf8', path, 'it looks like UTF-16')
      : refuseArchive('content_type', path, 'it is no text');
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return refuseArchive('not_utf8', path);
  }
}

/**
 * Whether bytes are text in units of two or four bytes: it begins with their mark, or of its first few
 * Latin letters every other byte is zero. Tables that a spreadsheet saves as "Unicode" are such.
 */
function isWideText(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  return /^(?:fffe|feff|0000feff)|^(?:00(?!00)..){4}$|^(?:(?!00)..00){4}$/.test(start);
}

function checkText(path: string, text: string): Refusal | null {
  if (/\.ya?ml$/i.test(path)) {
    // drill.yaml is read once, by checkDrill.
    const parsed = /^drills\/[^/]+\/drill\.yaml$/.test(path) ? null : parseYaml(path, text);
    if (!parsed) return null;
    if (!parsed.ok) return refuseFault(path, parsed.faults, 'yaml');
    // Evidence is shown as it is, and none of it as Markdown.
    return /^drills\/[^/]+\/evidence\//.test(path) ? null : checkStrings(path, parsed.value.data);
  }
  if (/\.jsonl?$/i.test(path)) return checkJson(path, text);
  return /\.md$/i.test(path) ? checkMarkdown(path, text) : null;
}

function checkJson(path: string, text: string): Refusal | null {
  const lines = /l$/i.test(path);
  const hazard = findJsonHazard(text, { lines });
  if (hazard) {
    return refuseArchive(
      hazard.code === 'forbidden-key' ? 'forbidden_key' : 'json',
      path,
      hazard.message,
    );
  }
  // Evidence in lines may hold one that was cut off: that is how logs are, and is shown as such.
  if (lines) return null;
  try {
    JSON.parse(text);
    return null;
  } catch {
    return refuseArchive('json', path, 'it is no JSON');
  }
}

function checkMarkdown(path: string, text: string): Refusal | null {
  const excess = findMarkdownExcess(text);
  if (!excess) return null;
  const code = excess.kind === 'long' ? 'markdown_too_long' : 'markdown_too_costly';
  return refuseArchive(code, path, `line ${excess.line}, ${excess.why}`);
}

/** Any text of a YAML file may be laid out as Markdown. */
function checkStrings(path: string, data: unknown): Refusal | null {
  if (typeof data === 'string') return data.length > 64 ? checkMarkdown(path, data) : null;
  if (data === null || typeof data !== 'object') return null;
  for (const member of Object.values(data)) {
    const fault = checkStrings(path, member);
    if (fault) return fault;
  }
  return null;
}

function checkDrill(texts: ReadonlyMap<string, string>, slug: string): ArchiveResult<CheckedPart> {
  const file = `drills/${slug}/drill.yaml`;
  const entry = loadDrill(texts, slug);
  if (entry.kind === 'faulty') return refuseFault(file, entry.faults, 'drill_invalid');
  const misplaced = findMisplaced(texts, new Set([slug]));
  if (misplaced[0]) return refuseFault(misplaced[0].file, misplaced, 'pack_invalid');
  const { drill, source } = entry;
  const lost = drill.evidence.findIndex((item) => !texts.has(`drills/${slug}/${item.file}`));
  if (lost >= 0) {
    const [fault] = placeFindings(source, [
      {
        code: 'missing-file',
        path: ['evidence', lost, 'file'],
        message: `${drill.evidence[lost]?.file} is missing.`,
        remedy: 'Put the file into the evidence folder of the drill, or remove the entry.',
      },
    ]);
    return refuseFault(file, fault ? [fault] : [], 'drill_invalid');
  }
  return checkStrings(file, drill) ?? { ok: true, value: { slug, title: drill.title } };
}

function checkRest(texts: ReadonlyMap<string, string>): ArchiveResult<CheckedPart> {
  const { header, faults, exercises, questions } = loadPack(texts);
  if (!header || faults.length > 0) {
    return refuseFault(faults[0]?.file ?? 'pack.yaml', faults, 'pack_invalid');
  }
  for (const { exercise, folder, source } of exercises) {
    const lost = exercise.material.findIndex(({ file }) => !texts.has(folder + file));
    if (lost < 0) continue;
    const [fault] = placeFindings(source, [
      {
        code: 'missing-material',
        path: ['material', lost, 'file'],
        message: `${exercise.material[lost]?.file} is missing.`,
        remedy: 'Put the file into the exercise’s own folder, or remove the entry.',
      },
    ]);
    return refuseFault(source.file, fault ? [fault] : [], 'pack_invalid');
  }
  return {
    ok: true,
    value: {
      slug: null,
      title: header.title,
      exercises: exercises.map(({ slug, exercise: { title } }) => ({ slug, title })),
      questions: questions.files.reduce(
        (sum, { questions: { questions: own } }) => sum + own.length,
        0,
      ),
    },
  };
}
