import { describe, expect, it } from 'vitest';
import { readSentence } from './answer-words.ts';
import { scoreAnswer } from './score-answer.ts';
import { splitAnswer } from './split-answer.ts';
import { starDimensions } from './star-rule.ts';

const cut = (text: string) => splitAnswer(text).spans.map(([from, to]) => text.slice(from, to));
const score = (answer: string) =>
  scoreAnswer({ question: 'Tell me about a time you fixed something.', principle: '', answer });
const rulesOf = (answer: string) => score(answer).points.map(({ rule }) => rule);

describe('A sentence', () => {
  it.each([
    'She asked “why?” and left.',
    'The question "can it be undone?" is quicker than a plan.',
    'I said no... and hung up.',
    'At 3 a.m. Mr. Lind rang me.',
    'Roth Inc. called us back.',
  ])('goes on after a stop that does not end it: %s', (text) => {
    expect(cut(text)).toEqual([text]);
  });

  it.each([
    ['It was 3 p.m.', 'I left.'],
    ['We asked Roth Inc.', 'They knew.'],
    ['He said “why?”', 'I told him.'],
    ['did it work?', 'it did.'],
  ])('ends where the next one begins: %s %s', (first, second) => {
    expect(cut(`${first} ${second}`)).toEqual([first, second]);
  });

  it.each([
    ["There's been no theft since.", 'There has been no theft since.'],
    ["It's never happened again.", 'It has never happened again.'],
    ["She's kept the list to this day.", 'She has kept the list to this day.'],
    ["That's worked in three houses since.", 'That has worked in three houses since.'],
    ["It's the list that counts.", 'It is the list that counts.'],
    ["That's broken.", 'That is broken.'],
  ])('is read with a word drawn together as with the whole word: %s', (short, whole) => {
    const forms = (text: string) => readSentence(text, [0, text.length]).line;
    expect(forms(short)).toBe(forms(whole));
  });

  it.each([
    ['Two explainations lay on my desk.', 'Two explanations lay on my desk.'],
    ['The maintainance took a night.', 'The maintenance took a night.'],
  ])('is read through a noun spelled like its verb: %s', (slip, right) => {
    expect(readSentence(slip, [0, slip.length]).line).toBe(
      readSentence(right, [0, right.length]).line,
    );
  });

  it('that quotes a question asks none', () => {
    const told = score(
      'I moved the mail on Monday. It worked. I learned to ask "who else is on it?"',
    );
    expect(told.sentences.at(-1)?.role).toBe('reflection');
  });

  it('has no word in what numbers the lines of a list', () => {
    const lines = [
      'I moved the mail on Monday.',
      'I rang Ana at once.',
      'It fell from 9 to 2 a day.',
    ];
    const plain = score(lines.join('\n'));
    for (const mark of ['- ', 'a) ', '2. ', '(3) ', '> ']) {
      expect(score(lines.map((line) => mark + line).join('\n')).dimensions).toEqual(
        plain.dimensions,
      );
    }
  });
});

describe('A figure that cannot be so', () => {
  const story = (result: string) =>
    `In May 2023 I led the mail desk of a bank. I moved forty people first, because that could be undone. Complaints were 30 a week. ${result} I learned to move a few first.`;
  it.each([
    'Within a month they fell by 340 percent, by the count of the desk.',
    'Within a month they fell from 30 to minus 12 a week, by the count of the desk.',
    'Within a month 140 percent of the people were glad, against 60 before.',
    'Within a month we saved 3 trillion euros against 2 before.',
  ])('is taken for made up whatever stands beside it: %s', (result) => {
    const sober = story('Within a month they fell from 30 to 12 a week, by the count of the desk.');
    expect(rulesOf(story(result))).toContain('unsupported-figures');
    expect(score(story(result)).dimensions.result).toBeLessThan(score(sober).dimensions.result - 1);
    expect(rulesOf(sober)).not.toContain('unsupported-figures');
  });
});

