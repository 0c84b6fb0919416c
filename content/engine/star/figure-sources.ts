/**
 * Whether a sentence, as a line of plain forms, says where a figure before it is from: "We counted it
 * in the asset database." It has to point back, or it tells of a report and not of the figure.
 */
export function isSourceOfFigure(line: string): boolean {
  if (/^ (?:the |my |our )?sources? (?:, |is |are |was |were )/.test(line)) return true;
  if (!pointsBack.test(line) || denied.test(line)) return false;
  return counted.test(line) || isTakenFrom(line) || isShownBy(line);
}

const pointsBack =
  / (?:this|that|it|them|these|those|both|all of it|(?:the|this|that|these|those|both|all|my|our) (?:\S+ )?(?:numbers?|figures?|counts?|totals?|values?|data|results?|times|hours|rates?|savings?)) /;
const denied = / (?:not|never|nobody|no one|cannot|hardly|without) /;
const counted =
  / (?:counted|measured|confirmed|verified|recorded|logged|tracked|timed|audited|documented|reported|checked (?:(?:\S+ ){0,3}against|(?:the|these|those|our|my|all|both) (?:figures?|numbers?|counts?|totals?))|(?:counts|measures|records|logs) (?:it|this|that|them|these)) /;
const places =
  / (?:reports?|logs?|dashboards?|systems?|tools?|databases?|registers?|lists?|statistics|surveys?|monitoring|records?|tickets?|spreadsheets?|sheets?|ledgers?|invoices?|bills?|forms?|tables?|files?|scanners?|scans?|reviews?|audits?|auditors?|books?|reconciliation|queries|query|exports?|meters?|timers?|protocols?|minutes|feedback|payroll|inventory|console|calendar) /;
const taken =
  / (?:comes?|came|is|are|was|were|stands?|stood|taken|took|take|have|had|got|get|know|knew|read|see|saw|pulled|exported|shown|listed|found|written) (?:\S+ ){0,5}(?:from|in|by) ((?:\S+ ){1,6})/;
const shows = / (?:shows?|showed|confirms?|says?|said|has|had|lists?|listed) /;

function isTakenFrom(line: string): boolean {
  const from = taken.exec(line)?.[1];
  return from !== undefined && places.test(` ${from}`);
}

function isShownBy(line: string): boolean {
  const verb = shows.exec(line);
  if (!verb) return false;
  const before = line.slice(0, verb.index).trim().split(' ').slice(-5).join(' ');
  return places.test(` ${before} `);
}
