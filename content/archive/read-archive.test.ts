import { describe, expect, it } from 'vitest';
import { archiveFaultCodes } from './archive-fault.ts';
import { openArchive } from './open-archive.ts';
import { hostileArchives, plainArchives } from './testing/hostile-archives.ts';
import { hostileTricks, rearrangedArchives } from './testing/hostile-tricks.ts';
import { unusualArchives } from './testing/unusual-archives.ts';

const open = (bytes: Uint8Array) => openArchive(bytes, { expectKind: 'pack' });

describe('a hostile archive is refused with its reason', () => {
  it.each(
    [...hostileArchives, ...hostileTricks].map(
      ({ title, code, make }) => [title, code, make] as const,
    ),
  )('%s: %s', async (_, code, make) => {
    const opened = await open(make());
    expect(opened.ok ? 'opened' : opened.fault.code).toBe(code);
    if (opened.ok) return;
    // What happened, what is safe, what to do next; and nothing that steers a terminal.
    expect(opened.fault.message).toMatch(/^[A-Z].+\. Nothing was unpacked.+\. .+\.$/s);
    expect(opened.fault.message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('is told how to pack again what may be honest: zip64', async () => {
    const zip64 = hostileArchives.find(({ code }) => code === 'zip64');
    const opened = await open(zip64?.make() ?? new Uint8Array());
    expect(opened.ok ? 'opened' : opened.fault.message).toContain('zipped without zip64');
  });

  it('tries enough of them', () => {
    expect(hostileArchives.length + hostileTricks.length).toBeGreaterThanOrEqual(250);
    const tried = new Set(hostileArchives.map(({ code }) => code));
    // These need a file system, a parser or a clock; their tests are beside check-contents.ts.
    const elsewhere = [
      'unreadable',
      'too_slow',
      'signature_invalid',
      'signature_broken',
      'signature_weak',
      'unsigned',
    ];
    const missing = archiveFaultCodes.filter(
      (code) => !tried.has(code) && !elsewhere.includes(code),
    );
    expect(missing.filter((code) => !contentCodes.has(code))).toEqual([]);
  });
});

const contentCodes = new Set<string>([
  ...[
    'cannot_read',
    'is_folder',
    'not_a_file',
    'too_much_memory',
    'other_key',
    'content_type',
    'not_utf8',
    'yaml',
    'json',
    'forbidden_key',
  ],
  ...['markdown_too_long', 'markdown_too_costly', 'drill_invalid'],
]);

describe('an archive that is only plain', () => {
  it.each([...plainArchives, ...unusualArchives].map(({ title, make }) => [title, make] as const))(
    'is opened: %s',
    async (_, make) => {
      const opened = await open(make());
      expect(opened.ok ? 'opened' : opened.fault.message).toBe('opened');
    },
  );
});

it.each(rearrangedArchives.map(({ title, make }) => [title, make] as const))(
  'refuses an archive of ours that another program put together anew: %s',
  async (_, make) => {
    const opened = await open(await make());
    expect(opened).toMatchObject({ ok: false, fault: { code: 'repacked' } });
  },
);

it('stops when its time is up', async () => {
  let time = 0;
  const opened = await openArchive(plainArchives[0]?.make() ?? new Uint8Array(), {
    expectKind: 'pack',
    now: () => (time += 900),
  });
  expect(opened).toMatchObject({ ok: false, fault: { code: 'too_slow' } });
});
