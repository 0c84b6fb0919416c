import { describe, expect, it } from 'vitest';
import { readMailDate, readRoute, writeDelay } from './mail-route.ts';

const received = (value: string) => ({ name: 'Received', value });

describe('the route of a mail', () => {
  it('begins with the first hop, which stands last, and says how long each took', () => {
    const route = readRoute([
      received(
        'from mx.cloud.example (mx.cloud.example [203.0.113.9]) by mail.larkfield.example with ESMTPS id a1; Tue, 10 Mar 2026 09:12:05 +0000 (UTC)',
      ),
      { name: 'Subject', value: 'x' },
      received(
        'from notifier ([198.51.100.7]) by mx.cloud.example with ESMTP; Tue, 10 Mar 2026 10:12:00 +0100',
      ),
    ]);
    expect(route).toEqual([
      {
        from: 'notifier',
        address: '198.51.100.7',
        by: 'mx.cloud.example',
        protocol: 'ESMTP',
        at: '2026-03-10T09:12:00Z',
        after_s: null,
      },
      {
        from: 'mx.cloud.example',
        address: '203.0.113.9',
        by: 'mail.larkfield.example',
        protocol: 'ESMTPS',
        at: '2026-03-10T09:12:05Z',
        after_s: 5,
      },
    ]);
  });

  it('reads no date of a day that is none', () => {
    const [first, second] = readRoute([
      received('from b by c; Sun, 01 Mar 2026 10:00:00 +0000'),
      received('from a by b; Mon, 30 Feb 2026 10:00:00 +0000'),
    ]);
    expect([first?.at, second?.at]).toEqual([null, '2026-03-01T10:00:00Z']);
    expect(readMailDate('Thu, 29 February 2024 10:00 GMT')).toBe(Date.UTC(2024, 1, 29, 10));
  });

  it('never stumbles over what it cannot read', () => {
    expect(readRoute([received('by a; nonsense'), received(''), received('from b')])).toEqual(
      ['b', '', ''].map((from, index) => ({
        from,
        address: '',
        by: index === 2 ? 'a' : '',
        protocol: '',
        at: null,
        after_s: null,
      })),
    );
  });

  it.each([
    [3, '3 s'],
    [125, '2 min 5 s'],
    [3720, '1 h 2 min'],
    [-12, '12 s earlier, so clocks disagree'],
  ])('writes %d s as %s', (seconds, written) => {
    expect(writeDelay(seconds)).toBe(written);
  });
});
