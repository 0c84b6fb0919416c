import { deepestPart, mostParts } from '../../content/engine/evidence/read-sbom.ts';
import { writeCount, writeFigure } from './room-words.ts';

interface Counts {
  readonly components: number;
  readonly vulnerabilities: number;
}

/** What is said where a bill of materials has more than is listed; null where all of it is. */
export function writeLeftOut(listed: Counts, all: Counts): string | null {
  const parts = `${writeFigure(listed.components)} of ${writeCount(all.components, 'part')} are shown`;
  const said: string[] = [];
  if (listed.components === mostParts && all.components > mostParts) {
    said.push(`The first ${parts}.`);
  } else if (all.components > listed.components) {
    said.push(`${parts}: those that lie more than ${String(deepestPart)} parts deep are not.`);
  }
  if (all.vulnerabilities > listed.vulnerabilities) {
    const known = writeCount(all.vulnerabilities, 'vulnerability', 'vulnerabilities');
    said.push(`The first ${writeFigure(listed.vulnerabilities)} of ${known} are shown.`);
  }
  return said.length === 0 ? null : `${said.join(' ')} The JSON has all.`;
}
