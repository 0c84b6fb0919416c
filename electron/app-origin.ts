/**
 * Scheme and host that the page is served from. Everything a person made is kept under this origin:
 * to change it is to lose it (2026-11-24).
 */
export const appScheme = 'app';
export const appHost = 'drillbook';
export const appOrigin = `${appScheme}://${appHost}`;
