/** Units that are written behind a figure; each group is one unit, however it is spelled. */
const units: readonly RegExp[] = [
  /^(?:lit(?:re|er)s?|l)$/,
  /^(?:cubic|m3|m³)$/,
  /^(?:millilit(?:re|er)s?|ml)$/,
  /^(?:kilomet(?:re|er)s?|km)$/,
  /^(?:met(?:re|er)s?|m)$/,
  /^(?:miles?|mi)$/,
  /^(?:kilograms?|kilos?|kg)$/,
  /^(?:grams?|g)$/,
  /^(?:tonnes?|tons?|t)$/,
  /^(?:megawatts?|mw)$/,
  /^(?:kilowatts?|kw)$/,
  /^(?:gigawatts?|gw)$/,
  /^(?:volts?|v)$/,
  /^(?:kilovolts?|kv)$/,
  /^(?:celsius|c|°c)$/,
  /^(?:fahrenheit|f|°f)$/,
  /^(?:milliseconds?|ms)$/,
  /^(?:seconds?|secs?|s)$/,
  /^(?:minutes?|mins?)$/,
  /^(?:hours?|hrs?|h)$/,
  /^days?$/,
  /^weeks?$/,
  /^months?$/,
];
const measured = /(?<![\w.,:])(\d[\d.,]*) ?([a-z°³]+)\b/giu;

function findUnit(word: string): number {
  return units.findIndex((unit) => unit.test(word.toLowerCase()));
}

/** "380 cubic metres" where the fact has 380 litres. */
export function isMismeasured(fact: string, said: string): boolean {
  const list = (text: string): readonly (readonly [string, number])[] =>
    [...text.matchAll(measured)].flatMap(([, figure = '', word = '']) => {
      const unit = findUnit(word);
      return unit < 0 ? [] : [[figure.replaceAll(/[.,](?=\d{3}\b)|[.,]$/g, ''), unit] as const];
    });
  const own = list(said);
  return list(fact).some(([figure, unit]) => {
    const same = own.filter(([other]) => other === figure);
    return same.length > 0 && same.every(([, other]) => other !== unit);
  });
}
