import { composeYaml } from '../../engine/format/compose-yaml.ts';

/** YAML as drills have it: 24 kB of short fields, texts and lists. */
const sample = Array.from(
  { length: 80 },
  (_, index) => `- id: item-${index}
  title: "A title in quotes, number ${index}"
  text: A plain text of some words, as they stand in a feed or in the reason of an option.
  when: { all: [{ delivered: item-${index} }, { decided: first, option: b }] }
  options:
    - { id: a, text: Do this, rating: ${index % 7}, reason: Because it is so, evidence: [row] }
  more: |
    A longer text
    over two lines.
`,
).join('');

/**
 * How long honest YAML takes on this machine as it is now, in milliseconds of the processor for each
 * byte, where it has to be read the long way. Measured the second time, with the parser warm.
 */
export function measureHonestYaml(): number {
  composeYaml(sample);
  const before = process.threadCpuUsage();
  composeYaml(sample);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / sample.length;
}

/** As many times what honest YAML of its size takes, a file may take. */
const honestTimes = 1.5;
/**
 * And no more than so many bytes of it, which take as long as 4 MB that people write take the short way,
 * and a fifth more; bytes alone would let comments buy time for thousands of empty lists.
 */
const mostHonest = 1_100_000;

/**
 * How long a file may take on this machine, in milliseconds.
 *
 * @param usual what any file may take
 * @param yaml bytes of its YAML
 * @param byByte what `measureHonestYaml` gives
 */
export function allowForYaml(usual: number, yaml: number, byByte: number): number {
  return Math.max(usual, Math.min(honestTimes * yaml, mostHonest) * byByte);
}
