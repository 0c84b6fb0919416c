import type { Clue, Drill } from '../format/drill-schema.ts';
import type { Citation } from './attempt-log.ts';
import { hashText } from './random-source.ts';
import type { EvidenceTexts } from './instantiate.ts';

/** Where a clue lies, in the terms of a citation. */
export interface Place {
  readonly clue: string;
  readonly file: string;
  readonly record: string | null;
  /** UTF-8 bytes, end exclusive; null for a record. */
  readonly range: readonly [start: number, end: number] | null;
  /** A file that is one record, a mail or an image: citing it whole covers every place in it. */
  readonly wholeFile: boolean;
}

/** Length of a text in UTF-8 bytes. */
export function countBytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xdc00) {
      bytes += 4;
      index += 1;
    } else bytes += 3;
  }
  return bytes;
}

/** Cites a stretch of a text file; `start` and `end` are UTF-16, end exclusive. */
export function citeRange(file: string, text: string, start: number, end: number): Citation {
  const from = countBytes(text.slice(0, start));
  const cited = text.slice(start, end);
  const hash = hashText(cited).toString(16).padStart(8, '0');
  return { file, locator: { kind: 'range', start: from, end: from + countBytes(cited), hash } };
}

export function citeRecord(file: string, id: string): Citation {
  return { file, locator: { kind: 'record', id } };
}

/** Finds the place of every clue. A clue whose text is not in its file has no place (lint says so). */
export function locateClues(drill: Drill, evidence: EvidenceTexts): readonly Place[] {
  return drill.clues.flatMap((clue) => locateClue(drill, evidence, clue) ?? []);
}

function locateClue(drill: Drill, evidence: EvidenceTexts, clue: Clue): Place | null {
  const place = (file: string, record: string | null): Place => ({
    clue: clue.id,
    file,
    record,
    range: null,
    wholeFile: false,
  });
  if ('feed' in clue) return place('feed', clue.feed);
  if ('tool' in clue) return place('tools', `${clue.tool}/${clue.outcome}`);
  if ('record' in clue) return place(clue.evidence, clue.record);
  const text = evidence.get(clue.evidence);
  const at = text?.indexOf(clue.text) ?? -1;
  if (text === undefined || at < 0) return null;
  const start = countBytes(text.slice(0, at));
  const format = drill.evidence.find(({ id }) => id === clue.evidence)?.format;
  return {
    ...place(clue.evidence, null),
    range: [start, start + countBytes(clue.text)],
    wholeFile: format === 'mail' || format === 'image',
  };
}

/** The clues that a citation covers. */
export function findCitedClues(places: readonly Place[], citation: Citation): readonly string[] {
  return places.filter((place) => covers(place, citation)).map(({ clue }) => clue);
}

/** What citations make known in one drill, in the terms of conditions (`cited:x`). */
export interface CitedFacts {
  /** How many facts there are. */
  readonly size: number;
  /** Answers like `findCitedClues`. */
  readonly find: (citation: Citation) => readonly string[];
}

/** The facts of one file's places. */
interface FileFacts {
  readonly places: { readonly place: Place; readonly fact: string }[];
  /** Of each record that is a place. */
  readonly byRecord: ReadonlyMap<string, readonly string[]>;
  /** Of any other record. */
  readonly byOther: readonly string[];
}

/** Asked at every event that cites, so places are grouped and facts written once. */
export function indexCitations(places: readonly Place[]): CitedFacts {
  const byClue = new Map(places.map(({ clue }) => [clue, [`cited:${clue}`]]));
  const files = new Set(places.map(({ file }) => file));
  const byFile = new Map([...files].map((file) => [file, indexFile(file, places)]));
  const find = (citation: Citation): readonly string[] => {
    const { file, locator } = citation;
    if (locator.kind === 'clue') return byClue.get(locator.id) ?? [];
    const inFile = byFile.get(file);
    if (inFile === undefined) return [];
    if (locator.kind === 'record') return inFile.byRecord.get(locator.id) ?? inFile.byOther;
    return inFile.places.flatMap(({ place, fact }) => (covers(place, citation) ? fact : []));
  };
  return { size: byClue.size, find };
}

function indexFile(file: string, all: readonly Place[]): FileFacts {
  const places = all
    .filter((place) => place.file === file)
    .map((place) => ({ place, fact: `cited:${place.clue}` }));
  const listCited = (citation: Citation): readonly string[] =>
    places.filter(({ place }) => covers(place, citation)).map(({ fact }) => fact);
  const records = new Set(places.flatMap(({ place }) => place.record ?? []));
  return {
    places,
    byRecord: new Map([...records].map((id) => [id, listCited(citeRecord(file, id))])),
    byOther: places.filter(({ place }) => place.wholeFile).map(({ fact }) => fact),
  };
}

function covers(place: Place, { file, locator }: Citation): boolean {
  if (locator.kind === 'clue') return place.clue === locator.id;
  if (place.file !== file) return false;
  if (locator.kind === 'query') {
    return (locator.rests_on ?? []).some((one) => covers(place, { file, locator: one }));
  }
  if (locator.kind === 'record') return place.wholeFile || place.record === locator.id;
  if (!place.range) return false;
  return locator.start < place.range[1] && place.range[0] < locator.end;
}