describe('Words that only look like a fault', () => {
  const story = (said: string) =>
    `In May 2023 I led the mail desk of a bank. I asked six people on Monday. ${said} Lost mails fell from 30 to 4 a week.`;
  it.each([
    ['blame', 'Four of them said they never understood the word on page two.'],
    ['claims-everything', 'I compared the gaps with everything that ran at night.'],
    ['unsupported-figures', 'She went back to the desk 9 times for each letter.'],
    ['result-denied', 'I wrote a page on it, so that they would not repeat my mistake.'],
  ])('are no %s', (rule, said) => {
    expect(rulesOf(story(said))).not.toContain(rule);
  });
});

describe('That nothing came of it', () => {
  const story = (said: string) =>
    `In May 2023 I ran the storage of a bank, and a key lay open. I turned it off and read 30 days of logs. Open keys fell from 6 to 0 in five weeks. ${said} I learned to give each key an owner.`;
  const plain = score(story('')).dimensions.result;

  it.each([
    'Nothing was read.',
    'Nothing was lost, and no data was lost elsewhere.',
    'Nothing was ever opened.',
    'Nothing happened to the data.',
    'There was no sign that the files were copied.',
    'We found no evidence of misuse in the logs.',
    'There was no proof of any loss.',
  ])('is a result where it was harm: %s', (said) => {
    expect(rulesOf(story(said))).not.toContain('result-denied');
    expect(score(story(said)).dimensions.result).toBeGreaterThan(plain - 0.5);
  });

  it.each([
    'It had no effect.',
    'Nothing changed.',
    'Nothing came of it.',
    'Nothing was fixed.',
    'There is no evidence that it helped.',
    'I did not measure whether data was lost.',
    'Nothing was lost, but I never checked whether it helped.',
    'I do not know whether anything was read.',
    'Nobody measured how much was lost.',
  ])('is none where it was an effect, or nobody looked: %s', (said) => {
    expect(rulesOf(story(said))).toContain('result-denied');
    expect(score(story(said)).dimensions.result).toBeLessThan(plain - 0.5);
  });
});

it('A story that answers no question is beside none', () => {
  const answer =
    'In May I counted the bread that came back to the bakery on our street. I asked Ana.';
  for (const principle of ['', 'Frugality']) {
    const rules = (question: string) =>
      scoreAnswer({ question, principle, answer }).points.map(({ rule }) => rule);
    expect(rules('')).not.toContain('beside-the-question');
    expect(rules('Tell me about a time you saved money.')).toContain('beside-the-question');
  }
});

it('A creed in the present tense is no account; a plain speaker with a day and a figure gives one', () => {
  const creed =
    'As a mentor I create safe spaces in which people find their strengths. I give feedback that is kind and candid, and I share what I know.';
  expect(rulesOf(creed)).not.toContain('own-deeds');
  const plain =
    'One morning the printer send packets to outside. I disconnect only this printer, not the line. I borrow a new one and in 12 minutes all is good.';
  expect(rulesOf(plain)).not.toContain('in-general');
  expect(score(plain).dimensions.own_action).toBeGreaterThan(score(creed).dimensions.own_action);
});

it('An order that is sound costs little though single words mislead, and a shuffled one is seen', () => {
  const told = [
    'I led a group of three engineers responsible for image caching in a consumer photo service with roughly two million weekly users.',
    'One Thursday, after a regional outage, the cache came back cold and began to serve some thumbnails to the wrong accounts.',
    'As the owner of that component I had to stop the exposure and establish precisely who had been affected.',
    'I switched the thumbnail path off entirely within nine minutes, although the product lead would have preferred a partial rollback, because a partial rollback would have left an unknown number of people exposed.',
    'I then reconstructed each response from the edge logs and matched the account in the request with the account in the object key.',
    'When my first count of 60 people proved too low, I told our privacy officer within the hour instead of waiting until I had a final figure.',
    'The final count was 1,318 accounts, every one of which was notified within 48 hours.',
    'The regulator closed its inquiry without further measures.',
    'The error was mine: I had approved a cache key that left out the account identifier, since I trusted a library default that I had never read.',
    'Since then I have insisted that every key that crosses a tenant boundary is tested with two accounts, and two further defects were caught that way in the following year.',
  ];
  const lost = (sentences: readonly (string | undefined)[]) =>
    score(sentences.join(' '))
      .points.filter(({ rule }) => rule === 'order')
      .reduce((sum, { effect }) => sum - effect, 0) / starDimensions.length;
  expect(lost(told)).toBeLessThan(0.1);
  expect(lost([6, 4, 9, 2, 0, 8, 3, 7, 1, 5].map((at) => told[at]))).toBeGreaterThan(0.3);
});

