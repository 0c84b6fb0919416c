import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { readPractice } from '../../../../content/engine/story/practice-record.ts';
import '../../../styles/tokens.css';
import '../../../styles/base.css';
import { somePractices } from '../../testing/some-practices.ts';
import { findBarriers, someParts } from '../../testing/some-parts.ts';
import type { SettingsValues } from '../../../state/settings.svelte.ts';
import type { AskedPractice } from '../story-views.ts';
import PracticeView from './PracticeView.svelte';

const answer =
  'In May 2024 I was on call for a payment page at a small bank. I had moved four of six jobs to short-lived keys and left the last two for later, because a release was due. In June one of the two old keys turned up in a build log. I revoked it within nine minutes, moved both jobs that night and told the payment team what had been reachable. The audit log showed 0 calls with it from outside over 30 days.';

async function show({
  story = null,
  asked = {},
  settings = {},
}: {
  story?: string | null;
  asked?: AskedPractice;
  settings?: Partial<SettingsValues>;
} = {}) {
  const base = someParts({ settings });
  const practised = somePractices(base);
  let practices: ReturnType<typeof practised.open> | null = null;
  const parts = { ...base, openPractices: () => (practices ??= practised.open()) };
  const stories = await parts.openStories();
  if (story !== null) stories.create({ title: story, principles: ['frugality'] });
  const id = stories.all[0]?.id ?? null;
  await render(PracticeView, { parts, stories, story: id, asked });
  const stored = async () => {
    await parts.saves.settle();
    const rows = await parts.store.list('practices');
    return rows.map(({ body }) => readPractice(body));
  };
  return { parts, stories, stored, practices: await parts.openPractices(), ...practised };
}
const button = (name: string | RegExp) => page.getByRole('button', { name });

