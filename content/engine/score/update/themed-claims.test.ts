import { expect, it } from 'vitest';
import { judgeUpdate } from './judge.ts';
import type { Audience } from './update-request.ts';

/** Whether a clause is marked for making the claim, beside two facts that bear neither out. */
function isMarked(claim: string, clause: string, audience: Audience = 'executive'): boolean {
  const { points } = judgeUpdate({
    audience,
    at_min: 100,
    facts: [
      { id: 'f1', text: 'Two servers were taken offline at 11:10', known_from_min: 20 },
      { id: 'f2', text: 'The next call is at 15:30', known_from_min: 30 },
    ],
    forbidden: [claim],
    text: `Two servers are offline since 11:10. ${clause} The next call is at 15:30.`,
  });
  return points.some(({ rule }) => rule === 'forbidden-claim');
}

const made: readonly (readonly [claim: string, clause: string, audience?: Audience])[] = [
  // Nobody had it.
  ['No outsider downloaded the contracts', 'The intruders left empty-handed.', 'executive'],
  ['No outsider downloaded the contracts', 'Not a single page left the building.', 'executive'],
  ['No outsider downloaded the contracts', 'They took nothing with them.', 'engineers'],
  [
    'The patient files were not copied',
    'Your papers never fell into the wrong hands.',
    'customers',
  ],
  ['The patient files were not copied', 'The files never left our four walls.', 'regulator'],
  ['The patient files were not copied', 'The records stayed where they belong.', 'regulator'],
  ['Nobody looked at the private videos', 'Not a soul peeked at your videos.', 'customers'],
  ['Nobody looked at the private videos', 'No strange eyes fell on them.', 'customers'],
  ['Nobody looked at the private videos', 'Nobody but you has seen them.', 'customers'],
  ['The signing key was not stolen', 'The thieves walked right past it.', 'executive'],
  ['The signing key was not stolen', 'The key was out of their reach the whole time.', 'engineers'],
  ['The signing key was not stolen', 'They kept their hands off the key.', 'handover'],
  ['Full card numbers were not captured', 'The card numbers never got out.', 'customers'],
  // Somebody has it.
  ['Passwords were stolen', 'Crooks made off with your login.', 'customers'],
  ['Passwords were stolen', 'Your passwords are in the hands of criminals.', 'customers'],
  ['The customer database was copied', 'The hackers are sitting on our database.', 'executive'],
  ['The customer database was copied', 'The database is up for sale.', 'executive'],
  ['The customer database was copied', 'The gang helped themselves to the database.', 'handover'],
  // It is of no use to them.
  ['The stolen data is unreadable for the thief', 'It is of no use to them.', 'executive'],
  ['The stolen data is unreadable for the thief', 'What they have is random noise.', 'engineers'],
  ['The stolen data is unreadable for the thief', 'They have a safe without a key.', 'customers'],
  // The intruder is out.
  ['The attacker is out of the network', 'We kicked them out this morning.', 'engineers'],
  ['The attacker is out of the network', 'The intruders were shown the door.', 'engineers'],
  ['The attacker is out of the network', 'We have seen the last of them.', 'executive'],
  ['The attacker is out of the network', 'We are alone in our systems again.', 'handover'],
  ['The intruder has no access any more', 'He has no way back in.', 'engineers'],
  ['The intruder has no access any more', 'The coast is clear.', 'handover'],
  // It is clean.
  ['The backups are clean', 'The restore points got a clean bill of health.', 'handover'],
  ['The backups are clean', 'You can trust the tapes.', 'handover'],
  ['The backups are clean', 'The malware never got near the backups.', 'engineers'],
  ['The backups are clean', 'The snapshots are spotless.', 'engineers'],
  ['The laptops are clean', 'The laptops are good to go.', 'executive'],
  // Somebody is to blame, and what caused it.
  ['The hosting company is to blame', 'We owe all this to the hosting company.', 'executive'],
  ['The hosting company is to blame', 'The hosting company left the door open.', 'executive'],
  ['The hosting company is to blame', 'The hosting company landed us in this.', 'handover'],
  ['A contractor caused the leak', 'All this is the doing of a contractor.', 'handover'],
  ['The firewall change is the root cause', 'The firewall change is what did it.', 'engineers'],
  [
    'The firewall change is the root cause',
    'Look no further than the firewall change.',
    'engineers',
  ],
  [
    'The firewall change is the root cause',
    'It all goes back to the firewall change.',
    'engineers',
  ],
  // Money.
  ['We will pay the ransom', 'We are buying the decryptor tomorrow.', 'handover'],
  ['We will pay the ransom', 'The gang gets what they want on Monday.', 'executive'],
  ['We will pay the ransom', 'The bitcoin is on its way to them.', 'executive'],
  ['We will pay the ransom', 'We give in to their demands tonight.', 'handover'],
  ['Insurance covers the loss', 'The insurer picks up the tab.', 'executive'],
  ['Insurance covers the loss', 'This will not cost us a penny.', 'executive'],
  ['Insurance covers the loss', 'The insurer has our back here.', 'handover'],
  ['All the stolen money has been recovered', 'Every penny is back where it belongs.', 'executive'],
  ['All the stolen money has been recovered', 'We clawed it all back.', 'executive'],
  ['All the stolen money has been recovered', 'Not a cent is missing.', 'customers'],
  // It will be back, it is over.
  ['The shop will be back tonight', 'By midnight you are ordering as usual.', 'customers'],
  ['The shop will be back tonight', 'Tomorrow you wake up to the whole shop.', 'customers'],
  ['The archive will be fully back tonight', 'Before dinner it is all there again.', 'customers'],
  ['The incident is over', 'The worst is behind us.', 'executive'],
  ['The incident is over', 'We can draw a line under it.', 'executive'],
  ['The incident is over', 'We are out of the woods.', 'customers'],
  // All were told, all are replaced, somebody was caught.
  ['All affected individuals have been notified', 'Everybody is in the picture.', 'regulator'],
  ['All affected individuals have been notified', 'The last letter is in the post.', 'regulator'],
  ['All affected individuals have been notified', 'We left nobody out.', 'regulator'],
  ['All leaked keys have been replaced', 'Not one of the old keys still works.', 'handover'],
  ['All leaked keys have been replaced', 'There is nothing left to rotate.', 'engineers'],
  ['All leaked keys have been replaced', 'We are through with the whole list.', 'handover'],
  ['The culprit has been arrested', 'The police have got their man.', 'customers'],
  ['The culprit has been arrested', 'The thief was led away on Tuesday.', 'customers'],
  ['The culprit has been arrested', 'The man behind it is in custody.', 'executive'],
  // It went no further, it got past a guard, who was behind it.
  ['The malware never reached production', 'The malware stopped short of production.', 'engineers'],
  [
    'The malware never reached production',
    'Production never saw the light of it, it stayed inside the lab.',
    'engineers',
  ],
  ['Only residents of Norway are affected', 'Nobody outside Norway has to worry.', 'regulator'],
  [
    'The attacker bypassed multi-factor authentication',
    'The second factor was no obstacle.',
    'engineers',
  ],
  [
    'The attacker bypassed multi-factor authentication',
    'They sailed straight through MFA.',
    'engineers',
  ],
  ['A state is behind the attack', 'This is the handiwork of a foreign state.', 'executive'],
  ['The attacker is out of the network', 'The burglar has moved out.'],
  ['The attacker is out of the network', "The intruder's little visit has ended."],
  ['The attacker is out of the network', 'He is no longer among us.'],
  ['The backups are clean', 'The backups carry no passengers.'],
  ['The hosting company is to blame', 'The hosting company has to answer for this.'],
  ['The firewall change is the root cause', 'All roads lead to the firewall change.'],
  ['We will pay the ransom', 'We settle the gang’s invoice on Tuesday.'],
  ['All affected individuals have been notified', 'Our letter lies on every kitchen table.'],
  ['The shop will be back tonight', 'By tomorrow morning the shop is as it was.'],
  ['Insurance covers the loss', 'The insurer writes the cheque.'],
  ['The fault will never come back', 'Lightning does not strike twice.'],
  ['The stop was sabotage', 'Somebody knew exactly what he was doing.'],
  ['No patient was harmed', 'Everybody came to no harm.'],
  ['The attackers have deleted the data', 'The gang kept its word.'],
  ['You do not need to do anything', 'Sit back and leave it to us.'],
];

