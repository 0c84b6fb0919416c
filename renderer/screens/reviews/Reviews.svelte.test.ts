import { page, userEvent } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { formatLog } from '../../../content/engine/drill/attempt-log.ts';
import type { MentorReview } from '../../../content/engine/packet/packet-schema.ts';
import { aDrill, someEvidence } from '../../../content/engine/testing/a-drill.ts';
import { aHeader, aLog } from '../../../content/engine/testing/a-log.ts';
import { aStory } from '../../../content/engine/testing/a-story.ts';
import type {
  OpenedPacketFile,
  PacketFileOpened,
} from '../../../electron/packets/packet-channels.ts';
import type { contract, PayloadOf } from '../../../electron/ipc.ts';
import type { Packets } from '../../state/packets.svelte.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import Debrief from '../debrief/Debrief.svelte';
import { somePackets } from '../testing/some-packets.ts';
import { findBarriers, someAttempt, someParts } from '../testing/some-parts.ts';
import Reviews from './Reviews.svelte';
import { takeNewest } from '../../state/testing/take-newest.ts';

type Saved = PayloadOf<(typeof contract)['packets']['save']>;

const header = aHeader({ drill: { slug: 'a-key', id: 'T01', hash: 'b'.repeat(64) } });
const update = 'The key is off. Nobody used it. Next update at 10:00.';
const events = aLog(
  [5, 'feed_opened', { item: 'notice' }],
  [10, 'acknowledged', { item: 'notice' }],
  [
    30,
    'decided',
    { decision: 'severity', option: 'p2', confidence: 80, citations: [], reason: 'Public key' },
  ],
  [200, 'update_sent', { update: 't15', text: update, citations: [] }],
  [300, 'ended', {}],
);

function aPacketFile(): OpenedPacketFile {
  return {
    kind: 'packet',
    sha256: 'c'.repeat(64),
    signer: null,
    packet: {
      format: 1,
      id: 'p-1',
      from: 'Ana Beltran',
      message: 'Was I too slow?',
      at: '2026-11-20T09:00:00.000Z',
      attempts: [{ id: 'a1', drill: header.drill.hash, title: 'A key in the open' }],
      practices: [],
      stories: [aStory()],
    },
    logs: [{ attempt: 'a1', text: formatLog({ header, events }) }],
    drills: [
      {
        hash: header.drill.hash,
        slug: 'a-key',
        pack: header.pack,
        texts: Object.fromEntries(
          [...someEvidence].map(([id, text]) => [`drills/a-key/evidence/${id}`, text]),
        ),
      },
    ],
  };
}

/** The place over a channel that opens `file`, and keeps what is saved. `read`: once what is stored is. */
async function show(
  file: PacketFileOpened = aPacketFile(),
  hash = '#/reviews',
  read: Promise<unknown> = Promise.resolve(),
) {
  const saved: Saved[] = [];
  let packets: Packets | undefined;
  const parts = someParts({
    hash,
    more: {
      openPackets: async () => {
        await read;
        packets ??= await somePackets(
          {
            store: parts.store,
            saves: parts.saves,
            attempts: parts.attempts,
            parse: () =>
              Promise.resolve({
                header: null,
                glossary: [],
                faults: [],
                drills: [{ kind: 'ready', slug: 'a-key', drill: aDrill() }],
              }),
            now: () => parts.now(),
            newId: () => parts.newId(),
          },
          {
            open: () => Promise.resolve({ kind: 'ok', value: file }),
            read: () => Promise.resolve({ kind: 'ok', value: file }),
            save: (wish) => {
              saved.push(wish);
              const value = { kind: 'saved' as const, path: '/x', sha256: 'd'.repeat(64) };
              return Promise.resolve({ kind: 'ok', value });
            },
          },
        );
        return packets;
      },
    },
  });
  await parts.catalogue.load();
  await takeNewest(parts.attempts, parts.store);
  const screen = await render(Reviews, { parts, packet: null });
  return { parts, saved, screen };
}

async function openPacket(theme = 'light', file = aPacketFile()) {
  document.documentElement.dataset['theme'] = theme;
  const shown = await show(file);
  await page.getByRole('button', { name: 'Open file…' }).click();
  await expect.poll(() => shown.parts.navigation.place).toMatchObject({ packet: 'c'.repeat(64) });
  await shown.screen.rerender({ parts: shown.parts, packet: 'c'.repeat(64) });
  await expect.element(page.getByRole('heading', { name: 'From Ana Beltran' })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: /^Decisions/ })).toBeVisible();
  return shown;
}

