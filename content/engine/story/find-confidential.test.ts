import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { aStory } from '../testing/a-story.ts';
import { measureConfidential } from '../testing/confidential-measures.ts';
import { countRuns } from '../testing/count-runs.ts';
import { findConfidential, findInStory, replaceFinding } from './find-confidential.ts';
import type { StoryText } from './story.ts';
import { principles } from './principles.ts';

const read = (half: string): readonly string[] =>
  parse(
    readFileSync(new URL(`cases/confidential-${half}.yaml`, import.meta.url), 'utf8'),
  ) as readonly string[];
const told = (text: string): StoryText => ({ text, own_roles: [] });
/** The text after every suggestion was taken. */
const generalise = (text: string): string => {
  let story = told(text);
  for (const finding of [...findConfidential(text)].reverse()) {
    story = replaceFinding(story, finding);
  }
  return story.text;
};

describe('names that are written like a product', () => {
  const named = (text: string): readonly string[] =>
    findConfidential(text).map(({ rule, span }) => `${rule}: ${text.slice(...span)}`);

  it.each([
    ['This was in 2023 at NordBank, in March.', 'company: NordBank'],
    ['I ran it at AlpenTel for two years.', 'company: AlpenTel'],
    ['I joined PayFast in 2019.', 'company: PayFast'],
    ['I worked for FinWave then.', 'company: FinWave'],
  ])('are companies where somebody works: %s', (text, finding) => {
    expect(named(text)).toEqual([finding]);
  });

  it.each([
    'We looked at CloudTrail and at GuardDuty.',
    'We deployed with CloudFormation at first, and moved to OpenSearch.',
  ])('are products elsewhere: %s', (text) => {
    expect(named(text)).toEqual([]);
  });
});

describe('what a reader outside would stumble over', () => {
  it.each([
    ['At Stripe I owned the secrets service.', 'At a company I owned the secrets service.'],
    [
      'The merger with Contoso was to be announced in May.',
      'The merger with a company was to be announced in May.',
    ],
    ['We found it in our product TitanVault.', 'We found it in our product.'],
    [
      'The project was called Falcon internally.',
      'The project was called by another name internally.',
    ],
    ['It ran on host web-prod-07 then.', 'It ran on an internal host then.'],
    ['It cost us 2.4 million euro in fines.', 'It cost us a seven-figure sum in fines.'],
    ['We lost €400,000 to the fraud.', 'We lost a six-figure sum to the fraud.'],
    ['We were to report 212 million for Q3.', 'We were to report many for Q3.'],
    [
      'The breach of 1.2 million records was never disclosed.',
      'The breach of many records was never disclosed.',
    ],
    ['IBAN DE89370400440532013000 was in the mail.', 'IBAN an account number was in the mail.'],
    ['The licence was XK3F-99PL-22QQ-A8B7.', 'The licence was a licence key.'],
    ['It lay in C:\\Users\\phoffmann\\Desktop\\pw.xlsx then.', 'It lay in a file then.'],
  ])('is found and said in general: %s', (text, general) => {
    expect(generalise(text)).toBe(general);
  });

  it.each([
    'Version 10.2.3.1 of the agent crashed.',
    'I wrote it in a Google Doc and told them on Slack.',
    'The outage cost us sleep and 4 hours.',
    'It took 140 services and 30 days.',
  ])('is not seen where nothing gives anybody away: %s', (text) => {
    expect(findConfidential(text)).toEqual([]);
  });
});

describe('names that everybody uses', () => {
  const named = (text: string): readonly string[] =>
    findConfidential(text).map(({ rule, words }) => `${rule}: ${words}`);

  it.each([
    ['Worked at GitLab for three years.', 'GitLab'],
    ['In 2021 I worked at Cloudflare as an analyst, on AWS Config.', 'Cloudflare'],
    ['While working for AWS I wrote the runbook.', 'AWS'],
    ['I was employed by Oracle, and later interned with IBM’s lab.', 'Oracle', 'IBM'],
    ['I joined SAP in 2019. My first job at Elastic was hard.', 'SAP', 'Elastic'],
    ['Joined GitHub as an engineer.', 'GitHub'],
    ['I had worked at NASA before.', 'NASA'],
    ['When I was at Microsoft, I started at nine.', 'Microsoft'],
    ['I volunteered at OWASP in May.', 'OWASP'],
  ])('are an employer where somebody works: %s', (text, ...firms) => {
    expect(named(text)).toEqual(firms.map((firm) => `company: ${firm}`));
  });

  it.each([
    'I worked with GitLab and AWS, and hosted it at GitHub.',
    'The script worked for AWS and it worked at Cloudflare too.',
    'I joined Zoom at nine, and Slack in the evening.',
    'I worked for HR and for QA, then for the SOC, and at EDR level.',
    'We hired a tester by Friday. I looked at Splunk.',
    'Alerts at AWS went down. The time at Google showed UTC.',
  ])('are products elsewhere: %s', (text) => {
    expect(named(text)).toEqual([]);
  });
});

