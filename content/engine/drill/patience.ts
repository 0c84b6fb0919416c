import type { Drill, FeedItem } from '../format/drill-schema.ts';

/** The feed item in which somebody asks again about another one. */
function nameReminder(item: string): string {
  return `${item}-again`;
}

/**
 * Adds what impatient people write: where a message of theirs expects an answer and is left for as
 * long as they wait, they write again, once. The identity where nobody has a patience.
 */
export function addReminders(drill: Drill): Drill {
  const patient = new Map(
    drill.people.flatMap(({ id, patience }) => (patience ? [[id, patience] as const] : [])),
  );
  const reminders = drill.feed.flatMap((item): FeedItem[] => {
    const patience = patient.get(item.from);
    if (!patience || !item.expects) return [];
    return [
      {
        id: nameReminder(item.id),
        kind: item.kind,
        when: { delivered: item.id },
        delay: patience.minutes,
        unless: { answered: item.id },
        from: item.from,
        channel: item.channel,
        roles: item.roles,
        subject: `Again: ${item.subject}`.slice(0, 300),
        body: patience.again,
        interrupt: false,
        noise: false,
        replies: [],
      },
    ];
  });
  return reminders.length === 0 ? drill : { ...drill, feed: [...drill.feed, ...reminders] };
}