describe('What was read wrongly in texts of other writers', () => {
  const rolesIn = (sentences: readonly string[]) =>
    scoreAnswer({ question: '', principle: '', answer: sentences }).sentences.map(
      ({ role }) => role,
    );
  const before = [
    'Last spring our checkout was failing for customers in one country.',
    'I was asked to find out why within a week.',
  ];
  const after = ['Failures fell from 9 to 1 percent in a month.', 'I learned to count attempts.'];

  it.each([
    'I asked the local partner for a day of screenshots.',
    'I said that the date was wrong, and I brought the figures for each site.',
    'After each call we spent ten minutes on one question: what did you know, and when?',
    'The first thing I did was publish the real numbers.',
    'The product manager had doubts, so we tried it in one shop.',
  ])('is a deed: %s', (told) => {
    expect(rolesIn([...before, 'I read the raw logs.', told, ...after])[3]).toBe('action');
  });

  it('takes what follows from a part as the task, and what others chose late as a result', () => {
    expect(rolesIn([before[0] ?? '', 'I was the lead for the night.', 'I rang Ana.'])[1]).toBe(
      'task',
    );
    expect(
      rolesIn([
        ...before,
        'I wrote down two ways.',
        'I showed her both.',
        'She picked the second.',
      ])[4],
    ).toBe('result');
  });

  it('takes the number of a line for no sentence', () => {
    expect(cut('1. I rang her.\n2. She agreed.')).toEqual(['1. I rang her.', '2. She agreed.']);
  });

  it('goes on in the next line where that begins with a joining word', () => {
    expect(cut('I sold a piano\nand told the buyer.')).toHaveLength(1);
    expect(cut('I sold a piano\nTold the buyer')).toHaveLength(2);
  });

  it('knows “called” and “pulled” as words, and “cancelled” in both spellings', () => {
    const forms = (text: string) =>
      readSentence(text, [0, text.length]).words.map(({ form }) => form);
    expect(forms('called pulled rolled cancelled travelling')).toEqual(
      forms('called pulled rolled canceled traveling'),
    );
    expect(forms('He called')).toContain('called');
  });

  it('costs to take back each sentence, and nothing to doubt once', () => {
    const sure =
      'I moved 90 rules in eight weeks. I compared both systems daily. I fixed eleven rules.';
    const unsure =
      'I sort of moved 90 rules, I guess in eight weeks or so. I kind of compared both systems daily, maybe. I probably fixed eleven rules or something.';
    expect(score(unsure).total).toBeLessThan(score(sure).total);
    expect(rulesOf(unsure)).toContain('hedges');
    expect(rulesOf(`${sure} It was probably the best I could do.`)).not.toContain('hedges');
  });

  it.each(['412 -> 3', '412 → 3', '412 => 3'])(
    'is a figure with what it was before: %s',
    (figures) => {
      const told = `I listed each key and asked every owner for a date. Stale keys: ${figures} in 5 weeks.`;
      expect(rulesOf(told)).toContain('baseline');
      expect(rulesOf(told.replace(figures, '3'))).not.toContain('baseline');
    },
  );

  it('gives slogans little for the words of their principle', () => {
    const asked = { question: 'Tell me about a time you thought big.', principle: 'Think Big' };
    const slogans =
      'Thinking big is in my nature. I dream in decades, and I inspire everyone around me. Bold visions demand courage, and I have never been afraid of them.';
    const told =
      'In March I asked two of our seven companies to share phishing reports. I built the first exchange in a week. Six companies share them today.';
    const relevance = (answer: string) => scoreAnswer({ ...asked, answer }).dimensions.relevance;
    expect(relevance(slogans)).toBeLessThan(relevance(told));
  });
});
