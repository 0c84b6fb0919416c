import type { Drill } from '../format/drill-schema.ts';

type Path = readonly (string | number)[];

/** A text that a learner reads. */
export interface PlacedText {
  readonly path: Path;
  readonly text: string;
  /** Longer texts are Markdown; a line is shown as it is. */
  readonly markdown: boolean;
}

/** The paths of texts where a learner meets something first; all others speak of what was met. */
export const seenFirst =
  /^(?:brief|roles|feed\.\d+\.(?:subject|body)|tools\.\d+\.outcomes|assistant)\b/;

/** Every text of a drill that a learner reads before, in or after play, in the order of the drill. */
export function listTexts(drill: Drill): readonly PlacedText[] {
  const found: PlacedText[] = [];
  const line = (path: Path, text: string | undefined): void => {
    if (text !== undefined) found.push({ path, text, markdown: false });
  };
  const markdown = (path: Path, text: string | undefined): void => {
    if (text !== undefined) found.push({ path, text, markdown: true });
  };
  line(['title'], drill.title);
  markdown(['summary'], drill.summary);
  markdown(['brief'], drill.brief);
  drill.people.forEach(({ about, patience }, i) => {
    line(['people', i, 'about'], about);
    markdown(['people', i, 'patience', 'again'], patience?.again);
  });
  drill.roles.forEach((role, i) => markdown(['roles', i, 'private'], role.private));
  drill.feed.forEach(({ subject, body, replies }, i) => {
    line(['feed', i, 'subject'], subject);
    markdown(['feed', i, 'body'], body);
    replies.forEach(({ text, reason, reword, rerate }, j) => {
      const path = ['feed', i, 'replies', j];
      line([...path, 'text'], text);
      reword.forEach((other, k) => line([...path, 'reword', k, 'text'], other.text));
      line([...path, 'reason'], reason);
      rerate.forEach((other, k) => line([...path, 'rerate', k, 'reason'], other.reason));
    });
  });
  drill.tools.forEach(({ about, outcomes }, i) => {
    line(['tools', i, 'about'], about);
    outcomes.forEach(({ answer }, j) => markdown(['tools', i, 'outcomes', j, 'answer'], answer));
  });
  drill.decisions.forEach(({ prompt, reword, none, options }, i) => {
    markdown(['decisions', i, 'prompt'], prompt);
    reword.forEach(({ text }, k) => markdown(['decisions', i, 'reword', k, 'text'], text));
    line(['decisions', i, 'none', 'reason'], none.reason);
    none.rerate.forEach(({ reason }, k) =>
      line(['decisions', i, 'none', 'rerate', k, 'reason'], reason),
    );
    options.forEach(({ text, reason, rerate }, j) => {
      line(['decisions', i, 'options', j, 'text'], text);
      line(['decisions', i, 'options', j, 'reason'], reason);
      rerate.forEach((other, k) =>
        line(['decisions', i, 'options', j, 'rerate', k, 'reason'], other.reason),
      );
    });
  });
  drill.updates.forEach(({ asked, about_reader, facts }, i) => {
    line(['updates', i, 'about_reader'], about_reader);
    markdown(['updates', i, 'asked'], asked);
    facts.forEach(({ text }, j) => line(['updates', i, 'facts', j, 'text'], text));
  });
  drill.hints.forEach(({ tiers }, i) =>
    tiers.forEach(({ text }, j) => markdown(['hints', i, 'tiers', j, 'text'], text)),
  );
  markdown(['handover', 'about'], drill.handover?.about);
  drill.assistant?.answers.forEach(({ says, why }, i) => {
    markdown(['assistant', 'answers', i, 'says'], says);
    line(['assistant', 'answers', i, 'why'], why);
  });
  drill.outcomes.forEach(({ text }, i) => markdown(['outcomes', i, 'text'], text));
  markdown(['debrief', 'text'], drill.debrief.text);
  drill.debrief.plays.forEach(({ text }, i) => markdown(['debrief', 'plays', i, 'text'], text));
  drill.debrief.feedback.forEach(({ text }, i) => line(['debrief', 'feedback', i, 'text'], text));
  markdown(['debrief', 'story'], drill.debrief.story);
  return found;
}
