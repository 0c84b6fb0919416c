/** Whether a sentence, as a line of plain forms, puts it on others. "Whether X was to blame" is a question. */
export function isBlame(line: string): boolean {
  if (/ (?:whether|if) (?:\S+ ){1,6}to blame /.test(line)) return false;
  for (const match of line.matchAll(blames)) {
    const before = line.slice(0, match.index);
    // "I should have told them", "I was careless": that is owned, not put on others.
    if (/ (?:i|we)(?: \S+)?$/.test(before.slice(-40))) continue;
    // "I had been telling him to be bold, which was useless": so is what one did oneself.
    if (/^ (?:and |but |so )?i .* , (?:which|and that)$/.test(before)) continue;
    return true;
  }
  return false;
}

const blames =
  / (?:(?:it was|was|were|is|are|it is) (?:\S+ )?(?:the|their|his|her|all their|all her|all his) (?:own )?fault|(?:was|were|is|are) (?:\S+ )?(?:the|my|our) (?:\S+ )?(?:vendor|supplier|boss|managers?|management|director|teams?|department|developers?|engineers?|colleagues?|customers?|users?|clients?|company|predecessor|contractor|provider|people) fault|fault of|(?:to|are to|is to|was to) blame|blamed (?:the|him|her|them|me for)|(?:gave|sent|left) (?:me|us) (?:\S+ )?(?:garbage|rubbish|nonsense|crap)|(?:never|did not|would not|refused to) (?:even )?(?:admit|admitted|own up|take responsibility|apologize|apologized)(?! that i)|did not have a clue|no clue|pays? attention|(?:stupid|idiotic|dumb|ridiculous) (?:decision|idea|rule|plan|mistake)|(?:was|were|is|are|too|simply|so|been|had been) (?:\S+ )?(?:incompetent|lazy|careless|clueless|stupid|useless|stubborn|rude|unprofessional|asleep|mean|slow on|weak|terrible|ignorant|arrogant|hopeless|an idiot|idiots|bad at)|never (?:listen\w*|understood (?:a thing|anything|me|us|it|security|how hard)|clean\w*|care\w*|explain\w*|help\w*)|did not (?:care|listen|pull their weight|even bother|support me|do their job|want to explain)|simply did not|had no idea|should (?:never )?have (?:told|seen|looked|said|known|hired|explained|sent|done their|listened|been fired|warned)|not my (?:fault|mistake|problem|responsibility)|none of (?:it|this) was (?:my|mine)|got what they deserved|only thought about|always break\w*|sold us rubbish|let me down|because of (?:his|her|their) (?:incompetence|laziness|mistake|stupidity)|what did they expect|little i could do|far too picky|should be ashamed|wasted|bought the wrong|overreacted|blocked everything|only wanted a|the usual people|was bad|gave us no|had the nerve|(?:just|only|all|pure) (?:office )?politics|let down by|if (?:\S+ ){1,4}(?:had done|did|would do|had just done) (?:their|his|her) jobs?|never (?:fix|fixes|fixed|check|checks|checked|read|reads|do|does|did|update|updates|updated) (?:\S+ ){1,4}properly|could not be bothered|as anyone would have|anyone would have done the same|out to get me)(?= )/g;
