import type { Finding } from '../../format/fault.ts';
import { readInstant } from '../../score/timeline-points.ts';
import { findNearestName } from '../../format/nearest-name.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkWindows } from './check-windows.ts';
import { describeEstate, type Estate } from './estate.ts';
import type { StoryEvent } from './event-schema.ts';
import { toldFormats, type StoryFile, type Storyline } from './schema.ts';
import { findUnread } from './template.ts';
import { findMember, tells } from './told-file.ts';

/** What is wrong with a storyline whose shape is right: names that nothing describes, times outside. */
export function checkStoryline(storyline: Storyline): readonly Finding[] {
  const estate = describeEstate(storyline);
  const seen = new Set<string>();
  return [
    ...(estate.from_s < estate.to_s
      ? []
      : [
          report(
            'storyline-span',
            ['to'],
            'The span ends before it begins.',
            'Make `to` later than `from`.',
          ),
        ]),
    ...estate.events.flatMap((event, index) => {
      const again = seen.has(event.id);
      seen.add(event.id);
      return [
        ...(again
          ? [
              report(
                'duplicate-id',
                ['events', index, 'id'],
                `There are two events "${event.id}".`,
                'Give one another word.',
              ),
            ]
          : []),
        ...checkEvent(estate, event, index),
      ];
    }),
    ...checkAddresses(storyline, estate),
    ...checkWindows(storyline),
    ...estate.habits.flatMap((habit, index) => checkHabit(estate, habit, index)),
    ...estate.files.flatMap((file, index) => checkFile(estate, file, index)),
  ];
}

function report(
  code: string,
  path: readonly (string | number)[],
  message: string,
  remedy: string,
): Finding {
  return { code, path, message, remedy };
}

function checkEvent(estate: Estate, event: StoryEvent, index: number): readonly Finding[] {
  const path = ['events', index];
  const { principals, origins, calls, from_s, to_s } = estate;
  const at_s = readInstant(event.at);
  const known = Object.hasOwn(principals, event.who) || origins.has(event.who);
  const findings: Finding[] = [];
  const add = (code: string, member: string, message: string, remedy: string): void => {
    findings.push(report(code, [...path, member], message, remedy));
  };
  if (at_s < from_s || at_s >= to_s) {
    add(
      'storyline-time',
      'at',
      `"${event.id}" lies outside the span.`,
      'Change `at`, or `from` and `to`.',
    );
  }
  if (event.call !== undefined && !Object.hasOwn(principals, event.who)) {
    add(
      'storyline-who',
      'who',
      `"${event.who}" has no identity in the account.`,
      'Name a person, a service or a principal, and say under `from` where the call came from.',
    );
  } else if (!known) {
    // Whoever signs in or writes may be nobody that is known here; a slip of the pen is not.
    const isFree = event.mail !== undefined || event.sign_in !== undefined;
    const near = findNearestName(event.who, [...Object.keys(principals), ...origins.keys()]);
    const describe = 'escribe it under people, services, hosts, outsiders or principals.';
    if (near !== null || !isFree) {
      add(
        'storyline-who',
        'who',
        `"${event.who}" is not described.`,
        near === null ? `D${describe}` : `Did you mean "${near}"? If not, d${describe}`,
      );
    }
  }
  if (event.call !== undefined && event.read === undefined && !Object.hasOwn(calls, event.call)) {
    add(
      'storyline-call',
      'call',
      `The call "${event.call}" is not known.`,
      'Mend its spelling, describe it under `calls`, or give the event `read: true` or `read: false`.',
    );
  }
  const members = toldFormats.filter((format) => event[findMember(format)] !== undefined);
  if (members.length === 0) {
    add(
      'storyline-untold',
      'id',
      `"${event.id}" says nothing that a file can tell.`,
      'Give it call, sign_in, request, object, flow, command, finding, mail or row.',
    );
  } else if (!estate.files.some((file) => tells(estate, file, event))) {
    add(
      'storyline-untold',
      'id',
      `No file tells of "${event.id}".`,
      `Add a file with format ${members.join(' or ')}, or look at its files and region.`,
    );
  }
  const tables = estate.files.filter((file) => file.columns && tells(estate, file, event));
  for (const column of Object.keys(event.row ?? {})) {
    if (tables.length === 0 || tables.some(({ columns }) => columns && column in columns)) continue;
    const columns = tables.flatMap((file) => Object.keys(file.columns ?? {}));
    const near = findNearestName(column, columns);
    add(
      'storyline-columns',
      'row',
      `No table that tells of "${event.id}" has a column "${column}".`,
      near === null ? `It has ${columns.join(', ')}.` : `Did you mean "${near}"?`,
    );
  }
  for (const name of event.files ?? []) {
    if (!estate.files.some(({ file }) => file === name)) {
      add(
        'storyline-file',
        'files',
        `There is no file "${name}".`,
        'Name one that stands under `files`.',
      );
    }
  }
  return findings;
}

