/**
 * What can be said in place of a name: the kind of thing it is. By words that the name itself holds,
 * since nothing else is known of it.
 */
const sectors: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['bank', /\b(?:bank|bancorp|banking|savings|sparkasse|building society)\b/],
  [
    'logistics',
    /\b(?:freight|logistics?|shipping|cargo|express|parcels?|transport|haulage|couriers?|post)\b/,
  ],
  ['insurance', /\b(?:insurance|assurance|mutual|insurers?|reinsurance)\b/],
  [
    'pharmaceutical',
    /\b(?:pharma|pharmaceuticals?|biotech|biosciences?|therapeutics|labs|laboratories)\b/,
  ],
  ['healthcare', /\b(?:hospitals?|clinics?|health|healthcare|medical|care|nhs)\b/],
  ['airline', /\b(?:air|airways|airlines?|aviation)\b/],
  ['energy', /\b(?:energy|power|gas|oil|electric|grid|petroleum|solar|water|utilities)\b/],
  ['retail', /\b(?:retail|stores?|supermarkets?|foods?|market|shops?|outlet|fashion)\b/],
  ['education', /\b(?:university|college|school|academy|institute)\b/],
  ['telecoms', /\b(?:telecoms?|telekom|mobile|broadband|telecommunications)\b/],
  ['media', /\b(?:media|studios?|news|press|publishing|broadcasting|films?|games|times|herald)\b/],
  ['car', /\b(?:motors?|automotive|cars?|auto)\b/],
  ['travel', /\b(?:hotels?|resorts?|travel|tours?|holidays)\b/],
  [
    'public',
    /\b(?:council|ministry|authority|agency|government|police|county|city of|federal|municipal)\b/,
  ],
  [
    'finance',
    /\b(?:payments?|pay|capital|financial|finance|fund|funds|investments?|trading|wealth)\b/,
  ],
  ['consulting', /\b(?:consulting|consultants?|consultancy|advisory|partners|associates)\b/],
  [
    'software',
    /\b(?:software|systems?|tech|technology|technologies|digital|cloud|data|cyber|security|solutions?|apps?|net|networks?)\b/,
  ],
];

const employers: Readonly<Record<string, string>> = {
  bank: 'a bank',
  logistics: 'a logistics company',
  insurance: 'an insurer',
  pharmaceutical: 'a pharmaceutical company',
  healthcare: 'a healthcare provider',
  airline: 'an airline',
  energy: 'an energy company',
  retail: 'a retailer',
  education: 'an educational body',
  telecoms: 'a telecoms company',
  media: 'a media company',
  car: 'a car maker',
  travel: 'a travel company',
  public: 'a public body',
  finance: 'a financial company',
  consulting: 'a consultancy',
  software: 'a software company',
};
const customers: Readonly<Record<string, string>> = {
  bank: 'a banking customer',
  airline: 'an airline customer',
  energy: 'an energy customer',
  insurance: 'an insurance customer',
  car: 'an automotive customer',
  education: 'a customer in education',
  public: 'a public-sector customer',
  consulting: 'a consulting customer',
};

/** "a logistics customer" for Harrow Freight, where it is a customer; else "a logistics company". */
export function generaliseCompany(name: string, customer: boolean): string {
  const lower = name.toLowerCase();
  const sector = sectors.find(([, pattern]) => pattern.test(lower))?.[0];
  if (sector === undefined) return customer ? 'a customer' : 'a company';
  if (!customer) return employers[sector] ?? 'a company';
  return customers[sector] ?? `a ${sector} customer`;
}

const magnitudes = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const shares: readonly (readonly [most: number, words: string])[] = [
  [3, 'a few per cent'],
  [7, 'about a twentieth'],
  [12, 'about a tenth'],
  [17, 'about a seventh'],
  [22, 'about a fifth'],
  [29, 'about a quarter'],
  [37, 'about a third'],
  [45, 'about two fifths'],
  [55, 'about half'],
  [70, 'about two thirds'],
  [82, 'about three quarters'],
  [94, 'most'],
  [100, 'nearly all'],
];

/** A figure by its size alone: "a seven-figure sum", "about a third", "some". */
export function generaliseFigure(words: string): string {
  const digits = /\d[\d.,’' ]*/.exec(words)?.[0] ?? '';
  const plain = digits.replaceAll(/[,’' ](?=\d{3})/g, '').replaceAll(/[,’' ]/g, '');
  const number = Number.parseFloat(plain);
  if (!Number.isFinite(number)) return 'a figure';
  if (/%|per ?cent/i.test(words)) {
    return shares.find(([most]) => number <= most)?.[1] ?? 'several times as much';
  }
  const scale = /\b(?:bn|billions?)\b/i.test(words)
    ? 9
    : /(?:\d\s?m|\bmio|\bmillions?)\b/i.test(words)
      ? 6
      : /(?:\d\s?k|\bthousands?)\b/i.test(words)
        ? 3
        : 0;
  const size = Math.floor(Math.log10(Math.max(1, number))) + 1 + scale;
  const money = /[$€£¥]|\b(?:usd|eur|gbp|chf|dollars?|euros?|pounds?)\b/i.test(words);
  if (!money) return number <= 12 && scale === 0 ? 'several' : 'many';
  const magnitude = magnitudes[size];
  if (size <= 2) return 'a small sum';
  if (magnitude === undefined) return 'a very large sum';
  return `${size === 8 ? 'an' : 'a'} ${magnitude}-figure sum`;
}

/** Whether a word tells the trade of a company: "Freight", "Bank", "Hospital". */
export function isSectorWord(word: string): boolean {
  const lower = word.toLowerCase();
  return sectors.some(([, pattern]) => pattern.exec(lower)?.[0] === lower);
}
