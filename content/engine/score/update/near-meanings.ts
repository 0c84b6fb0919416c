/** Acts that are close; `turned`: one is the opposite of the other. */
const nearActPairs: readonly (readonly [string, string, boolean])[] = [
  ['begin', 'create', false],
  ['off', 'stop', false],
  ['off', 'isolate', false],
  ['down', 'stop', false],
  ['down', 'off', false],
  ['isolate', 'contain', false],
  ['fix', 'down', true],
  ['fix', 'finish', false],
  ['gone', 'off', false],
  ['delay', 'stop', false],
  ['slow', 'delay', false],
  ['use', 'access', false],
  ['expose', 'access', false],
  ['find', 'notify', false],
  ['take', 'send', false],
  ['send', 'arrive', false],
  ['hand-on', 'send', false],
  ['hand-on', 'expose', false],
  ['finish', 'stop', false],
  ['affect', 'down', false],
  ['remove', 'delete', false],
  ['remove', 'off', false],
  ['compensate', 'down', true],
  ['lose', 'gone', false],
  ['delete', 'gone', false],
  ['pay', 'send', false],
  ['affect', 'limit', false],
  ['down', 'off', false],
  ['harm', 'compromise', false],
  // What is closed is open to nobody.
  ['finish', 'expose', true],
];

/** What else may be meant by what happens, by concept. */
export const nearActs = new Map<string, { readonly key: string; readonly turned: boolean }[]>();
for (const [one, other, turned] of nearActPairs) {
  nearActs.set(one, [...(nearActs.get(one) ?? []), { key: other, turned }]);
  nearActs.set(other, [...(nearActs.get(other) ?? []), { key: one, turned }]);
}

const nearThingPairs: readonly (readonly [string, string])[] = [
  ['customer', 'person'],
  ['customer', 'account'],
  ['customer', 'household'],
  ['credential', 'key'],
  ['credential', 'token'],
  ['key', 'token'],
  ['machine', 'laptop'],
  ['store', 'backup'],
  ['store', 'site'],
  ['disk', 'machine'],
  ['publish-release', 'site'],
  ['staff', 'team'],
  ['attacker', 'person'],
  ['sign', 'trac'],
  ['sign', 'indic'],
  ['sign', 'evidenc'],
  ['sign', 'hint'],
  ['mani', 'number-of'],
  ['egress', 'traffic'],
  ['ingress', 'traffic'],
  ['alter', 'chang'],
  ['alter', 'modifi'],
  ['alter', 'tamper'],
  ['chang', 'modifi'],
];

/** What else may be meant by a thing, by concept. */
export const nearThings = new Map<string, string[]>();
for (const [one, other] of nearThingPairs) {
  nearThings.set(one, [...(nearThings.get(one) ?? []), other]);
  nearThings.set(other, [...(nearThings.get(other) ?? []), one]);
}

/** `stronger`: it implies the concept asked for; otherwise it is implied by it. */
const implications: readonly (readonly [strong: string, weak: string])[] = [
  ['take', 'access'],
  ['take', 'expose'],
  ['take', 'compromise'],
  ['take', 'lose'],
  ['take', 'affect'],
  ['access', 'compromise'],
  ['access', 'affect'],
  ['expose', 'affect'],
  ['expose', 'compromise'],
  ['compromise', 'affect'],
  ['delete', 'lose'],
  ['delete', 'compromise'],
  ['lose', 'affect'],
  ['lose', 'compromise'],
  ['gone', 'contain'],
  ['attack', 'compromise'],
  ['encrypt', 'affect'],
];
const related = new Map<string, { readonly key: string; readonly stronger: boolean }[]>();
for (const [strong, weak] of implications) {
  related.set(weak, [...(related.get(weak) ?? []), { key: strong, stronger: true }]);
  related.set(strong, [...(related.get(strong) ?? []), { key: weak, stronger: false }]);
}
const unrelated: readonly { readonly key: string; readonly stronger: boolean }[] = [];
/** What implies a concept, and what it implies. */
export function relatedTo(
  key: string,
): readonly { readonly key: string; readonly stronger: boolean }[] {
  return related.get(key) ?? unrelated;
}
