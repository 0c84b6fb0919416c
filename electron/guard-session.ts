import type { Session } from 'electron';
import { appOrigin } from './app-origin.ts';

/** Schemes whose content is on this machine or made by the page itself. */
const localSchemes = ['app:', 'blob:', 'data:'];

/**
 * What a page may always do beyond the web's defaults: put text on the clipboard when a button is
 * pressed (the diagnostic, an indicator). It cannot read from it.
 */
const permitted = 'clipboard-sanitized-write';

/** Camera and microphone in Electron's words; only the second is ever given. */
const media = 'media';

/**
 * Takes away from a session all that Chromium grants or fetches by itself: permissions, devices,
 * downloads, dictionaries, requests to anywhere else. To be called before the first window.
 *
 * @param development lets the developer tools load themselves
 * @param mayRecord whether the microphone may be used at this moment
 */
export function guardSession(
  session: Session,
  development: boolean,
  mayRecord: () => boolean,
): void {
  // Without a handler Electron approves, so both are set: one is asked, the other is queried.
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const ours = details.isMainFrame && isOurs(details.requestingUrl);
    const sound =
      permission === media && 'mediaTypes' in details && isSoundAlone(details.mediaTypes);
    answer(ours && (permission === permitted || (sound && mayRecord())));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const sound = permission === media && details.mediaType === 'audio';
    return (
      details.isMainFrame && isOurs(origin) && (permission === permitted || (sound && mayRecord()))
    );
  });
  session.setDevicePermissionHandler(() => false);
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    // One signature for the three: only what they have in common is used.
    session.on(event as 'select-hid-device', (chosen, _details, choose) => {
      chosen.preventDefault();
      choose('');
    });
  }

  session.on('will-download', (event) => event.preventDefault());

  // No language, no dictionary; and should one be asked for all the same, it is not in the network.
  session.setSpellCheckerDictionaryDownloadURL(`${appOrigin}/dictionaries/`);
  session.setSpellCheckerLanguages([]);

  const schemes = development ? [...localSchemes, 'devtools:'] : localSchemes;
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !schemes.some((scheme) => url.startsWith(scheme)) }),
  );
}

function isOurs(address: string): boolean {
  return address === appOrigin || address.startsWith(`${appOrigin}/`);
}

function isSoundAlone(types: readonly string[] | undefined): boolean {
  return types?.length === 1 && types[0] === 'audio';
}
