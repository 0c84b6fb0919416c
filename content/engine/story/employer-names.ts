import type { Span } from '../score/sentences.ts';
import { neutralNames } from './neutral-names.ts';

/** A word of a sentence: as it stands, and in lower case without what it owns ("GitLab's"). */
interface Word {
  readonly text: string;
  readonly lower: string;
  readonly span: Span;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Firms and agencies whose products many use: their names give nobody away, until somebody works there. */
const makers = words(`
  amazon aws google microsoft apple oracle ibm cloudflare akamai fastly digitalocean hetzner ovh github gitlab
  bitbucket trello asana slack zoom notion miro redhat suse docker elastic grafana datadog splunk dynatrace
  snyk okta auth0 duo mongodb citrix vmware cisco fortinet juniper sophos crowdstrike sentinelone mandiant
  kaspersky symantec mcafee qualys tenable servicenow pagerduty salesforce sap workday hubspot zendesk stripe
  paypal visa mastercard swift youtube linkedin twitter facebook whatsapp telegram discord reddit openai nist mitre
  enisa bsi ncsc cisa sans owasp`);
/** Written like a firm ("NASA"), and not one: where one works within a firm. */
const units = words(
  `soc noc qa rnd csirt cert psirt dfir grc ops pmo sec dev eng cs pm bau oncall`,
);

const person = words(`
  i he she they we who have has had was were am been being while when after before since then still now and
  previously formerly`);
/** Only people do these. */
const serves =
  /^(?:employed|intern(?:ed|ing)|volunteer(?:ed|ing)|consult(?:ed|ing)|freelanc(?:ed|ing))$/;
/** So may a script. */
const works = /^work(?:ed|ing|s)?$/;
const posts =
  /^(?:job|role|position|internship|placement|apprenticeship|career|years?|employment|intern|trainee|apprentice|employee)$/;
const time =
  /^(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)$/;

/**
 * The places, among the words of a sentence, of firms that are told as an employer and would pass
 * otherwise: makers of products that everybody uses, and names in capitals alone. Cautious: "hosted at
 * GitLab", "it worked for AWS" and "joined Zoom" tell no employer.
 */
export function findEmployers(sentence: readonly Word[]): readonly number[] {
  return [...sentence.keys()].filter((at) => isFirm(sentence[at]) && isEmployer(sentence, at));
}

function isFirm(word: Word | undefined): boolean {
  if (word === undefined || !/^\p{Lu}/u.test(word.text)) return false;
  if (makers.has(word.lower)) return true;
  return (
    /^\p{Lu}{3,6}(?:['’]s)?$/u.test(word.text) &&
    !neutralNames.has(word.lower) &&
    !units.has(word.lower)
  );
}

function isEmployer(sentence: readonly Word[], at: number): boolean {
  const [subject, verb, before, after, beyond] = [-3, -2, -1, 1, 2].map(
    (step) => sentence[at + step]?.lower ?? '',
  ) as [string, string, string, string, string];
  const firm = sentence[at]?.lower ?? '';
  const bySomebody = subject === '' || person.has(subject);
  switch (before) {
    case 'at':
      return (
        // "At Stripe I owned the secrets service."
        (at === 1 && /^(?:i|we|my|our)$/.test(after)) ||
        posts.test(verb) ||
        serves.test(verb) ||
        (works.test(verb) && bySomebody) ||
        (makers.has(firm) &&
          /^(?:was|were|started)$/.test(verb) &&
          /^(?:i|he|she|who)$/.test(subject))
      );
    case 'for':
      return serves.test(verb) || (works.test(verb) && bySomebody);
    case 'by':
      return verb === 'employed' || verb === 'hired';
    case 'with':
      return /^intern(?:ed|ing)$/.test(verb);
    case 'joined':
      return (
        (verb === '' || person.has(verb)) &&
        (after === 'as' || (after === 'in' && time.test(beyond)))
      );
    default:
      return false;
  }
}
