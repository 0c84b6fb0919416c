/** Where the provider keeps what has no region of its own. */
export const globalRegion = 'us-east-1';

const globalServices: ReadonlySet<string> = new Set([
  'account',
  'cloudfront',
  'iam',
  'organizations',
  'route53',
]);

/** Whether a call goes to a service without regions, which a trail tells under `globalRegion`. */
export function isGlobalCall(name: string): boolean {
  return globalServices.has(name.slice(0, Math.max(0, name.indexOf('.'))));
}

/** The region that a trail gives a call which was made in some region. */
export function placeCall(name: string, region: string): string {
  return isGlobalCall(name) ? globalRegion : region;
}
