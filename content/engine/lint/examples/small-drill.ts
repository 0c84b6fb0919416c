/** The small drill that every example of a rule changes. It lints without a fault. */
export const smallDrill = `format: 1
id: EX01
title: A key in the open
summary: Somebody writes that one of your keys can be read by anybody.
role: Analyst
level: entry
minutes: 20
kind: Credential leak
starts_at: '2026-03-10T09:00:00Z'
ends_at: 20
severity: { level: medium }
brief: You are on shift. A mail has just come in.
people:
  - { id: ines, name: Ines Holm, role: Duty manager }
  - { id: tomas, name: Tomas Reuter, role: Developer }
state:
  key_off: { kind: flag }
feed:
  - id: notice
    kind: mail
    at: 0
    from: ines
    subject: A key can be read by anybody
    body: Please look into it, and tell me what you find.
evidence:
  - { id: trail, title: Trail of the key, file: evidence/trail.csv, format: csv, key: id }
  - { id: commit, title: The commit, file: evidence/commit.txt, format: text }
clues:
  - { id: first-use, evidence: trail, record: e-1, says: A stranger used the key. }
  - { id: public-since, evidence: commit, text: '08:46', says: Public since then. }
tools:
  - id: key-off
    title: Deactivate access key
    about: Switches a key off. It can be switched on again.
    minutes: 2
    outcomes:
      - { id: done, answer: The key is off., effects: [{ set: key_off, to: true }] }
decisions:
  - id: key
    title: The key
    prompt: What do you do with the key?
    part: containment
    weight: 10
    citations: { required: 1, accepts: [first-use, public-since] }
    none: { rating: 1, reason: It stayed on. }
    options:
      - id: deactivate
        text: Deactivate it and tell its owner
        rating: 7
        reason: It stops the harm and can be undone.
        effects: [{ set: key_off, to: true }]
      - id: delete
        text: Delete the key and make a new one
        rating: 3
        reason: It stops the harm, but the history goes with it.
        effects: [{ set: key_off, to: true }]
      - { id: watch, text: Watch who uses it until noon, rating: 2, reason: The harm goes on. }
      - { id: ask, text: Ask its owner when he is back, rating: 2, reason: The harm goes on. }
updates:
  - id: first-update
    title: First update
    audience: executive
    to: [ines]
    about_reader: Reads it on a phone.
    asked: What happened, and is it over?
    due: 15
    part: communication
    weight: 5
    facts:
      - id: status
        kind: status
        text: The key is off
        known: { var: key_off, is: true }
        any: ['key off|deactivat*']
      - { id: next, kind: next_update, text: When you write again }
hints:
  - id: where
    title: Where to look
    part: containment
    tiers:
      - { text: Look at who used the key., cost: 0.5 }
      - { text: Look at the first row of the trail., cost: 1 }
      - { text: The first row is a stranger., cost: 2 }
truth:
  - { id: use, at: '2026-03-10T08:51:09Z', title: First use by a stranger, clues: [first-use] }
scoring: {}
outcomes:
  - { id: held, title: Contained, when: { var: key_off, is: true }, text: It is over. }
  - { id: open, title: Still open, text: It goes on. }
debrief: { text: The key was public for five minutes before a stranger used it. }
`;

export const smallPack = `format: 1
id: example
version: 1.0.0
title: An example
authors: [A mentor]
licence: CC-BY-4.0
language: en-GB
attack: { version: v19 }
nice: { version: 2.1.0 }
`;

/** Its evidence, by path beside drill.yaml. */
export const smallFiles: Readonly<Record<string, string>> = {
  'evidence/trail.csv':
    'id,time,event,address\ne-1,2026-03-10T08:51:09Z,GetCallerIdentity,198.51.100.23\n',
  'evidence/commit.txt': 'The key was pushed at 08:46 by mistake.\n',
};
