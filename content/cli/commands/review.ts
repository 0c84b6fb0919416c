import { jsonOption, type Command } from '../command.ts';

export const reviewCommand: Command = {
  name: 'review',
  group: 'Packs',
  about: 'reads a review packet, and answers it with comments',
  forms: [
    'PACKET [--json]',
    'PACKET --comments FILE [--output REVIEW] [--key KEY] [--author NAME] [--json]',
  ],
  more: `Without --comments it shows who sent the packet, the score of each attempt by the drill it was played with, and everything that can be commented on with its id.

The file of comments is YAML or JSON: "from", "message" and "comments", each of them { decision, text }, { update, sentence, text } or { story, sentence, text }, with "attempt" where the packet holds several and "branch" for another road. The review is written beside the packet unless --output (-o) names another place, and signed where --key names a key (see: drillbook help pack key). Exit code 2 where the packet is refused or a comment stands beside nothing.`,
  examples: [
    { type: 'review from-ana.drillpacket', does: 'score, decisions and sentences with their ids' },
    {
      type: 'review from-ana.drillpacket --comments mine.yaml --key my.key',
      does: 'writes from-ana.drillreview, signed',
    },
  ],
  options: {
    comments: { about: 'the comments to send back', value: 'FILE' },
    output: { about: 'writes the review there', value: 'REVIEW', short: 'o' },
    key: { about: 'signs the review with the key in this file', value: 'KEY' },
    author: { about: 'the name to sign with, instead of "from"', value: 'NAME' },
    json: jsonOption,
  },
  words: [1, 1],
  firstWord: 'path',
  run: async ({ terminal, words: [path = ''], value, flag }) => {
    const { reviewPacket } = await import('../review-packet.ts');
    return reviewPacket(terminal, {
      path,
      comments: value('comments'),
      output: value('output'),
      key: value('key'),
      author: value('author'),
      json: flag('json'),
    });
  },
};
