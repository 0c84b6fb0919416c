import { expect, it } from 'vitest';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import { readMail } from '../engine/evidence/read-mail.ts';
import { readBundledPacks } from './find-packs.ts';
import { browserReleases } from './testing/browser-releases.ts';

/** What evidence holds to in every bundled drill, as written and as drawn. */

const seeds = [0, 1, 2, 3, 4, 5];

const files = readBundledPacks().flatMap((source) =>
  source.pack.drills.flatMap((entry) => {
    if (entry.kind !== 'ready') return [];
    const { slug, drill } = entry;
    const written = source.readEvidence(slug, drill);
    return seeds.flatMap((seed) => {
      const { evidence } = prepareDrill(drill, written, seed);
      return drill.evidence.map(({ id, format }) => ({
        name: `${slug}, ${id}, seed ${seed}`,
        format,
        text: evidence.get(id) ?? '',
        starts_at: drill.starts_at,
      }));
    });
  }),
);

interface Call {
  readonly eventID: string;
  readonly eventSource: string;
  readonly requestID?: string;
  readonly responseElements: { readonly requestId?: string } | null;
}

const listFiles = (format: string) => files.filter((file) => file.format === format);

it('a balancer names a trace by the second in which it received the request, and answers after the work', () => {
  const wrong = listFiles('alb').flatMap(({ name, text }) =>
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const fields = line.match(/"[^"]*"|\S+/g) ?? [];
        const received = Date.parse(fields[21] ?? '') / 1000;
        const answered = Date.parse(fields[1] ?? '') / 1000;
        const worked = fields.slice(5, 8).reduce((sum, part) => sum + Math.max(0, Number(part)), 0);
        const second = Number.parseInt(/Root=1-([0-9a-f]{8})-/.exec(line)?.[1] ?? '', 16);
        // Each of the three is rounded to a millisecond.
        return second === Math.floor(received) && answered - received >= worked - 0.003
          ? []
          : [`${name}: ${line.slice(0, 40)}`];
      }),
  );
  expect(wrong).toEqual([]);
});

it('a store counts the time it worked on a request into the time the request took', () => {
  const logs = listFiles('s3-access');
  const wrong = logs.flatMap(({ name, text }) =>
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        // Total time and turn-around time, in milliseconds, stand before the quoted referrer.
        const [, total, turnAround] = / (\d+) (\d+) "[^"]*" "[^"]*" /.exec(line) ?? [];
        return Number(turnAround ?? 0) <= Number(total ?? 0)
          ? []
          : [`${name}: ${line.slice(66, 110)}`];
      }),
  );
  expect(logs).not.toEqual([]);
  expect(wrong).toEqual([]);
});

it('a trail numbers a request as the service that was asked does', () => {
  const wrong = listFiles('cloudtrail').flatMap(({ name, text }) =>
    (JSON.parse(text) as { Records: readonly Call[] }).Records.flatMap((call) => {
      const { eventID, eventSource, requestID, responseElements } = call;
      if (requestID === undefined) return [];
      const ofS3 = /^[0-9A-Z]{16}$/.test(requestID);
      const repeated = responseElements?.requestId ?? requestID;
      return ofS3 === (eventSource === 's3.amazonaws.com') && repeated === requestID
        ? []
        : [`${name}: ${eventID}`];
    }),
  );
  expect(wrong).toEqual([]);
});

it('a hunk of a diff holds as many lines as its head says', () => {
  const diffs = listFiles('diff');
  const wrong = diffs.flatMap(({ name, text }) =>
    text.split(/^(?=@@ )/m).flatMap((hunk) => {
      const head = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(hunk);
      if (!head) return [];
      const [, before = '1', after = '1'] = head;
      const body = hunk.split('\n').slice(1);
      const end = body.findIndex((line) => !/^[-+ ]/.test(line) || /^--- a?\//.test(line));
      const lines = end < 0 ? body : body.slice(0, end);
      const count = (signs: RegExp) => lines.filter((line) => signs.test(line)).length;
      return count(/^[- ]/) === Number(before) && count(/^[+ ]/) === Number(after)
        ? []
        : [`${name}: ${head[0]}`];
    }),
  );
  expect(diffs).not.toEqual([]);
  expect(wrong).toEqual([]);
});

it('a mail that passed DKIM carries a signature of that domain, and answers the last message that it refers to', async () => {
  const wrong: string[] = [];
  for (const { name, text } of listFiles('mail')) {
    const { headers } = await readMail(text);
    const read = (field: string) => headers.find((header) => header.name === field)?.value;
    const result = /dkim=pass(?:[^;]*header\.d=([\w.-]+))?/.exec(
      read('Authentication-Results') ?? '',
    );
    const tags = (read('DKIM-Signature') ?? '').split(/[;\s]+/);
    const isSigned =
      result === null || tags.some((tag) => tag === `d=${result[1] ?? tag.slice(2)}`);
    const parent = read('In-Reply-To');
    const isAnswer = parent === undefined || (read('References')?.endsWith(parent) ?? true);
    if (!isSigned || !isAnswer) wrong.push(name);
  }
  expect(wrong).toEqual([]);
});

it('a browser is out by the day of its drill, and no more than a year old', () => {
  const seen = new Set<string>();
  const wrong = new Set<string>();
  for (const { name, text, starts_at } of files) {
    for (const [agent] of text.matchAll(/Mozilla\/5\.0 \([^"\\]*/g)) {
      const [, browser = '', version = ''] =
        /(Chrome|Firefox|Version)\/(\d+(?:\.[1-9]\d*)?)/.exec(agent) ?? [];
      if (browser === '') continue;
      seen.add(browser);
      const released = browserReleases[browser]?.get(version) ?? 'on no day that we know';
      const days = (Date.parse(starts_at) - Date.parse(released)) / 86_400_000;
      if (!(days >= 0 && days <= 366)) wrong.add(`${name}: ${browser} ${version}, ${released}`);
    }
  }
  expect([...seen].sort()).toEqual(Object.keys(browserReleases).sort());
  expect([...wrong]).toEqual([]);
});

it('a trail tells a call under the region of the host that a client asked', () => {
  const asked = listFiles('cloudtrail').flatMap(({ name, text }) => {
    const { Records = [] } = JSON.parse(text) as { readonly Records?: readonly TrailRecord[] };
    return Records.flatMap(({ eventID, awsRegion, tlsDetails }) =>
      tlsDetails ? [{ name, eventID, awsRegion, host: tlsDetails.clientProvidedHostHeader }] : [],
    );
  });
  expect(asked.length).toBeGreaterThan(0);
  const wrong = asked.filter(({ awsRegion, host }) => {
    const [, region = 'us-east-1'] = /\.([a-z]+-[a-z]+-\d)\.amazonaws/.exec(host) ?? [];
    return region !== awsRegion;
  });
  expect(wrong).toEqual([]);
});

interface TrailRecord {
  readonly eventID: string;
  readonly awsRegion: string;
  readonly tlsDetails?: { readonly clientProvidedHostHeader: string };
}
