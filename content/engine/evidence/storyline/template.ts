import type { RandomSource } from '../../drill/random-source.ts';

/** What the words of a template stand for, besides chance. */
export interface TemplateWords {
  readonly region: string;
  readonly account: string;
}

/**
 * Fills `{hex:8}`, `{int:1-9}`, `{pick:a|b}`, `{uuid}`, `{region}` and `{account}` in every text of
 * a value; anything else in braces stays as it is, since policies are written in braces.
 */
export function fillTemplate(value: unknown, random: RandomSource, words: TemplateWords): unknown {
  if (typeof value === 'string') {
    if (!value.includes('{')) return value;
    return value.replace(
      /\{(hex|int|pick|uuid|region|account)(?::([^{}]*))?\}/g,
      (_, kind: string, detail = '') => fillOne(kind, String(detail), random, words),
    );
  }
  if (Array.isArray(value)) return value.map((member) => fillTemplate(member, random, words));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, fillTemplate(member, random, words)]),
  );
}

/** The first word in braces of a column's template that stands for nothing and would be printed as it is. */
export function findUnread(template: string): string | null {
  const known =
    /^\{(?:time|person|login|mail|address|uuid|region|account|hex:\d+|int:\d+-\d+|pick:[^{}]+)\}$/;
  return template.match(/\{[a-z]+(?::[^{}"]*)?\}/gi)?.find((word) => !known.test(word)) ?? null;
}

function fillOne(kind: string, detail: string, random: RandomSource, words: TemplateWords): string {
  switch (kind) {
    case 'hex':
      return drawHex(random, Number(detail));
    case 'int': {
      const [low = 0, high = 9] = detail.split('-').map(Number);
      return String(low + Math.floor(random.next() * (high - low + 1)));
    }
    case 'pick':
      return pickOne(random, detail.split('|')) ?? '';
    case 'region':
      return words.region;
    case 'account':
      return words.account;
    default:
      return drawUuid(random);
  }
}

export function drawHex(random: RandomSource, length: number): string {
  let text = '';
  for (let count = 0; count < length; count += 1) {
    text += '0123456789abcdef'.charAt(Math.floor(random.next() * 16));
  }
  return text;
}

/** Letters and figures as they stand in the ids of accounts: no 0, 1, 8 and 9. */
export function drawLetters(random: RandomSource, length: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let text = '';
  while (text.length < length) text += letters.charAt(Math.floor(random.next() * 32));
  return text;
}

/** A version 4 UUID. */
export function drawUuid(random: RandomSource): string {
  const hex = drawHex(random, 32);
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ];
  return groups.join('-');
}

export function pickOne<T>(random: RandomSource, list: readonly T[]): T | undefined {
  return list[Math.floor(random.next() * list.length)];
}

/** One of a list by its shares; undefined for an empty list. */
export function pickByShare<T extends { readonly share: number }>(
  random: RandomSource,
  list: readonly T[],
): T | undefined {
  let left = random.next() * list.reduce((sum, { share }) => sum + share, 0);
  return list.find(({ share }) => (left -= share) < 0) ?? list.at(-1);
}
