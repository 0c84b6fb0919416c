const packYaml = `format: 1
id: test
version: 1.0.0
title: Test
authors: [Ana Beltran]
licence: CC-BY-4.0
language: en-GB
attack: { version: v19 }
nice: { version: 2.1.0 }
`;
const option = (id: string, rating: number) =>
  `      - { id: ${id}, text: Do ${id}, rating: ${rating}, reason: Because ${id} }`;
const drillYaml = `format: 1
id: T01
title: A key in the open
summary: { file: brief.md }
role: Analyst
level: entry
minutes: 20
kind: Leak
starts_at: "2026-03-10T09:12:00Z"
ends_at: "20:00"
severity: { level: medium }
brief: { file: brief.md }
people: [{ id: ines, name: Ines Holm, role: Manager }]
feed:
  - { id: notice, kind: mail, at: 0, from: ines, subject: Look at this, body: See the table }
evidence:
  - { id: table, title: Table, file: evidence/table.csv, format: csv, key: id, minutes: 1 }
clues:
  - { id: row, evidence: table, record: r-2, says: It is there }
decisions:
  - id: first
    title: How serious?
    prompt: Choose
    opens: { delivered: notice }
    part: scoping
    weight: 5
    none: { rating: 1, reason: Nothing was done }
    options:
${['a', 'b', 'c', 'd'].map((id, index) => option(id, index + 1)).join('\n')}
truth: [{ id: leak, at: "2026-03-10T09:00:00Z", title: The key leaks, clues: [row] }]
scoring: {}
outcomes: [{ id: end, title: End, text: It is over }]
debrief: { text: Told }
`;

/** The texts of a small pack that is sound in every respect. */
export const soundTexts: Readonly<Record<string, string>> = {
  'pack.yaml': packYaml,
  LICENSE: 'Do with it what you like.\n',
  'drills/a-key/drill.yaml': drillYaml,
  'drills/a-key/brief.md': 'You are **on shift**.\n',
  'drills/a-key/evidence/table.csv': `id,note\n${Array.from({ length: 60 }, (_, row) => `r-${row},note ${row * 7919}`).join('\n')}\n`,
  'drills/a-key/evidence/events.json': '{"Records": [{"eventID": "e-1"}]}\n',
};

/** Path → bytes of the small pack, with texts exchanged or added. */
export function packFiles(more: Readonly<Record<string, string | Uint8Array>> = {}) {
  return new Map(
    Object.entries({ ...soundTexts, ...more }).map(([path, content]) => [
      path,
      new Uint8Array(Buffer.from(content as string)),
    ]),
  );
}