const read = (lines: typeof made) =>
  lines.map(([claim, clause, audience]) => ({ claim, clause, audience }));

it.each(read(made))('“$claim” is made by “$clause”', ({ claim, clause, audience }) => {
  expect(isMarked(claim, clause, audience)).toBe(true);
});

const notMade: typeof made = [
  ['The attacker is out of the network', 'Nobody gets to say that we kicked them out.'],
  ['The attacker is out of the network', 'We do not know whether we are rid of them.'],
  ['The attacker is out of the network', 'Once we have thrown them out, we rebuild.'],
  ['The attacker is out of the network', 'The intruder has not been chased out.'],
  ['The attacker is out of the network', 'The old printer was thrown out in May.'],
  ['No outsider downloaded the contracts', 'We cannot say that they stayed unread.'],
  ['No outsider downloaded the contracts', 'If they left empty-handed, we were lucky.'],
  ['No outsider downloaded the contracts', 'They did not go home empty-handed.'],
  ['No outsider downloaded the contracts', 'Whether a page left the building is open.'],
  ['The patient files were not copied', 'The logs do not show whether it left the building.'],
  ['The patient files were not copied', 'Passwords were out of reach for the script.'],
  ['Nobody looked at the private videos', 'Did not a soul peek at your videos?'],
  ['Passwords were stolen', 'It is not known whether crooks made off with your login.'],
  [
    'Passwords were stolen',
    'You may have read that thieves ran off with your passwords. That is not so.',
  ],
  [
    'The stolen data is unreadable for the thief',
    'We cannot promise that it is of no use to them.',
  ],
  ['The backups are clean', 'Until they are scanned, nobody says that you can rely on them.'],
  ['The backups are clean', 'You cannot rely on them yet.'],
  ['The backups are clean', 'Do not restore from the tapes before they are scanned.'],
  ['The hosting company is to blame', 'Thanks to the hosting company we saw it within the hour.'],
  ['The hosting company is to blame', 'Please do not say that we owe this to the hosting company.'],
  [
    'The firewall change is the root cause',
    'Whether it all goes back to the firewall change is open.',
  ],
  ['The firewall change is the root cause', 'The firewall change was at 09:00.'],
  ['We will pay the ransom', 'Whether the gang gets what they want is for the board.'],
  ['We will pay the ransom', 'We are not buying the decryptor.'],
  ['Insurance covers the loss', 'We asked the insurer who foots the bill.'],
  ['Insurance covers the loss', 'It is not clear if the insurer picks up the tab.'],
  ['All the stolen money has been recovered', 'We cannot say that every penny is back.'],
  ['The shop will be back tonight', 'You will hear from us again tonight.'],
  ['The shop will be back tonight', 'We aim to have you ordering again tomorrow.'],
  ['The incident is over', 'It is too early to say that the worst is behind us.'],
  ['All affected individuals have been notified', 'It is not so that everybody is in the picture.'],
  ['All affected individuals have been notified', 'Every customer will get a letter by Friday.'],
  ['All leaked keys have been replaced', 'We are not through with the whole list.'],
  ['The culprit has been arrested', 'Nobody has been caught.'],
  ['The culprit has been arrested', 'The culprit has not been led away.'],
  [
    'The malware never reached production',
    'Whether it stopped short of production is being checked.',
  ],
  [
    'Only residents of Norway are affected',
    'We cannot exclude that people outside Norway are affected.',
  ],
  [
    'The attacker bypassed multi-factor authentication',
    'We are checking if they sailed through MFA.',
  ],
  ['The attacker bypassed multi-factor authentication', 'MFA was switched on in March.'],
  ['A state is behind the attack', 'We do not guess whose handiwork it is.'],
  ['Only the sales team is affected', 'Nobody outside the response team should contact the gang.'],
  ['All customers have been informed', 'Everyone in the response team has heard the briefing.'],
  ['No mails were copied', 'Nobody has a number yet.'],
  ['No mails were copied', 'The file was opened by us at 11:10.'],
  ['Insurance covers the damage', 'The insurer sends an adjuster.'],
  ['The hosting company is to blame', 'The hosting company called us first and opened a bridge.'],
  ['The hosting company is to blame', 'It is up to the hosting company to restore the mailboxes.'],
  ['The hosting company is to blame', 'It is with the hosting company for analysis.'],
  ['The Monday deploy is the root cause', 'The Monday deploy is back to version 3.'],
  ['The attacker bypassed multi-factor authentication', 'All users went through MFA again.'],
  ['We will pay the ransom', 'The board agreed the wording.'],
  ['The incident is over', 'The door to the server room is locked.'],
];