async function comment(on: RegExp, text: string): Promise<void> {
  await page.getByRole('button', { name: on }).first().click();
  await page.getByLabelText('Comment', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Keep comment' }).click();
}

describe('Mentor reviews', () => {
  it('says how it begins where nothing was sent or received', async () => {
    await page.viewport(1440, 900);
    await show({ kind: 'cancelled' });
    await expect.element(page.getByText(/Nothing was sent or received yet/)).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it.each(['light', 'dark'])('has no barrier that axe finds, %s', async (theme) => {
    await page.viewport(1440, 900);
    await openPacket(theme);
    await expect.element(page.getByText(/Not signed: nothing tells who wrote it/)).toBeVisible();
    await comment(/^Comment on How serious/, 'Say what you ruled out.');
    // A button that becomes usable changes its colour for a moment.
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    expect(await findBarriers()).toEqual([]);
    await page.getByText('Step by step').click();
    await expect.element(page.getByText('1 of 6')).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('names the key of a packet that is signed, and forgets it again', async () => {
    await page.viewport(1440, 900);
    const signer = {
      key: 'a2V5',
      fingerprint: '0123 4567 89ab cdef 0123 4567 89ab cdef',
      author: 'Ana Beltran',
      pinnedAs: null,
    };
    await openPacket('light', { ...aPacketFile(), signer });
    await expect.element(page.getByText(/calls themselves “Ana Beltran”/)).toBeVisible();
    await expect.element(page.getByText(signer.fingerprint)).toBeVisible();
    await page.getByRole('button', { name: 'Name this key…' }).click();
    expect(await findBarriers()).toEqual([]);
    await page.getByLabelText('Name of whoever holds this key').fill('Ana, in person');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByText('Signed with the key that you know as Ana, in person.'))
      .toBeVisible();
    await page.getByRole('button', { name: 'Forget this key of Ana, in person' }).click();
    await expect.element(page.getByText(/You have not named this key/)).toBeVisible();
  });

  it('finds a comment that is being written again after a look at the steps', async () => {
    await page.viewport(1440, 900);
    await openPacket();
    await page
      .getByRole('button', { name: /^Comment on How serious/ })
      .first()
      .click();
    await page.getByLabelText('Comment', { exact: true }).fill('Half a sentence');
    await page.getByText('Step by step').click();
    await expect.element(page.getByText('1 of 6')).toBeVisible();
    await page.getByText('Debrief', { exact: true }).click();
    await expect
      .element(page.getByLabelText('Comment', { exact: true }))
      .toHaveValue('Half a sentence');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Step by step').click();
    await page.getByText('Debrief', { exact: true }).click();
    await expect.element(page.getByRole('heading', { name: /^Decisions/ })).toBeVisible();
    expect(page.getByLabelText('Comment', { exact: true }).elements()).toEqual([]);
  });

  it('shows a comment on a sentence that was being written, and does not send it unasked', async () => {
    await page.viewport(1440, 900);
    const { parts, screen } = await openPacket();
    await comment(/^Comment on How serious/, 'Say what you ruled out.');
    await page.getByText('Comment on its sentences (3)').click();
    await page
      .getByRole('button', { name: /^Comment on sentence 2 of/ })
      .first()
      .click();
    await page.getByLabelText('Comment', { exact: true }).fill('How do');
    await screen.rerender({ parts, packet: null });
    await screen.rerender({ parts, packet: 'c'.repeat(64) });
    const field = page.getByLabelText('Comment', { exact: true });
    await expect.element(field).toBeVisible();
    await expect.element(field).toHaveValue('How do');
    await page.getByRole('button', { name: 'Send 1 comment back' }).click();
    await expect.element(page.getByText(/One more is being written\. It stays here/)).toBeVisible();
  });

  it('keeps what is being written while another comment there is removed', async () => {
    await page.viewport(1440, 900);
    await openPacket();
    await comment(/^Comment on How serious/, 'One too many');
    await page
      .getByRole('button', { name: /^Comment on How serious/ })
      .first()
      .click();
    const field = page.getByLabelText('Comment', { exact: true });
    await field.fill('Half a sentence');
    await page.getByRole('button', { name: /^Remove comment: How serious/ }).click();
    await expect.element(field).toHaveValue('Half a sentence');
    await expect.element(field).toHaveFocus();
  });

  it('keeps words for a comment that an undo has taken away meanwhile', async () => {
    await page.viewport(1440, 900);
    await openPacket();
    await comment(/^Comment on How serious/, 'Say what');
    await page.getByRole('button', { name: /^Change comment: How serious/ }).click();
    await page.getByLabelText('Comment', { exact: true }).fill('Say what you ruled out.');
    await page.getByRole('button', { name: 'Undo comment' }).click();
    await page.getByRole('button', { name: 'Keep comment' }).click();
    await expect.element(page.getByText('Say what you ruled out.')).toBeVisible();
  });

  it('keeps the keyboard beside a comment that an undo takes away', async () => {
    await page.viewport(1440, 900);
    await openPacket();
    await comment(/^Comment on How serious/, 'One too many');
    page
      .getByRole('button', { name: /^Change comment: How serious/ })
      .element()
      .focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect
      .element(page.getByRole('button', { name: /^Comment on How serious/ }).first())
      .toHaveFocus();
    await comment(/^Comment on How serious/, 'Again one too many');
    await page.getByRole('button', { name: 'Undo comment' }).click();
    await expect.element(page.getByRole('heading', { name: 'From Ana Beltran' })).toHaveFocus();
  });

  it('opens a file that was asked for before what is stored was read', async () => {
    await page.viewport(1440, 900);
    let isRead = (): void => undefined;
    const read = new Promise<void>((resolve) => (isRead = resolve));
    const { parts } = await show(aPacketFile(), '#/reviews', read);
    await page.getByRole('button', { name: 'Open file…' }).click();
    isRead();
    await expect.poll(() => parts.navigation.place).toMatchObject({ packet: 'c'.repeat(64) });
  });

  it('says of a folder that was dropped that it could not be read', async () => {
    await show();
    await expect.element(page.getByText(/Nothing was sent or received yet/)).toBeVisible();
    const folder = new File([], 'folder');
    folder.arrayBuffer = () => Promise.reject(new DOMException('a folder', 'NotFoundError'));
    const drop = new DragEvent('drop', { bubbles: true });
    Object.defineProperty(drop, 'dataTransfer', { value: { files: [folder] } });
    page.getByRole('region', { name: 'Mentor reviews' }).element().dispatchEvent(drop);
    await expect.element(page.getByText(/The file could not be read/)).toBeVisible();
  });

  it('writes out what would turn or break the name of a file that is too large', async () => {
    await show();
    await expect.element(page.getByText(/Nothing was sent or received yet/)).toBeVisible();
    const large = new File([], 'packet\u202ekcap\n.drillpacket');
    Object.defineProperty(large, 'size', { value: 65 * 1024 * 1024 });
    const drop = new DragEvent('drop', { bubbles: true });
    Object.defineProperty(drop, 'dataTransfer', { value: { files: [large] } });
    page.getByRole('region', { name: 'Mentor reviews' }).element().dispatchEvent(drop);
    const said = page.getByText('“packet[U+202E]kcap[U+000A].drillpacket” is larger', {
      exact: false,
    });
    await expect.element(said).toBeVisible();
  });

  it('takes in a file that the system opened the app with', async () => {
    await page.viewport(1440, 900);
    const { parts } = await show();
    const packets = await parts.openPackets();
    packets.hand(new Uint8Array([1]));
    await expect.poll(() => parts.navigation.place).toMatchObject({ packet: 'c'.repeat(64) });
    expect(packets.isHanded).toBe(false);
  });

  it('says in a browser what cannot be done there, and what to do', async () => {
    await page.viewport(1024, 700);
    const parts = someParts({
      hash: '#/reviews',
      more: { info: { ...someParts().info, runtime: 'browser' } },
    });
    await render(Reviews, { parts, packet: null });
    await expect.element(page.getByText(/neither written nor opened/)).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: /^Open file…/ }))
      .toHaveAttribute('aria-disabled', 'true');
    expect(await findBarriers()).toEqual([]);
  });

  it('goes through an attempt step by step, with what stood before the learner then', async () => {
    await page.viewport(1024, 700);
    await openPacket();
    await page.getByText('Step by step').click();
    const then = page.getByRole('region', { name: 'What stood before them then' });
    await page.getByRole('button', { name: 'Next step' }).click();
    await expect.element(page.getByText('2 of 6')).toBeVisible();
    await expect.element(then.getByText(/\(read\)/)).toBeVisible();
    await page.getByRole('button', { name: 'Next step' }).click();
    await expect.element(then.getByText(/\(answered/)).toBeVisible();
    await page.getByRole('button', { name: 'Previous step' }).click();
    await expect.element(then.getByText(/\(read\)/)).toBeVisible();
  });

  it('keeps comments on a decision, a sentence and a story, takes one back, and sends them', async () => {
    await page.viewport(1440, 900);
    const { saved, parts } = await openPacket();
    await comment(/^Comment on How serious/, 'Say what you ruled out.');
    await page.getByText('Comment on its sentences (3)').click();
    await comment(/^Comment on sentence 2 of/, 'How do you know?');
    await page.getByRole('tab', { name: /Story/ }).click();
    await comment(/^Comment on sentence 1 of/, 'Who found it?');
    await comment(/^Comment on sentence 2 of/, 'One too many');
    await page.getByRole('button', { name: 'Undo comment' }).click();
    await page.getByRole('button', { name: 'Send 3 comments back' }).click();
    await page.getByLabelText('Your name').fill('Mara Lind');
    await page.getByRole('button', { name: 'Save review…' }).click();
    await expect.poll(() => saved.length).toBe(1);
    expect(saved[0]).toMatchObject({ kind: 'review', sign: false, author: 'Mara Lind' });
    const review = JSON.parse(saved[0]?.files[0]?.text ?? '') as MentorReview;
    expect(review.answers).toBe('c'.repeat(64));
    expect(review.comments.map(({ text, author }) => [text, author])).toEqual([
      ['Say what you ruled out.', 'Mara Lind'],
      ['How do you know?', 'Mara Lind'],
      ['Who found it?', 'Mara Lind'],
    ]);
    expect(review.comments[1]?.on).toMatchObject({ index: 1, sentence: 'Nobody used it.' });
    const stored = await parts.store.list('packets');
    expect(stored.some(({ id }) => id === `comments/${'c'.repeat(64)}`)).toBe(true);
  });

  it('offers a comment that was kept to use again', async () => {
    await page.viewport(1440, 900);
    await openPacket();
    await page.getByRole('button', { name: /^Comment on How serious/ }).click();
    await page.getByLabelText('Comment', { exact: true }).fill('Name the time.');
    await page.getByLabelText('Keep it to use again').click();
    await page.getByRole('button', { name: 'Keep comment' }).click();
    await page
      .getByRole('button', { name: /^Comment on/ })
      .nth(1)
      .click();
    await page.getByText('Use one of your comments again').click();
    await page.getByLabelText('Search your comments').fill('TIME name');
    await page.getByRole('button', { name: 'Name the time.', exact: true }).click();
    await expect
      .element(page.getByLabelText('Comment', { exact: true }))
      .toHaveValue('Name the time.');
    await userEvent.keyboard('{Escape}');
  });

  it('shows a review in its place in the debrief, and tells what is not here', async () => {
    await page.viewport(1440, 900);
    const file: PacketFileOpened = {
      kind: 'review',
      sha256: 'e'.repeat(64),
      signer: { key: 'k', fingerprint: '0f2c 71aa', author: 'Mara Lind', pinnedAs: null },
      review: {
        format: 1,
        id: 'r-1',
        answers: 'c'.repeat(64),
        packet: 'p-1',
        from: 'Mara Lind',
        message: 'Good work',
        at: '2026-11-21T09:00:00.000Z',
        comments: [
          {
            id: 'c-1',
            on: { kind: 'decision', attempt: 'a1', branch: 'main', decision: 'severity' },
            text: 'Say what you ruled out.',
            at: '2026-11-21T09:00:00.000Z',
            author: 'Mara Lind',
          },
          {
            id: 'c-2',
            on: {
              kind: 'update_sentence',
              attempt: 'a1',
              branch: 'main',
              update: 't15',
              index: 1,
              sentence: 'Nobody used it.',
            },
            text: 'How do you know?',
            at: '2026-11-21T09:00:00.000Z',
            author: 'Mara Lind',
          },
        ],
      },
    };
    const { parts, screen } = await show(file);
    await page.getByRole('button', { name: 'Open file…' }).click();
    await expect.element(page.getByText(/not on this computer/)).toBeVisible();
    expect(parts.notices.list[0]?.text).toMatch(/sent 2 comments\. They stand in the debrief/);
    await expect.element(page.getByText(/not sent from this computer/)).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await screen.unmount();
    await render(Debrief, { parts, attempt: someAttempt(parts, { events }) });
    const decision = page.getByRole('list', { name: /Comments of a mentor: How serious/ });
    await expect.element(decision.getByText('Say what you ruled out.')).toBeVisible();
    await expect.element(decision.getByText(/calls themselves “Mara Lind”/)).toBeVisible();
    await expect.element(page.getByText('How do you know?')).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });
});
