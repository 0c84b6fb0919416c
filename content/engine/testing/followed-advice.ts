import type { StarDimension } from '../star/star-rule.ts';

/** Where in a story people put it. */
export type AdvicePlace = 'scene' | 'deed' | 'choice' | 'result' | 'end';

/** What each advice asks for, as people say it, and where they would put it. */
export const followedAdvice: readonly (readonly [
  rule: string,
  part: StarDimension,
  place: AdvicePlace,
  said: readonly string[],
])[] = [
  [
    'detail',
    'specificity',
    'scene',
    [
      'The list was a spreadsheet on a shared drive, filled by the desk that ordered laptops.',
      'It was the old Exchange cluster in the cellar under the packing hall.',
      'We kept the names in the asset register and the addresses in a wiki page.',
    ],
  ],
  [
    'figures',
    'specificity',
    'scene',
    [
      'The list had 340 machines.',
      'We were five people for 900 mailboxes.',
      'It broke three times a week.',
    ],
  ],
  [
    'time-and-place',
    'specificity',
    'scene',
    [
      'That was in March 2024.',
      'It happened in the autumn, at a site in Leipzig.',
      'This was two years ago.',
    ],
  ],
  [
    'people-named',
    'specificity',
    'scene',
    [
      'My manager Ines asked for the move.',
      'The drivers could not read their orders.',
      'Martin from the network team kept the list.',
    ],
  ],
  [
    'own-deeds',
    'own_action',
    'deed',
    [
      'I rang each owner and wrote the answer beside the machine.',
      'I went through the cellar with a lamp and copied the labels.',
      'I checked the switch ports and marked each unknown address.',
    ],
  ],
  [
    'part-of-others',
    'own_action',
    'deed',
    [
      'Martin from the network team read the switches, and I matched them with the list.',
      'My colleague Jan moved the disks while I tested the mailboxes.',
      'The owners gave me their dates, and I put them into one plan.',
    ],
  ],
  [
    'own-choice',
    'own_action',
    'deed',
    [
      'The decision to stop the move was mine.',
      'It was my decision to begin with the cellar.',
      'I decided to begin with the cellar.',
    ],
  ],
  [
    'alternative',
    'judgement',
    'choice',
    [
      'I could have waited for my boss, but the clock was running, so I decided it alone.',
      'Another way was to wait until Monday.',
      'We could also have moved everything at once, but nobody could undo that.',
      'My first idea was to switch it off, but then nobody could work.',
      'I had two ways: wait for the vendor or do it by hand.',
    ],
  ],
  [
    'reason',
    'judgement',
    'choice',
    [
      'I began with the cellar because nobody had looked there.',
      'I moved one floor first so that we could go back.',
      'Since the licence ran out in June, I did not wait.',
    ],
  ],
  [
    'price',
    'judgement',
    'choice',
    [
      'It cost us two evenings.',
      'It took two days more than the plan allowed.',
      'The users had to wait two hours for their mail.',
      'I had to work two nights for it.',
      'The drivers were without mail for an hour.',
    ],
  ],
  [
    'objection',
    'judgement',
    'choice',
    [
      'Anna from sales was worried about her mails, and I moved her last.',
      'Martin was against the date, and I gave him another one.',
      'The owner of the billing server disagreed, so I showed him the logs.',
    ],
  ],
  [
    'outcome',
    'result',
    'result',
    [
      'Afterwards every team knew who owned which machine.',
      'The sales team could read its mails again on Monday.',
      'The night shift was not called any more.',
    ],
  ],
  [
    'result-figure',
    'result',
    'result',
    [
      'There were two outages of 11 minutes.',
      'Only 3 mails were lost.',
      'It opened 9 tickets in the first month.',
    ],
  ],
  [
    'baseline',
    'result',
    'result',
    [
      'Of 300 mailboxes, 5 had such a rule.',
      'Of the 120 users, only 4 lost a mail.',
      'Calls at night fell from 12 to 2.',
      'Before that it was 70 machines.',
      'Last year it was 70 machines.',
      'From the 300 mailboxes only 5 had a rule.',
    ],
  ],
  [
    'period',
    'result',
    'result',
    [
      'It took us six weeks.',
      'All of it was done within 14 days.',
      'We had 3 calls in the first month.',
    ],
  ],
  [
    'source',
    'result',
    'result',
    [
      'This was counted in the monthly pipeline report by my colleague Jan.',
      'We counted it in the asset database.',
      'The auditors confirmed the number in their report.',
      'The number comes from the weekly report of the IT department.',
      'I took the figure from our ticket system.',
      'I know this from the inventory tool.',
      'I got the number from the spreadsheet of my colleague.',
      'Our controller Petra checked these figures.',
      'You can see this in our dashboard.',
      'Jan counted them by hand.',
    ],
  ],
  [
    'lesson',
    'reflection',
    'end',
    [
      'Now I know that a list can lie.',
      'I did not know then that a list can lie.',
      'What I know now is that owners come before lists.',
    ],
  ],
  [
    'used-since',
    'reflection',
    'end',
    [
      'Since then I ask for the list first.',
      'I used it again in May, when we moved the mail servers.',
      'In the next job I asked on the first day which machines are not on the list.',
      'In my next project I went to the hardest team first.',
      'When we moved the mail servers in May, I asked for the list first.',
      'Six months later, in another migration, I asked for the logs before the list.',
      'This spring we moved the printers, and I began with the logs.',
      'A year later I checked the logs first when we moved to a new building.',
      'It helped me again this summer with the phones.',
      'I did the same in the next audit.',
      'Two months ago I used the same questions for our new warehouse.',
      'At my new company I began with the owners.',
      'When a colleague asked me for help in autumn, I gave her the same list.',
      'The next time, with the phones, I rang the owners first.',
    ],
  ],
  [
    'own-gap',
    'reflection',
    'end',
    [
      'I missed the machines in the cellar.',
      'I did not check the cellar.',
      'I would ask the owners earlier.',
      'What I did wrong was to trust the list.',
      'I waited too long.',
    ],
  ],
  [
    'looks-back',
    'reflection',
    'end',
    ['Looking back, I waited too long.', 'What stayed with me is the silence in the cellar.'],
  ],
];
