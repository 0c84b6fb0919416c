import type { WebContents } from 'electron';

/**
 * Keeps what a window shows in its place: it goes nowhere, opens nothing and holds no other page.
 * Moves within the page (`#…`) are no navigation and stay possible, as is loading it anew.
 */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    // The page starts itself anew after an import, and that is a navigation to where it is.
    if (url !== contents.getURL()) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.on('login', (event, _details, _info, answer) => {
    event.preventDefault();
    answer();
  });
  contents.on('certificate-error', (event, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
