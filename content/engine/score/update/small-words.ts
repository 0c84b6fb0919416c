import { findStem } from './stem.ts';

/** Words that carry no matter of their own. */
const hollow = new Set(
  (
    'a an and are as at be been being but by for from had has have having in is it its of on or our ours that the ' +
    'their theirs them then there these they this those to was we were which who whom whose will with would ' +
    'i me my mine you your yours he him his she her us am do does did so if than when while where what how ' +
    'why not no nor yes can could may might must shall should also just very too only now still already yet ' +
    'here about into onto out up back over under again more most some any each every both either neither all ' +
    'other others one ones own same such before after between during until since through because however ' +
    'although though whether per via within without across among upon against please s t don ll re ve d ' +
    "cannot can't isn't aren't wasn't weren't don't doesn't didn't won't hasn't haven't hadn't couldn't"
  ).split(' '),
);

export function isHollow(word: string): boolean {
  return hollow.has(word);
}

/** Words that weigh little in a comparison: every update has them. */
const faint = new Set(
  'incident initial company firm group organisation organization system service today currently present case thing known time make go get come approximately roughly around least most early first number-of error person'
    .split(' ')
    .flatMap((word) => [word, findStem(word)]),
);

export function isFaint(key: string): boolean {
  return faint.has(key);
}
