import * as v from 'valibot';
import { locateMembers } from '../evidence/locate-members.ts';
import { writeFields } from './story-fields.ts';
import {
  emptyDraft,
  placeText,
  titleFrom,
  type DraftAt,
  type DraftsRead,
  type StoryDraft,
} from './story-draft.ts';
import { StorySchema } from './story.ts';

/** What our own JSON begins with; its version changes with the shape of a story. */
export const storiesFile = { format: 'drillbook-stories', version: 1 } as const;

type Value = { readonly ok: true; readonly value: unknown } | (DraftsRead & { readonly ok: false });

function parseJson(text: string): Value {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const position = /position (\d+)/.exec(said)?.[1];
    const line = lineAt(text, position === undefined ? text.length : Number(position));
    return {
      ok: false,
      fault: { line, message: 'This is no JSON: it breaks off or goes wrong here.' },
    };
  }
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let from = text.indexOf('\n'); from >= 0 && from < at; from = text.indexOf('\n', from + 1))
    line += 1;
  return line;
}

function lineOf(text: string, places: ReturnType<typeof locateMembers>, path: string): number {
  return lineAt(text, places.get(path)?.[0] ?? 0);
}

const FileSchema = v.object({
  format: v.literal(storiesFile.format),
  version: v.pipe(v.number(), v.integer()),
  stories: v.array(v.unknown()),
});

/** Our own export, whole: versions by length, ledger and origin among it, so that a rehearsal stays one. */
export function readOwnJson(text: string): DraftsRead {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const file = v.safeParse(FileSchema, parsed.value);
  if (!file.success) {
    return {
      ok: false,
      fault: { line: 1, message: 'This is no export of stories from Drillbook.' },
    };
  }
  if (file.output.version > storiesFile.version) {
    return {
      ok: false,
      fault: {
        line: 1,
        message: `This export was written by a newer Drillbook (format ${file.output.version}); this one reads up to ${storiesFile.version}.`,
      },
    };
  }
  const places = locateMembers(text);
  const drafts: DraftAt[] = [];
  for (const [index, entry] of file.output.stories.entries()) {
    const line = lineOf(text, places, `/stories/${index}`);
    const read = v.safeParse(StorySchema, entry);
    if (!read.success) {
      const [issue] = read.issues;
      const path = issue.path?.map(({ key }) => String(key)) ?? [];
      const at = places.get(['/stories', index, ...path].join('/'))?.[0];
      return {
        ok: false,
        fault: {
          line: at === undefined ? line : lineAt(text, at),
          message: `Story ${index + 1}, ${path.join('.') || 'as a whole'}: ${issue.message}.`,
        },
      };
    }
    const {
      format: _format,
      id: _id,
      created_at: _created,
      updated_at: _updated,
      ...draft
    } = read.output;
    drafts.push({ line, draft });
  }
  return { ok: true, drafts, notes: [] };
}

const Line = v.optional(v.nullable(v.string()));
const Highlights = v.optional(v.nullable(v.array(v.string())));
const Work = v.object({
  name: Line,
  company: Line,
  organization: Line,
  position: Line,
  startDate: Line,
  endDate: Line,
  summary: Line,
  highlights: Highlights,
});
const Project = v.object({
  name: Line,
  description: Line,
  startDate: Line,
  endDate: Line,
  highlights: Highlights,
  roles: Highlights,
});
const ResumeSchema = v.object({
  work: v.optional(v.array(Work), []),
  volunteer: v.optional(v.array(Work), []),
  projects: v.optional(v.array(Project), []),
});

/**
 * A résumé in JSON Resume: each highlight of a post and each project becomes a draft to write on. Only
 * what stands in the file is taken; result and reflection are left for the person.
 */
export function readJsonResume(text: string): DraftsRead {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const places = locateMembers(text);
  const resume = v.safeParse(ResumeSchema, parsed.value);
  if (!resume.success) {
    const [issue] = resume.issues;
    const path = issue.path?.map(({ key }) => String(key)) ?? [];
    return {
      ok: false,
      fault: {
        line: lineOf(text, places, `/${path.join('/')}`),
        message: `${path.join('.') || 'The file'}: ${issue.message}. A JSON Resume has lists named work and projects.`,
      },
    };
  }
  const drafts: DraftAt[] = [];
  for (const section of ['work', 'volunteer'] as const) {
    for (const [index, post] of resume.output[section].entries()) {
      for (const [at, highlight] of (post.highlights ?? []).entries()) {
        if (highlight.trim() === '') continue;
        const line = lineOf(text, places, `/${section}/${index}/highlights/${at}`);
        drafts.push({ line, draft: draftHighlight(describePost(post), highlight.trim()) });
      }
    }
  }
  for (const [index, project] of resume.output.projects.entries()) {
    const said = [project.description ?? '', ...(project.highlights ?? [])].join('').trim();
    if (said === '' && (project.name ?? '').trim() === '') continue;
    const text_ = writeFields({
      situation: (project.description ?? '').trim(),
      action: (project.highlights ?? []).map(endSentence).join('\n'),
    });
    const draft = {
      ...emptyDraft(),
      title: (project.name ?? '').trim() || titleFrom(said),
      tags: ['résumé'],
    };
    drafts.push({
      line: lineOf(text, places, `/projects/${index}`),
      draft: placeText(draft, text_),
    });
  }
  return { ok: true, drafts, notes: [] };
}

function draftHighlight(situation: string, highlight: string): StoryDraft {
  const text = writeFields({ situation, action: endSentence(highlight) });
  return placeText({ ...emptyDraft(), title: titleFrom(highlight), tags: ['résumé'] }, text);
}

function endSentence(text: string): string {
  const said = text.trim();
  return said === '' || /[.!?…]$/.test(said) ? said : `${said}.`;
}

/** "From 2021 to 2023 I was Analyst at Harrow Freight.": post, place and years of the file, nothing else. */
function describePost(post: v.InferOutput<typeof Work>): string {
  const yearOf = (date: string | null | undefined): string => /^\d{4}/.exec(date ?? '')?.[0] ?? '';
  const [from, to] = [yearOf(post.startDate), yearOf(post.endDate)];
  const place = (post.name ?? post.company ?? post.organization ?? '').trim();
  const position = (post.position ?? '').trim();
  if (place === '' && position === '') return '';
  const when =
    from === ''
      ? ''
      : to === ''
        ? `Since ${from}: `
        : from === to
          ? `${from}: `
          : `${from} to ${to}: `;
  return `${when}${[position, place].filter((one) => one !== '').join(' at ')}.`;
}