async function begin(question = 'When did you mend something that nobody owned?') {
  await page.getByRole('list', { name: 'Questions' }).getByText(question).click();
  await button(/^Begin/).click();
  await expect.element(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
}
async function answerWith(text: string) {
  await button('Answer now').click();
  await page.getByLabelText('Your answer', { exact: true }).fill(text);
  await button(/^Answered, go on/).click();
}

beforeEach(() => {
  // A colour that is still changing is no colour of the theme.
  document.documentElement.dataset['motion'] = 'reduced';
});

describe('Choosing a question', () => {
  it('narrows the bank by its filters and says how many are left', async () => {
    await show();
    await expect.element(page.getByText('4 questions')).toBeVisible();
    await button('Principle').click();
    await page.getByRole('checkbox', { name: 'Frugality' }).click();
    await expect.element(page.getByText('2 questions')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await page.getByLabelText('Search the questions').fill('bill');
    await expect.element(page.getByText('1 question', { exact: true })).toBeVisible();
    await page.getByLabelText('Search the questions').fill('nothing like it');
    await button('Clear the filters').click();
    await expect.element(page.getByText('4 questions')).toBeVisible();
  });

  it('draws one by lot, and says from what', async () => {
    await show();
    await button('Draw one').click();
    const said = page.getByText(/^Drawn by lot from 4 questions/);
    await expect.element(said).toBeVisible();
    const list = page.getByRole('region', { name: 'Questions to choose from' }).element();
    expect(list.contains(said.element())).toBe(false);
    await button(/^Begin/).click();
    await expect.element(button('Answer now')).toBeVisible();
  });

  it('takes a question of one’s own, and technical ones', async () => {
    const { stored } = await show();
    await page.getByText('Technical', { exact: true }).click();
    await button(/How do you join two sources/).click();
    await page.getByText('My own', { exact: true }).click();
    await expect.element(button(/^Begin/)).toHaveAttribute('aria-disabled', 'true');
    await page
      .getByLabelText('The question, as it may be asked')
      .fill('What was your hardest call?');
    await button(/^Begin/).click();
    await expect
      .element(page.getByRole('heading', { level: 1, name: 'What was your hardest call?' }))
      .toBeVisible();
    expect((await stored())[0]?.question).toMatchObject({ id: null, principle: null });
  });

  it('begins with the principles of a story that is to be practised', async () => {
    const { stored, stories } = await show({ story: 'The bill' });
    await expect.element(page.getByText(/^With your story “The bill”/)).toBeVisible();
    await expect.element(page.getByText('2 questions')).toBeVisible();
    await begin('What have you built without a budget?');
    expect((await stored())[0]?.story).toBe(stories.all[0]?.id);
  });

  it('opens with the principle, the story and the question that were sent here', async () => {
    const { practices } = await show({
      story: 'The bill',
      asked: { principle: 'ownership', question: 'ownership-failure' },
    });
    const wanted = 'What have you left half done that came back to you?';
    await expect.element(page.getByText('2 questions')).toBeVisible();
    await expect.element(page.getByText(/With your story “The bill”/)).toBeVisible();
    await expect.element(page.getByRole('heading', { level: 2, name: wanted })).toBeVisible();
    await button(/^Begin/).click();
    await expect.element(page.getByRole('heading', { level: 1, name: wanted })).toBeVisible();
    expect(practices.current?.record.story).not.toBeNull();
  });

  it('narrows to a principle that was sent here, and to nothing by one that is not known', async () => {
    const shown = await show({ asked: { principle: 'frugality' } });
    await expect.element(page.getByText('2 questions')).toBeVisible();
    await expect.element(button(/^Begin/)).toHaveAttribute('aria-disabled', 'true');
    expect(shown.practices.current).toBeNull();
    document.body.replaceChildren();
    await show({ asked: { principle: 'nobody-knows', question: 'nowhere' } });
    await expect.element(page.getByText('4 questions')).toBeVisible();
  });

  it('says what extra time makes of the lengths, before and while it runs', async () => {
    const { practices } = await show({ settings: { extraTime: 1.5 } });
    await expect
      .element(
        page.getByText(
          /With your extra time of 1.5×, from Settings: 1:30 to think, 3:00 to answer/,
        ),
      )
      .toBeVisible();
    await begin();
    await expect
      .element(page.getByText(/left of 1:30, your extra time of 1.5× in it/))
      .toBeVisible();
    expect(practices.current?.record.planned.extra_time).toBe(1.5);
  });

  it('shows what answers show only when it is asked for', async () => {
    await show();
    await page.getByRole('button', { name: /nobody owned/ }).click();
    expect(page.getByText('Tells one event from beginning to end').elements()).toEqual([]);
    await button('What strong and weak answers show').click();
    await expect.element(page.getByText('Tells one event from beginning to end')).toBeVisible();
  });
});

describe('Practising', () => {
  it('leads from thinking over the answer and its probes to the result', async () => {
    const { stored } = await show();
    await begin();
    await expect.element(page.getByText(/left of 1:00/)).toBeVisible();
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
    await answerWith(answer);
    await expect.element(page.getByRole('heading', { name: 'Why this probe' })).toBeVisible();
    await expect.element(page.getByText(/stands at \d\.\d of 5/)).toBeVisible();
    await page
      .getByLabelText('Your answer to the probe')
      .fill('The team lead moved the deploy job with me, and I alone moved the report job.');
    await button(/^Answered, go on/).click();
    await expect.element(page.getByText(/^Probe 2/)).toBeVisible();
    await button('Next probe').click();
    await expect.element(page.getByText(/^Probe 3/)).toBeVisible();
    await page
      .getByLabelText('Your answer to the probe')
      .fill('I learned to ask who owns a job before I move it.');
    await button('Show the result').click();
    await expect.element(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: /^Own action/ })).toBeVisible();
    await expect.element(page.getByText(/^Practice rubric, step 1 of 4/)).toBeVisible();
    await expect
      .element(page.getByRole('row', { name: /^Own action \d\.\d \d\.\d/ }))
      .toBeVisible();
    const [practice] = await stored();
    expect(practice).toMatchObject({ stage: 'done', answer });
    expect(practice?.probes[1]).toMatchObject({ skipped: true });
    // Typed and not gone on from: it counts as it stands in the account.
    expect(practice?.probes[2]).toMatchObject({
      skipped: false,
      after: expect.any(Number) as number,
    });
  });

  it('pauses and lengthens its clock, and goes on without one', async () => {
    const { practices } = await show();
    await begin();
    await button('Pause').click();
    await expect.element(page.getByText(/left of 1:00, paused/)).toBeVisible();
    await button('One minute more').click();
    await expect.element(page.getByText(/left of 2:00, paused/)).toBeVisible();
    await button('No clock').click();
    await expect.element(page.getByText(/so far, without a clock/)).toBeVisible();
    (document.activeElement as HTMLElement | null)?.blur();
    expect(practices.current?.clock?.running).toBe(false);
  });

  it('does not take a double click or a held key for an answer', async () => {
    const { practices } = await show();
    await begin();
    await button('Answer now').dblClick();
    await expect.element(button(/^Answered, go on/)).toBeVisible();
    const hold = (target: HTMLElement | SVGElement, more: KeyboardEventInit = {}): boolean =>
      target.dispatchEvent(
        new KeyboardEvent('keydown', {
          ...{ key: 'Enter', code: 'Enter', repeat: true, bubbles: true, cancelable: true },
          ...more,
        }),
      );
    expect(hold(button(/^Answered, go on/).element())).toBe(false);
    expect(practices.current?.stage).toBe('answering');
  });

  it('refuses what is too long with a line, and leaves the field as it was', async () => {
    await show();
    await begin();
    await button('Answer now').click();
    const field = page.getByLabelText('Your answer', { exact: true });
    await field.fill('Short');
    await field.fill('x'.repeat(120_001));
    await expect.element(page.getByText(/is longer than the 120,000 characters/)).toBeVisible();
    await expect.element(field).toHaveValue('Short');
  });

  it('shows markup, another script and odd signs as they were written', async () => {
    await show();
    await begin();
    const odd = `<img src=x onerror="window.pwned=1"> \u0000 我修好了 שלום 🙂 ${'word '.repeat(45)}`;
    await answerWith(odd);
    for (let step = 0; step < 3; step += 1) {
      if (button('Next probe').elements().length > 0) await button('Next probe').click();
    }
    await expect.element(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
    await expect.element(page.getByText(/<img src=x onerror/).first()).toBeVisible();
    expect('pwned' in window).toBe(false);
  });

  it('says that only English is scored', async () => {
    await show();
    await begin();
    await answerWith('我在银行工作的时候修好了证书。'.repeat(20));
    await button('Show the result').click();
    await expect.element(page.getByText(/This is scored for English text only/)).toBeVisible();
    expect(page.getByRole('heading', { name: /^Own action/ }).elements()).toEqual([]);
  });

  it('is kept when it is closed, gone on with, and deleted with an undo', async () => {
    const { stored, parts } = await show();
    await begin();
    await button('Answer now').click();
    await page.getByLabelText('Your answer', { exact: true }).fill('Half of it');
    await button('Close practice').click();
    await expect.element(page.getByText(/open, at “Answer”/)).toBeVisible();
    await button(/^Go on with When did you mend/).click();
    await expect
      .element(page.getByLabelText('Your answer', { exact: true }))
      .toHaveValue('Half of it');
    await button('Close practice').click();
    await button(/^Delete the practice of When did you mend/).click();
    await expect.element(page.getByText(/^Nothing yet/)).toBeVisible();
    expect(await stored()).toEqual([]);
    parts.notices.list[0]?.action?.run();
    await expect.element(page.getByText(/open, at “Answer”/)).toBeVisible();
    expect(await stored()).toMatchObject([{ answer: 'Half of it' }]);
  });

  it('says why it was not deleted, where a part of it is not saved yet', async () => {
    const { parts, practices } = await show();
    await begin();
    await button('Close practice').click();
    practices.remove = () => Promise.resolve(null);
    await button(/^Delete the practice of When did you mend/).click();
    await expect
      .poll(() => parts.notices.list.map(({ text }) => text))
      .toEqual([expect.stringContaining('was not deleted: a part of it is not saved yet')]);
  });
});

describe('Recording', () => {
  async function atAnswer() {
    const shown = await show();
    await begin();
    await button('Answer now').click();
    return shown;
  }

  it('asks before the microphone is used, and only then uses it', async () => {
    const { microphone, practices } = await atAnswer();
    await button('Record').click();
    await expect
      .element(page.getByRole('heading', { name: 'Before the microphone is used' }))
      .toHaveFocus();
    expect(microphone.deeds).toEqual([]);
    await button('Type instead').click();
    await expect.element(page.getByLabelText('Your answer', { exact: true })).toHaveFocus();
    expect(microphone.deeds).toEqual([]);
    await button('Record').click();
    await button('Agree and record').click();
    await expect.element(page.getByText('Recording', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/of 10:00, clear/)).toBeVisible();
    microphone.say('sound');
    // Each goes when it is pressed, and what stands in its place has the focus.
    await expect.element(button('Pause recording')).toHaveFocus();
    await button('Pause recording').click();
    await expect.element(button('Go on recording')).toHaveFocus();
    await button('Go on recording').click();
    await button('Stop and keep').click();
    await expect.element(button('Record')).toHaveFocus();
    await expect.element(page.getByRole('group', { name: /^Recording 1, / })).toBeVisible();
    await expect.element(page.getByText(/the words are what is scored/)).toBeVisible();
    expect(microphone.deeds).toEqual(['open', 'pause', 'resume', 'stop']);
    expect(practices.settings.consent_at).not.toBeNull();
    await button('Take that back').click();
    expect(practices.settings.consent_at).toBeNull();
  });

  it('leads to typing when there is no microphone, and can be tried again', async () => {
    const { microphone, practices } = await atAnswer();
    practices.changeSettings({ consent_at: '2026-11-01T10:00:00.000Z' });
    microphone.trouble = 'none';
    await button('Record').click();
    await expect.element(page.getByText(/No sound: none/)).toBeVisible();
    await button('Type instead').click();
    await expect.element(page.getByLabelText('Your answer', { exact: true })).toHaveFocus();
    microphone.trouble = null;
    await button('Try the microphone again').click();
    await expect.element(button('Stop and keep')).toBeVisible();
  });

  it('keeps what was said when the device goes away, and gives it back after a delete', async () => {
    const { microphone, practices, parts } = await atAnswer();
    practices.changeSettings({ consent_at: '2026-11-01T10:00:00.000Z' });
    await button('Record').click();
    await expect.element(button('Stop and keep')).toBeVisible();
    microphone.lose();
    await expect.element(page.getByText(/The microphone went away/)).toBeVisible();
    const player = page.getByRole('group', { name: /^Recording 1, / });
    await expect.element(player).toBeVisible();
    await button('Delete Recording 1').click();
    await expect.element(player).not.toBeInTheDocument();
    parts.notices.list[0]?.action?.run();
    await expect.element(player).toBeVisible();
  });

  it('ends with the practice’s screen', async () => {
    const { microphone, practices } = await atAnswer();
    practices.changeSettings({ consent_at: '2026-11-01T10:00:00.000Z' });
    await button('Record').click();
    await expect.element(button('Stop and keep')).toBeVisible();
    await button('Close practice').click();
    await expect.element(page.getByText(/^Practised so far/)).toBeVisible();
    expect(microphone.deeds).toEqual(['open', 'stop']);
    expect(practices.all[0]?.recordings[0]?.end).toBe('stopped');
  });

  it('says when the sound is not there', async () => {
    const { microphone, practices, parts } = await atAnswer();
    practices.changeSettings({ consent_at: '2026-11-01T10:00:00.000Z' });
    await button('Record').click();
    await expect.element(button('Stop and keep')).toBeVisible();
    microphone.say('sound');
    await button('Stop and keep').click();
    const [entry] = practices.current?.record.recordings ?? [];
    await parts.saves.save({ deletes: [{ table: 'recordings', id: `${entry?.id ?? ''}/0000` }] });
    await button('Play Recording 1').click();
    await expect.element(page.getByText(/its sound is not on this computer/)).toBeVisible();
  });
});

describe('The result', () => {
  async function atResult(story: string | null = null) {
    const shown = await show({ story });
    await begin(story === null ? undefined : 'What have you built without a budget?');
    await answerWith(answer);
    await button('Show the result').click();
    await expect.element(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
    return shown;
  }

  it('shows the words that earned a figure', async () => {
    await atResult();
    await button(/^Specificity/).click();
    await page
      .getByRole('button', { name: /^Show in text/ })
      .first()
      .click();
    await expect.poll(() => document.querySelectorAll('.shown').length).toBeGreaterThan(0);
  });

  it('becomes a story, or a version of the one it was practised with', async () => {
    const { stories } = await atResult();
    await button(/^Keep in a story/).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabelText('Title').fill('Half a move');
    await dialog.getByRole('button', { name: 'Keep as a story' }).click();
    await expect.poll(() => stories.all.length).toBe(1);
    expect(stories.all[0]).toMatchObject({ title: 'Half a move', principles: ['ownership'] });
    expect(Object.values(stories.all[0]?.texts ?? {}).map(({ text }) => text)).toContain(answer);
  });

  it('keeps what a story said before it takes the place of a version', async () => {
    const { stories } = await atResult('The bill');
    const id = stories.all[0]?.id ?? '';
    stories.setText(id, 'middle', 'What stood there.');
    await button(/^Keep in a story/).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 min', { exact: true }).click();
    await expect.element(dialog.getByText(/kept as a version of the story/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Put into the story' }).click();
    await expect.poll(() => stories.find(id)?.texts.middle.text).toBe(answer);
    await stories.versions.load();
    expect(stories.versions.listOf(id).map(({ reason }) => reason)).toContain(
      'before a practised answer',
    );
  });

  it('is compared with earlier practices of the same question', async () => {
    await atResult();
    await button('Practise again').click();
    await expect.element(page.getByText(/^1 Nov 2026.*: lowest /)).toBeVisible();
    await expect.element(button('Answer now')).toBeVisible();
  });

  it('gives no figures for a few words', async () => {
    await show();
    await begin();
    await answerWith('I fixed it.');
    await button('Show the result').click();
    await expect.element(page.getByText(/Under 40 words there are no figures/)).toBeVisible();
  });
});

describe.each(['light', 'dark'])('Without a barrier that axe finds, %s', (theme) => {
  beforeEach(() => {
    document.documentElement.dataset['theme'] = theme;
  });

  it('at every stage', async () => {
    await show();
    await page.getByRole('button', { name: /nobody owned/ }).click();
    expect(await findBarriers()).toEqual([]);
    await button(/^Begin/).click();
    await expect.element(button('Answer now')).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await button('Answer now').click();
    await button('Record').click();
    expect(await findBarriers()).toEqual([]);
    await button('Agree and record').click();
    await expect.element(button('Stop and keep')).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await button('Stop and keep').click();
    await page.getByLabelText('Your answer', { exact: true }).fill(answer);
    await button(/^Answered, go on/).click();
    await expect.element(page.getByLabelText('Your answer to the probe')).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await button('Show the result').click();
    await button(/^Own action/).click();
    expect(await findBarriers()).toEqual([]);
    await button(/^Keep in a story/).click();
    expect(await findBarriers()).toEqual([]);
  });

  it.each([
    [1024, 700],
    [720, 450],
  ])('and nothing is cut off at %s × %s', async (width, height) => {
    await page.viewport(width, height);
    await show();
    await page.getByRole('button', { name: /nobody owned/ }).click();
    const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(wide()).toBe(0);
    await button(/^Begin/).click();
    await answerWith(answer);
    await expect.element(page.getByLabelText('Your answer to the probe')).toBeVisible();
    expect(wide()).toBe(0);
    await button('Show the result').click();
    await expect.element(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
    expect(wide()).toBe(0);
    await page.viewport(1024, 700);
  });
});