describe.each(['tuning', 'held-out'])('our own texts, the half for %s', (half) => {
  it('give up nine tenths of what is marked, and little else is said', () => {
    const figures = measureConfidential(read(half));
    const recall = figures.found / figures.marked;
    const precision = figures.right / figures.said;
    console.log(
      `figure: confidential, ${half}: ${figures.texts} texts, recall ${figures.found} of ${figures.marked}, precision ${figures.right} of ${figures.said}`,
    );
    for (const one of figures.missed) console.log(`  missed: ${one}`);
    for (const one of figures.needless) console.log(`  needless: ${one}`);
    expect(figures.texts).toBeGreaterThanOrEqual(30);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(precision).toBeGreaterThanOrEqual(0.9);
  });
});

describe('a suggestion', () => {
  it.each([
    [
      'The release lead at Harrow Freight agreed.',
      'The release lead at a logistics company agreed.',
    ],
    ['Our customer Harrow Freight left.', 'Our logistics customer left.'],
    [
      'Priya asked me. Then I told Priya why.',
      'A colleague asked me. Then I told the colleague why.',
    ],
    ['My manager, Priya, was worried.', 'My manager was worried.'],
    ['I told my manager Priya. Priya agreed.', 'I told my manager. The manager agreed.'],
    ['It ran on prod-db-03 since May.', 'It ran on an internal host since May.'],
    ['Priya’s plan was good.', 'A colleague’s plan was good.'],
    ['Revenue fell by 34 % that year.', 'Revenue fell by about a third that year.'],
    ['The password was Sommer2024!x and known.', 'The password was a password and known.'],
  ])('fits where it goes: %s', (text, wanted) => {
    expect(generalise(text)).toBe(wanted);
  });
});

it('Says what was found, by which rule, and where', () => {
  const text = 'I asked the owner at Harrow Freight.';
  expect(findConfidential(text)).toEqual([
    {
      rule: 'company',
      span: [21, 35],
      words: 'Harrow Freight',
      why: 'names a customer, an employer or another company',
      suggestion: 'a logistics company',
    },
  ]);
});

it('Finds what is on the own list, whatever its case, and as whole words', () => {
  const ownWords = [{ words: 'blue heron', say: 'our scheduler' }];
  const found = findConfidential('We ran Blue Heron. The blue herons flew.', { ownWords });
  expect(found.map(({ rule, words, suggestion }) => [rule, words, suggestion])).toEqual([
    ['own-list', 'Blue Heron', 'our scheduler'],
  ]);
});

it('Is silent on what the person has allowed, also within more words', () => {
  const text = 'My manager Priya met Priya at Velmora.';
  const words = (allowed: readonly string[]) =>
    findConfidential(text, { allowed }).map((one) => one.words);
  expect(words([])).toEqual(['manager Priya', 'Priya', 'Velmora']);
  expect(words(['manager Priya'])).toEqual(['Velmora']);
  expect(words(['velmora', 'priya'])).toEqual([]);
});

it('Says nothing of what gives nobody away', () => {
  const names = principles.map(({ name }) => `I showed ${name} that day.`).join(' ');
  expect(findConfidential(names)).toEqual([]);
  expect(
    findConfidential(
      'In May I moved S3, EC2 and SHA-256 checks to Terraform on 127.0.0.1. CVE-2021-44228 came in December, on a Friday.',
    ),
  ).toEqual([]);
});

it('Holds back figures that the ledger does not let be told', () => {
  const [metric] = aStory().metrics;
  const with_ = (may_tell: 'yes' | 'as_count' | 'ask' | 'no') =>
    findConfidential('Keys went from 6 to 0 in spring.', {
      metrics: metric ? [{ ...metric, may_tell }] : [],
    }).map(({ rule, words }) => [rule, words]);
  expect(with_('yes')).toEqual([]);
  expect(with_('as_count')).toEqual([]);
  expect(with_('ask')).toEqual([['figure', '6 to 0']]);
  expect(with_('no')).toEqual([['figure', '6 to 0']]);
});

it('Looks through title, texts, people, systems, tags and ledger of a story', () => {
  const story = aStory({
    title: 'The key of Velmora GmbH',
    people: ['Priya'],
    systems: ['prod-db-03'],
    texts: {
      short: told('I asked Priya.'),
      middle: told(''),
      long: told('I asked Priya.'),
    },
  });
  expect(findInStory(story).map(({ place, finding }) => [place.kind, finding.words])).toEqual([
    ['title', 'Velmora GmbH'],
    ['text', 'Priya'],
    ['text', 'Priya'],
    ['people', 'Priya'],
    ['systems', 'prod-db-03'],
  ]);
});

it('A finding of an older text replaces nothing', () => {
  const [finding] = findConfidential('I asked Priya.');
  if (!finding) throw new Error('nothing was found');
  const story = told('I told Tomasz.');
  expect(replaceFinding(story, finding)).toBe(story);
});

it('Never throws, and its findings stand in the text, in order, apart', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      'Priya',
      'İstanbul',
      'at Velmora',
      '1.2.3.4',
      '::',
      'a@b.c',
      'AKIA',
      'prod-db-1',
      '. ',
      ' ',
      '\n',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.string({ maxLength: 3 }), (all, own) => {
      const text = all.join('');
      let end = 0;
      for (const { span, words } of findConfidential(text, {
        ownWords: [{ words: own, say: '' }],
      })) {
        expect(span[0]).toBeGreaterThanOrEqual(end);
        expect(span[1]).toBeGreaterThan(span[0]);
        expect(text.slice(...span)).toBe(words);
        end = span[1];
      }
    }),
    countRuns(3_000),
  );
});