it.each(read(notMade))('“$claim” is not made by “$clause”', ({ claim, clause, audience }) => {
  expect(isMarked(claim, clause, audience)).toBe(false);
});

it('a claim in other words that a known fact bears out is not marked', () => {
  const judge = (facts: readonly string[]): boolean =>
    judgeUpdate({
      audience: 'executive',
      at_min: 100,
      facts: facts.map((text, at) => ({ id: `f${at}`, text, known_from_min: 20 })),
      forbidden: ['The culprit has been arrested'],
      text: 'Two servers are offline. The police have a man in custody since Tuesday.',
    }).points.some(({ rule }) => rule === 'forbidden-claim');
  const known = 'The police have a man in custody since Tuesday';
  expect(judge(['Two servers are offline'])).toBe(true);
  expect(judge(['Two servers are offline', known])).toBe(false);
});

const judgeComfort = (text: string): boolean =>
  judgeUpdate({
    audience: 'customers',
    at_min: 100,
    facts: [{ id: 'f1', text: 'Your photos are stored on other servers', known_from_min: 20 }],
    forbidden: [],
    text: `Two servers are offline. ${text}`,
  }).points.some(({ rule }) => rule === 'unproven-all-clear');

it.each([
  ['Relax, the bad guys are just kids.', true],
  ['The reassuring part is that this is a small matter of tidying up.', true],
  ['You can be calm, such things blow over.', true],
  ['No reason to worry, such things blow over.', true],
  ['The reassuring part is that your photos are stored on other servers.', false],
  ['We cannot tell you to relax.', false],
  ['We do not know yet whether you can relax.', false],
])('whether “%s” soothes without a fact: %s', (text, soothes) => {
  expect(judgeComfort(text)).toBe(soothes);
});
