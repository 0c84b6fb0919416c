import { createRandomSource, hashText, type RandomSource } from '../../drill/random-source.ts';
import { readInstant } from '../../score/timeline-points.ts';
import { findAddress, type Estate } from './estate.ts';
import type { StoryEvent } from './event-schema.ts';
import { writeMailTime } from './moments.ts';
import type { StoryFile } from './schema.ts';
import { drawHex, drawLetters } from './template.ts';
import { listTold, type Telling } from './told-file.ts';
import { listBytes } from './utf8-hex.ts';

/** Writes the one mail of a file, with the headers that it would have where it was delivered. */
export function writeMail(estate: Estate, story: StoryFile): Telling {
  const [event, ...others] = listTold(estate, story);
  if (!event || others.length > 0) {
    throw new Error(`${story.file} holds one mail: name it in \`files\` of exactly one event.`);
  }
  const random = createRandomSource(estate.seed ^ hashText(`mail:${event.id}`));
  const sender = findSender(estate, event);
  const domain = sender.mail.slice(sender.mail.indexOf('@') + 1);
  const id = `Message-ID: <${drawHex(random, 20)}@${domain}>`;
  const headers = writeHeaders(estate, event, { ...sender, domain }, id, random);
  const body = (event.mail?.body ?? '').replaceAll('\r\n', '\n').trimEnd();
  return {
    text: `${headers.join('\n')}\n\n${body}\n`,
    records: 1,
    clues: [{ event: event.id, record: null, text: id }],
  };
}

interface Sender {
  readonly name: string;
  readonly mail: string;
}

/** `sender` of the mail (`Name <a@b.example>` or an address), or the person who sent it. */
function findSender(estate: Estate, { who, mail }: StoryEvent): Sender {
  const given = mail?.sender;
  if (given !== undefined) {
    const open = given.indexOf('<');
    return open < 0
      ? { name: '', mail: given }
      : {
          name: given.slice(0, open).trim(),
          mail: given
            .slice(open + 1)
            .replace('>', '')
            .trim(),
        };
  }
  const person = estate.people.find(({ id }) => id === who);
  return person ?? { name: '', mail: `${who}@${estate.domain}` };
}

function writeHeaders(
  estate: Estate,
  event: StoryEvent,
  sender: Sender & { readonly domain: string },
  id: string,
  random: RandomSource,
): readonly string[] {
  const { mail } = event;
  if (!mail) throw new Error(`"${event.id}" tells of no mail.`);
  const at_s = readInstant(event.at);
  const to = mail.to.map((word) => estate.people.find((one) => one.id === word)?.mail ?? word);
  const own = `mx1.${estate.domain}`;
  const relay = `out.${sender.domain}`;
  const address = findAddress(estate, event) ?? '192.0.2.25';
  const inner = `192.0.2.${20 + Math.floor(random.next() * 8)}`;
  return [
    `Return-Path: <${sender.mail}>`,
    `Received: from ${own} (${own} [${inner}])`,
    `\tby store.${estate.domain} with LMTPS id ${drawLetters(random, 12)};`,
    `\t${writeMailTime(at_s + 3)}`,
    `Received: from ${relay} (${relay} [${address}])`,
    `\tby ${own} with ESMTPS id ${drawLetters(random, 12)}`,
    `\tfor <${to[0] ?? ''}>; ${writeMailTime(at_s + 2)}`,
    `Authentication-Results: ${own};`,
    `\tspf=${mail.spf} smtp.mailfrom=${sender.mail};`,
    `\tdkim=${mail.dkim} header.d=${sender.domain};`,
    `\tdmarc=${mail.dmarc} header.from=${sender.domain}`,
    `Date: ${writeMailTime(at_s)}`,
    `From: ${sender.name === '' ? '' : `${encodeWords(sender.name)} `}<${sender.mail}>`,
    `To: ${to.map((one) => `<${one}>`).join(', ')}`,
    ...(mail.reply_to === undefined ? [] : [`Reply-To: <${mail.reply_to}>`]),
    `Subject: ${encodeWords(mail.subject)}`,
    id,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
}

/** As it is in ASCII; else encoded words (RFC 2047), each short enough for a line. */
function encodeWords(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    const coded = /^[A-Za-z0-9]$/.test(character)
      ? character
      : character === ' '
        ? '_'
        : listBytes(character)
            .map((byte) => `=${byte}`)
            .join('');
    if (word.length + coded.length > 60) {
      words.push(word);
      word = '';
    }
    word += coded;
  }
  return [...words, word].map((one) => `=?utf-8?Q?${one}?=`).join('\n\t');
}
