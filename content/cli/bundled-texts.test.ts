import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkUpdate } from '../engine/score/update-check.ts';
import { readPackFolder } from './read-pack-folder.ts';

/** What the texts of every bundled drill hold to, and no rule of the linter looks for. */

const packs = fileURLToPath(new URL('../packs', import.meta.url));
const drills = readdirSync(packs, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readPackFolder(join(packs, name)).pack.drills)
  .flatMap((entry) => (entry.kind === 'ready' ? [entry] : []));

describe.each(drills)('$slug', ({ drill }) => {
  it('answers with no figure that would be read as the number of a list', () => {
    const texts = drill.tools.flatMap(({ id, outcomes }) =>
      outcomes.map((outcome) => [`${id}/${outcome.id}`, outcome.answer] as const),
    );
    expect(texts.filter(([, text]) => /^\s*\d+[.)]\s/m.test(text))).toEqual([]);
  });

  it('lets nobody who is rung answer in the words of somebody else', () => {
    const answers = drill.tools.flatMap(({ id, outcomes }) =>
      outcomes.flatMap(({ answer, match }) => {
        const who = [match?.['who'] ?? []].flat();
        return who.length > 0 && answer.includes('"') ? [{ tool: id, answer, who }] : [];
      }),
    );
    const repeated = answers.filter(({ tool, answer, who }) =>
      answers.some(
        (other) =>
          other.tool === tool &&
          other.answer === answer &&
          !other.who.some((name) => who.includes(name)),
      ),
    );
    expect(repeated.map(({ who, answer }) => `${who.join()}: ${answer}`)).toEqual([]);
  });

  it('accepts as citations what its own best option rests on', () => {
    const missing = drill.decisions.flatMap(({ id, citations, options }) => {
      const best = [...options].sort((a, b) => b.rating - a.rating)[0];
      const accepts = new Set(citations?.accepts);
      if (!citations || !best) return [];
      return best.evidence.filter((clue) => !accepts.has(clue)).map((clue) => `${id}: ${clue}`);
    });
    expect(missing).toEqual([]);
  });

  it('asks a notice to customers for no owner, since it names nobody', () => {
    const owners = drill.updates
      .filter(({ audience }) => audience === 'customers')
      .flatMap(({ id, facts }) =>
        facts.filter(({ kind }) => kind === 'owner').map((fact) => `${id}/${fact.id}`),
      );
    expect(owners).toEqual([]);
  });

  it('words what an update has to say so that it is not taken for blame', () => {
    const blamed = drill.updates.flatMap((update) =>
      update.facts.flatMap(({ id, text }) => {
        const known = new Set(update.facts.map((fact) => fact.id));
        const { findings } = checkUpdate(update, `${text}.`, known, new Set());
        return findings.some(({ rule }) => rule === 'blame') ? [`${update.id}/${id}`] : [];
      }),
    );
    expect(blamed).toEqual([]);
  });
});
