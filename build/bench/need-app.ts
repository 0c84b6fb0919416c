import type { BuiltApp } from '../profile/built-app.ts';
import type { Surroundings } from './figure.ts';

/** @throws if there is none; a figure that needs a window is not measured then */
export function needApp({ app }: Surroundings): BuiltApp {
  if (app === null) throw new Error('There is no built app, or no Electron to run it.');
  return app;
}
