import { sayings } from './sayings.ts';

/** Idioms that say of somebody that they are not up to their work; blame.ts asks for them in a clause in lower case. */
export const belittling = sayings(
  "(?:can't|cannot|couldn't|could not|doesn't know how to) tell (?:a|an|the|his|her|their|one) [^.]{1,40} from (?:a|an|the|his|her|another|public|private)",
  "(?:doesn't|don't|didn't|does not|do not) know (?:his|her|their) (?:left|arse|elbow)",
  "(?:hasn't|haven't|hadn't|has not|have not) (?:got )?a clue",
  'out of (?:his|her|their) depth',
  "(?:couldn't|could not|can't|cannot) (?:organi[sz]e|find|run|manage|count) [^.]{1,40} (?:in a brewery|with both hands|to save (?:his|her|their) life|with a map|to (?:ten|three|two))",
  'made a (?:complete |right |real |proper )?(?:hash|mess|dog.s dinner|pig.s ear|shambles) of',
  '(?:dozed|snoozed|slept|sleeping|sleepwalked) (?:through|on the job|at the (?:wheel|desk|switch))',
  'head in the clouds|with (?:his|her|their) eyes (?:shut|closed)',
  '(?:clicks?|clicked) on (?:anything|everything|whatever)',
  'fell for the oldest',
  'cannot be left (?:alone|unsupervised)|needs? (?:a lesson|glasses|babysitting|supervision|to be taught)',
  'what (?:was|were) (?:he|she|they) thinking',
  '(?:never|ever) (?:learns?|listens?|think|thinks)(?: to us)?(?! about| of| it| that)',
  "(?:don't|doesn't|do not|does not|didn't) (?:give a (?:damn|toss|hoot|monkey)|care about (?:security|safety|secrets|rules))",
  '(?:fat|butter) ?fingers',
  'had (?:just )?one job',
  "(?:would not|wouldn't) be (?:here|in (?:this|the) (?:mess|situation|trouble|position)) (?:without|but for|if)",
  '(?:have|has) to answer for|will (?:have to )?answer for|has (?:this|it) on (?:his|her|their) conscience',
  '(?:his|her|their) (?:own )?(?:stubbornness|carelessness|laziness|negligence|ignorance|sloppiness|arrogance|incompetence|indifference|stupidity)',
);
