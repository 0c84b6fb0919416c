import { readFile } from 'node:fs/promises';
import { themes, type Theme } from './ipc.ts';
import { writeAtomically } from './write-atomically.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the window was like when it was last closed. No text of the person's is in here. */
export interface WindowState {
  readonly bounds: Rectangle | null;
  readonly maximized: boolean;
  /** Kept here too, so that the window has its colour before the page is there to say so. */
  readonly theme: Theme;
}

/** Smallest size that every screen is laid out for (the page at 200 % zoom in 1440 × 900). */
export const smallestWindow = { width: 720, height: 450 };
const firstSize = { width: 1440, height: 900 };
const freshState: WindowState = { bounds: null, maximized: false, theme: 'system' };

/** As much of a title bar as one can still take hold of. */
const grip = { width: 120, height: 24 };

/** What a file says of the window; anything that makes no sense in it counts as not there. */
export function parseWindowState(content: string): WindowState {
  let state: unknown;
  try {
    state = JSON.parse(content);
  } catch {
    return freshState;
  }
  if (typeof state !== 'object' || state === null) return freshState;
  const { bounds, maximized, theme } = state as Partial<Record<keyof WindowState, unknown>>;
  return {
    bounds: parseRectangle(bounds),
    maximized: maximized === true,
    theme: themes.find((known) => known === theme) ?? 'system',
  };
}

function parseRectangle(value: unknown): Rectangle | null {
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height } = value as Record<keyof Rectangle, unknown>;
  const all = [x, y, width, height];
  if (!all.every((side) => Number.isSafeInteger(side) && Math.abs(side as number) < 100_000)) {
    return null;
  }
  return { x, y, width, height } as Rectangle;
}

/**
 * Where the window goes: where it was, if its title bar can be reached on one of today's displays;
 * else centred on the first one, as large as fits.
 *
 * @param workAreas of the displays, the primary one first; at least one
 */
export function fitBounds(
  bounds: Rectangle | null,
  workAreas: readonly [Rectangle, ...Rectangle[]],
): Rectangle {
  const home = bounds && workAreas.find((area) => isReachable(bounds, area));
  if (!home) return centre(firstSize, workAreas[0]);
  const width = clamp(bounds.width, smallestWindow.width, home.width);
  return {
    ...bounds,
    // A window that had to shrink must not draw its title bar out of reach with it.
    x: Math.max(bounds.x, home.x + grip.width - width),
    width,
    height: clamp(bounds.height, smallestWindow.height, home.height),
  };
}

function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const visible =
    Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return (
    visible >= grip.width && bounds.y >= area.y && bounds.y + grip.height <= area.y + area.height
  );
}

function centre(size: { width: number; height: number }, area: Rectangle): Rectangle {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(Math.min(value, high), Math.min(low, high));
}

/** A file that cannot be read is a window opened for the first time. */
export async function loadWindowState(path: string): Promise<WindowState> {
  try {
    return parseWindowState(await readFile(path, 'utf8'));
  } catch {
    return freshState;
  }
}

/** @throws as writing a file does */
export async function saveWindowState(path: string, state: WindowState): Promise<void> {
  await writeAtomically(path, `${JSON.stringify(state)}\n`);
}