function checkHabit(
  { principals, calls, files, region }: Estate,
  { who, calls: own, regions }: Estate['habits'][number],
  index: number,
): readonly Finding[] {
  const path = ['habits', index];
  const trails = files.filter(({ format, noise }) => format === 'cloudtrail' && noise > 0);
  const reached = trails.some((file) =>
    (regions ?? file.regions ?? [region]).some((one) => (file.regions ?? [region]).includes(one)),
  );
  return [
    ...(Object.hasOwn(principals, who)
      ? []
      : [
          report(
            'storyline-who',
            [...path, 'who'],
            `"${who}" is not described.`,
            'Describe it under people, services or principals.',
          ),
        ]),
    ...own
      .filter((call) => !Object.hasOwn(calls, call))
      .map((call) =>
        report(
          'storyline-call',
          [...path, 'calls'],
          `The call "${call}" is not known.`,
          'Mend its spelling, or describe it under `calls`.',
        ),
      ),
    ...(reached || trails.length === 0
      ? []
      : [
          report(
            'storyline-habit',
            [...path, 'regions'],
            'No file is of a region of this habit.',
            'Mend its regions, or leave it out.',
          ),
        ]),
  ];
}

function checkFile(estate: Estate, file: StoryFile, index: number): readonly Finding[] {
  const path = ['files', index];
  const told = estate.events.filter((event) => tells(estate, file, event)).length;
  if (file.format === 'mail') {
    return told === 1
      ? []
      : [
          report(
            'storyline-mail',
            [...path, 'file'],
            `${file.file} holds one mail, but ${told} events tell of it.`,
            'Give each mail a file of its own, and name it in `files` of its event.',
          ),
        ];
  }
  const regions = file.regions ?? [estate.region];
  const quiet =
    file.format === 'cloudtrail' &&
    file.noise > 0 &&
    !estate.habits.some((habit) => (habit.regions ?? regions).some((one) => regions.includes(one)));
  return [
    ...(told + file.noise > 0 || file.base !== undefined
      ? []
      : [
          report(
            'storyline-empty',
            [...path, 'file'],
            `${file.file} would be empty.`,
            'Give it noise, or an event that it tells of.',
          ),
        ]),
    ...(quiet
      ? [
          report(
            'storyline-habit',
            [...path, 'regions'],
            `No habit reaches ${regions.join(', ')}.`,
            'Add a habit, or leave its regions out.',
          ),
        ]
      : []),
    ...Object.entries(file.columns ?? {}).flatMap(([column, template]) => {
      const unread = findUnread(template);
      return unread === null
        ? []
        : [
            report(
              'storyline-columns',
              [...path, 'columns', column],
              `${unread} stands for nothing.`,
              'Write {time}, {person}, {login}, {mail}, {address}, {int:1-9}, {hex:8}, {pick:a|b} or {uuid}.',
            ),
          ];
    }),
    ...(file.format === 'csv' && !file.columns
      ? [
          report(
            'storyline-columns',
            [...path, 'file'],
            `${file.file} has no columns.`,
            'Name its columns, each with a template such as "{time}".',
          ),
        ]
      : []),
  ];
}
