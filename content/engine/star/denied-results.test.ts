import { describe, expect, it } from 'vitest';
import { findDenials } from './denied-results.ts';
import { readAnswer } from './read-answer.ts';
import { splitAnswer } from './split-answer.ts';

const story =
  'In May our log store was nearly full. I was asked to keep it running until the new one came. I compared six weeks of growth by source and moved the four largest to compressed files. I told the two team leads and tried it on a copy first.';
const denied = (told: string): boolean =>
  findDenials(readAnswer(splitAnswer(`${story} ${told}`), '')).share > 0;

describe('That no harm came, or that a way back was not needed', () => {
  it.each([
    'We had a rollback script ready and we never ran it.',
    'I had prepared a fallback, and we never ran it.',
    'I went through the whole window and nothing was found.',
    'Forensics searched both laptops and nothing was found on either.',
    'It had no effect on customers.',
    'The change had no effect on our users.',
    'The restart had no effect on orders or payments.',
    'There was no impact on patients at any time.',
    'It had no effect on the other teams.',
    'Nobody asked for the old form again.',
    'We have never run out of disk since.',
    'It never ran late again.',
    'It never happened again.',
    'No other account was touched.',
    'No further logins were found.',
    'Nothing else was found in the following month.',
    'Nothing suspicious was found in the logs.',
    'Nothing was reported missing.',
    'Nothing was billed twice after that.',
    'The emergency number was never called.',
    'We never had to use the backup.',
    'The auditors looked at forty changes and found nothing.',
    'Not a single customer noticed.',
    'Customers did not notice anything.',
    'I checked after a month and nothing had come back.',
    'We did not lose a single order.',
    'The scanner has not found anything since.',
    'There was no sign that anything had been copied.',
    'No data left the building.',
    'The site did not go down once that winter.',
    'The second scan came back with no findings.',
    'It had no noticeable effect on page load times.',
    'The plan B was never needed.',
    'Nothing came through the closed port in the next six weeks.',
    'Nothing changed for our customers.',
    'For the users nothing changed, except that the errors were gone.',
    'Nobody lost their job over it.',
    'The alarm did not ring again.',
  ])('is a result: %s', (told) => {
    expect(denied(told)).toBe(false);
  });

  it('is one too where the way back stands in the sentence before', () => {
    expect(denied('I had a rollback ready. We never ran it.')).toBe(false);
    expect(denied('I had a report ready. We never ran it.')).toBe(true);
  });
});

describe('That no effect came, or that nobody looked', () => {
  it.each([
    'I wrote the script, but we never ran it.',
    'In the end it had no effect.',
    'It had no effect on the number of calls.',
    'The new rule had no effect on the error rate.',
    'There was no result that I could name.',
    'We never measured it.',
    'We never ran the numbers.',
    'Nobody measured whether it helped.',
    "I don't know what came of it.",
    'Nothing changed.',
    'Nothing came of it.',
    'Nothing was done with it.',
    'I never looked at the figures again.',
    'I never found out whether it worked.',
    'I never asked them how it went.',
    'I did not check whether it helped.',
    'There was no effect that we could measure.',
    'We did not count the tickets.',
    'Nobody can say whether it was worth it.',
    'We looked for the cause, but nothing was found.',
    'Nothing was found that could have explained it.',
    'There is no evidence that it worked.',
    'I have no idea how it ended.',
    'It did not change anything.',
    'I never went back to look.',
    'The result was never measured.',
    'Nothing happened.',
    'Nothing happened with the proposal.',
    'The tool was never used.',
    'No one ever looked at the report.',
    'It made no difference.',
    'The number of calls did not change.',
    'The plan was never carried out.',
  ])('is no result: %s', (told) => {
    expect(denied(told)).toBe(true);
  });
});
