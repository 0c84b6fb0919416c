import type { CommandLine } from 'electron';

/** Services of Chromium that would talk to their makers by themselves. */
const silentFeatures = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'SafeBrowsing',
];

/**
 * Drillbook never talks to a network, so Chromium must not do so for it. Names do not resolve at all:
 * that also holds for what has no switch.
 */
const switches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-client-side-phishing-detection'],
  ['disable-component-update'],
  ['disable-default-apps'],
  ['disable-domain-reliability'],
  ['disable-features', silentFeatures.join(',')],
  ['disable-sync'],
  ['dns-prefetch-disable'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['metrics-recording-only'],
  ['no-first-run'],
  ['no-pings'],
];

/** To be called before the app is ready. */
export function silenceBackgroundNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of switches) {
    if (value === undefined) commandLine.appendSwitch(name);
    else commandLine.appendSwitch(name, value);
  }
}
