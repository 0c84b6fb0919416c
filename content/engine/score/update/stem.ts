/**
 * A light stemmer: enough to bring the forms of one word together (disabled, disabling, disables)
 * and British with American spelling. Two different words rarely meet; that the result is no word
 * does not matter, as both sides of a comparison go through here. After Porter (1980), steps 1 to 3,
 * shortened.
 */
export function findStem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = shorten(word);
  // Bounded, and the value does not depend on what was asked before.
  if (stems.size > 20_000) stems.clear();
  stems.set(word, stem);
  return stem;
}

const stems = new Map<string, string>();

const irregular = new Map(
  (
    'stole steal|stolen steal|thrown throw|threw throw|driven drive|drove drive|' +
    'took take|taken take|saw see|seen see|found find|wrote write|' +
    'written write|sent send|lost lose|told tell|began begin|begun begin|broke break|broken break|' +
    'went go|gone go|got get|gotten get|made make|ran run|gave give|given give|kept keep|held hold|' +
    'built build|left leave|paid pay|caught catch|bought buy|sold sell|spent spend|knew know|' +
    'known know|shown show|spoke speak|spoken speak|chose choose|chosen choose|frozen freeze|' +
    'froze freeze|hid hide|hidden hide|rose rise|risen rise|fell fall|fallen fall|grew grow|' +
    'grown grow|drew draw|drawn draw|shrank shrink|met meet|led lead|read read|' +
    'men man|women woman|people people|children child|data data|media media|lives life|' +
    'copies copy|copied copy|copying copy|business business|process process|access access|' +
    'accessed access|accesses access|accessing access|news news|status status|' +
    'dying die|died die|lying lie|tying tie|was be|were be|is be|are be|been be|has have|had have|' +
    'does do|did do|done do|ours our|licence license|defence defense|offence offense|' +
    'cheque check|programme program|programmes program|centre center|centres center|' +
    'diagnoses diagnosiz|crises crisiz|hypotheses hypothesiz|metre meter|litre liter|grey gray|theatre theater|catalogue catalog|dialogue dialog'
  )
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

function shorten(word: string): string {
  const fixed = irregular.get(word);
  if (fixed !== undefined) return fixed;
  // No word is longer; a line of one letter must not be searched again and again.
  if (word.length <= 3 || word.length > 40 || /[^a-z]/.test(word)) return word;
  return finish(dropDerivation(dropInflection(word)));
}

function dropInflection(word: string): string {
  let stem = word;
  if (stem.endsWith('sses')) stem = stem.slice(0, -2);
  else if (stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) stem = stem.slice(0, -1);
  if (/^(?:.*[aeiouy].*)ied$/.test(stem) || /^[^aeiou]{1,3}ied$/.test(stem)) {
    return `${stem.slice(0, -3)}y`;
  }
  for (const ending of ['ing', 'ed']) {
    if (!stem.endsWith(ending) || stem.endsWith('eed')) continue;
    const rest = stem.slice(0, -ending.length);
    if (rest.length < 2 || !/[aeiouy]/.test(rest)) continue;
    return /([bdfgklmnprtvz])\1$/.test(rest) && !/(?:ll|ss|zz)$/.test(rest)
      ? rest.slice(0, -1)
      : rest;
  }
  return stem;
}

const derivations: readonly (readonly [ending: string, instead: string])[] = [
  ['isation', 'ize'],
  ['ization', 'ize'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['ational', 'ate'],
  ['ivation', 'ivate'],
  ['ication', 'icate'],
  ['igation', 'igate'],
  ['uation', 'uate'],
  ['iation', 'iate'],
  ['ction', 'ct'],
  ['ption', 'pt'],
  ['lation', 'late'],
  ['gation', 'gate'],
  ['cation', 'cate'],
  ['ration', 'rate'],
  ['tation', 'tate'],
  ['ation', ''],
  ['sion', 's'],
  ['ance', ''],
  ['ement', ''],
  ['ment', ''],
  ['ness', ''],
  ['ise', 'ize'],
  ['yse', 'yze'],
  ['our', 'or'],
  ['ally', 'al'],
  ['ly', ''],
];

function dropDerivation(word: string): string {
  for (const [ending, instead] of derivations) {
    // "Finance" is not what is fine, nor "balance" a ball.
    if (word.endsWith(ending) && word.length - ending.length >= (ending === 'ance' ? 4 : 3)) {
      return word.slice(0, -ending.length) + instead;
    }
  }
  return word;
}

/** Ends that differ between forms of one word: cancel(l)ed, disable(d), analys(e), is(e). */
function finish(word: string): string {
  let stem = word;
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  if (stem.length > 4 && stem.endsWith('ll')) stem = stem.slice(0, -1);
  if (stem.length > 3 && stem.endsWith('y')) stem = `${stem.slice(0, -1)}i`;
  if (/[a-z]{3}is$/.test(stem)) stem = `${stem.slice(0, -2)}iz`;
  if (stem.length > 4 && stem.endsWith('at')) stem = stem.slice(0, -2);
  return stem;
}
