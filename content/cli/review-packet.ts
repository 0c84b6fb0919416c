import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readKeyFile } from '../archive/key-file.ts';
import { openPacket, openReview, type OpenedPacket } from '../archive/open-packet.ts';
import { isAuthorName } from '../archive/signature.ts';
import { writePacketArchive } from '../archive/write-packet.ts';
import { parseYaml } from '../engine/format/parse-yaml.ts';
import { listTargets } from '../engine/packet/comment-targets.ts';
import { resolveComments, type WrittenComments } from '../engine/packet/comments-file.ts';
import type { MentorReview } from '../engine/packet/packet-schema.ts';
import { writeReviewFiles } from '../engine/packet/write-packet.ts';
import { CommandFault, withFile } from './command-fault.ts';
import { describeSignature } from './pack/check-packs.ts';
import { readBytes } from './pack/sign-pack.ts';
import { writeWhole } from './pack/write-whole.ts';
import { bold, green, type Terminal } from './terminal.ts';
import { writePacketJson, writePacketText } from './write-packet-page.ts';

interface ReviewWish {
  readonly path: string;
  readonly comments: string | undefined;
  readonly output: string | undefined;
  readonly key: string | undefined;
  readonly author: string | undefined;
  readonly json: boolean;
}

/** Shows a packet, or answers it with a review file. */
export async function reviewPacket(terminal: Terminal, wish: ReviewWish): Promise<number> {
  const { path, json } = wish;
  const opened = await openPacket(readBytes(path));
  if (!opened.ok) {
    throw new CommandFault(`${path} is refused (${opened.fault.code}). ${opened.fault.message}`);
  }
  const packet = opened.value;
  if (wish.comments !== undefined) return answerPacket(terminal, packet, wish.comments, wish);
  if (wish.key !== undefined || wish.output !== undefined) {
    throw new CommandFault('There is nothing to write without --comments FILE.');
  }
  if (json) terminal.write(JSON.stringify(writePacketJson(packet), null, 2));
  else {
    terminal.write(`${bold(path)}\n    ${describeSignature(packet)}`);
    terminal.write(writePacketText(packet, terminal.columns));
  }
  return 0;
}

async function answerPacket(
  terminal: Terminal,
  packet: OpenedPacket,
  commentsPath: string,
  { path, output, key: keyPath, author, json }: ReviewWish,
): Promise<number> {
  const written = readComments(commentsPath, packet);
  const from = author ?? written.from;
  const signWith = keyPath === undefined ? undefined : { key: readKey(keyPath), author: from };
  if (signWith && !isAuthorName(from)) {
    throw new CommandFault(
      'A signature needs a name of one line that can be seen: --author NAME, or "from" in the comments.',
    );
  }
  const at = new Date().toISOString();
  const review: MentorReview = {
    format: 1,
    id: randomUUID(),
    answers: packet.sha256,
    packet: packet.packet.id,
    from,
    message: written.message,
    at,
    comments: written.comments.map(({ on, text }) => ({
      id: randomUUID(),
      on,
      text,
      at,
      author: from,
    })),
  };
  const bytes = writePacketArchive('review', review.id, writeReviewFiles(review), signWith);
  const again = await openReview(bytes);
  if (!again.ok) throw new CommandFault(`The review is not written. ${again.fault.message}`);
  const target = output ?? `${path.replace(/\.drillpacket$/i, '')}.drillreview`;
  writeWhole(target, bytes);
  const { signature, sha256 } = again.value;
  const count = review.comments.length;
  if (json) {
    terminal.write(
      JSON.stringify({ file: target, answers: review.answers, comments: count, signature, sha256 }),
    );
  } else {
    const counted = count === 1 ? '1 comment' : `${count} comments`;
    terminal.write(
      `${bold(target)} ${green('written')}, ${counted}\n    ${describeSignature(again.value)}`,
    );
  }
  return 0;
}

function readComments(path: string, packet: OpenedPacket): WrittenComments {
  const text = withFile('read', path, () => readFileSync(path, 'utf8'));
  const parsed = parseYaml(path, text);
  if (!parsed.ok) {
    const [fault] = parsed.faults;
    throw new CommandFault(`${path}:${fault?.line ?? 1}: ${fault?.message ?? 'it is no YAML'}`);
  }
  const resolved = resolveComments(parsed.value.data, listTargets(packet));
  if (!resolved.ok) throw new CommandFault(`${path}: ${resolved.fault}.`);
  return resolved.value;
}

function readKey(path: string) {
  if (!existsSync(path)) {
    throw new CommandFault(`There is no key in ${path}. Make one: drillbook pack key new ${path}`);
  }
  const key = withFile('read', path, () => readKeyFile(path));
  if (!key) {
    throw new CommandFault(`${path} holds no Ed25519 key as Drillbook makes it (PKCS #8, PEM).`);
  }
  return key;
}
