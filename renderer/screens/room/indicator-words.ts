import type { IndicatorType } from '../../../content/engine/drill/attempt-terms.ts';

export const indicatorWords: Readonly<Record<IndicatorType, string>> = {
  ip: 'IP',
  key: 'Key',
  session: 'Session',
  account: 'Account',
  host: 'Host',
  domain: 'Domain',
  hash: 'Hash',
  agent: 'Agent',
  other: 'Other',
};
