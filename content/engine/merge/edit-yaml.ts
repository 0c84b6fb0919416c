import { isMap, isSeq, parseDocument, stringify, type Document, type YAMLSeq } from 'yaml';
import type { Edit, Step } from './merge-values.ts';

/**
 * Writes edits into a YAML text. Comments, order and layout of what is not edited stay as they are.
 * A member that is new goes to the end of its list.
 *
 * @param text that has been read without a fault
 */
export function editYaml(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const document = parseDocument(text, { merge: false });
  for (const { place, value } of edits) edit(document, place, value);
  // A line that was long stays long: a text folded anew would show as changed.
  return document.toString({ lineWidth: 0 });
}

/** A value as people read it: a text as it is, anything else as YAML; null for one that is left out. */
export function writeValue(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : stringify(value).trimEnd();
}

function edit(document: Document, place: readonly Step[], value: unknown): void {
  const last = place.at(-1);
  if (last === undefined) {
    document.contents = document.createNode(value);
    return;
  }
  let node: unknown = document.contents;
  for (const step of place.slice(0, -1)) node = enter(node, step);
  if (typeof last === 'string') {
    if (!isMap(node)) return;
    if (value === undefined) node.delete(last);
    else node.set(last, document.createNode(value));
    return;
  }
  if (!isSeq(node)) return;
  const index = findMember(node, last.id);
  if (value === undefined) {
    if (index >= 0) node.delete(index);
  } else if (index >= 0) node.set(index, document.createNode(value));
  else node.add(document.createNode(value));
}

function enter(node: unknown, step: Step): unknown {
  if (typeof step === 'string') return isMap(node) ? node.get(step, true) : undefined;
  if (!isSeq(node)) return undefined;
  return node.items[findMember(node, step.id)];
}

function findMember(list: YAMLSeq, id: string): number {
  return list.items.findIndex((item) => isMap(item) && item.get('id') === id);
}
