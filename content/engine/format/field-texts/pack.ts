/** What the fields of the smaller files of a pack are for; see drill.ts for the keys. */
export const packTexts: Readonly<Record<string, string>> = {
  '/format': 'the version of this format: 1',
  '/id': 'the pack’s own id; never changed, since updates are found by it',
  '/version': 'three numbers such as 1.4.0; raise it with every hand-out',
  '/title': 'as it is shown',
  '/about': 'a line about it',
  '/authors': 'who wrote it',
  '/licence': 'under which licence others may use it, such as CC-BY-4.0',
  '/language': 'en-GB',
  '/attack': 'the ATT&CK that ids in this pack are of',
  '/nice': 'the NICE Framework that ids in this pack are of',
  version: 'its version',
  '/lint': 'how lint treats this pack',
  'lint/severity': 'rule → error, warning or off',
  'lint/except': 'single faults that you have judged, each with a reason',
  'except/rule': 'the rule that is not to speak here',
  'except/reason': 'why it is right as it is',
};

export const glossaryTexts: Readonly<Record<string, string>> = {
  term: 'the term, as drills name it under `terms`',
  also: 'other spellings of it',
  text: 'what it means, in a sentence or two',
  file: 'a Markdown file that holds the text',
};

export const questionTexts: Readonly<Record<string, string>> = {
  '/format': 'the version of this format: 1',
  '/principle': 'the principle that all questions of this file ask for',
  '/questions': 'the questions',
  'questions/angle': 'from which side it asks',
  'then/text': 'as it is said',
};

export const competencyTexts: Readonly<Record<string, string>> = {
  '/format': 'the version of this format: 1',
  '/competencies': 'the topics',
  title: 'as it is shown',
  depths: 'what is expected at each depth',
  entry: 'somebody who begins',
  mid: 'somebody who works alone',
  senior: 'somebody whom others ask',
  questions: 'what to ask at this depth',
  probes: 'what to ask further',
  'then/text': 'as it is said',
};

export const exerciseTexts: Readonly<Record<string, string>> = {
  '/format': 'the version of this format: 1',
  'questions/kind': 'lines, value, choice, several or text: how it is answered',
  'findings/lines': 'a line, or the first and the last that count: "12-14"',
  'accepts/exact': 'this, whatever its letter case and spaces',
  file: 'a Markdown file in the folder of the exercise that holds the text',
};

export const pathTexts: Readonly<Record<string, string>> = {
  '/format': 'the version of this format: 1',
  '/id': 'the path’s own id',
  '/title': 'as it is shown',
  '/about': 'for whom it is, and where it leads',
  '/steps': 'the drills, in the order in which they are best played',
  'steps/drill': 'the folder of a drill of this pack',
  'steps/why': 'why it comes here; the player reads it',
};
