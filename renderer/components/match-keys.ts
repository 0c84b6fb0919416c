import { matchKeybindingPress, parseKeybinding } from 'tinykeys';

const mac = /Mac|iP/.test(navigator.platform);

/** Each shortcut is read once: every key that is typed is compared with all of them. */
const presses = new Map<string, ReturnType<typeof parseKeybinding>[number] | undefined>();

/** Whether a key press is the shortcut, written as tinykeys writes it: `$mod+k`, `Alt+1`, `?`. */
export function matchKeys(event: KeyboardEvent, keys: string): boolean {
  // A sign such as `?` needs Shift on one keyboard and none on another: what was typed counts.
  if (keys.length === 1) {
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
    return bare && event.key.toLowerCase() === keys.toLowerCase();
  }
  if (!presses.has(keys)) presses.set(keys, parseKeybinding(keys)[0]);
  const press = presses.get(keys);
  return press !== undefined && matchKeybindingPress(event, press);
}

/** Whether a shortcut is one key alone that could also be typed or press a control. */
export function isBareKey(keys: string): boolean {
  return !keys.includes('+') && !/^F\d+$/.test(keys);
}

/**
 * Whether a bare key may act: not while someone types, and Space and Enter not while a control has
 * the focus, since they press it.
 */
export function mayActBare(event: KeyboardEvent): boolean {
  // Inside a shadow root, such as an editor's, the event names only its host.
  const target = event.composedPath()[0] ?? event.target;
  if (!(target instanceof HTMLElement)) return true;
  // Into a radio button or a box nobody types: letters lead on from there too.
  const written = 'input:not([type=radio], [type=checkbox]), textarea, select';
  if (target.isContentEditable || target.matches(written)) return false;
  if (event.key !== ' ' && event.key !== 'Enter') return true;
  return !target.matches('button, a[href], summary, input, [role=grid], [role=tab], [role=option]');
}

/** How a shortcut is shown: "Ctrl K", on macOS "⌘ K". */
export function writeKeys(keys: string): string {
  const names: Readonly<Record<string, string>> = {
    $mod: mac ? '⌘' : 'Ctrl',
    Control: 'Ctrl',
    Alt: mac ? '⌥' : 'Alt',
    Shift: mac ? '⇧' : 'Shift',
    Enter: '↵',
    Escape: 'Esc',
    Space: 'Space',
  };
  return keys
    .split(/(?<=\w)\+/)
    .map(
      (part) =>
        names[part] ??
        part
          .replace(/^(?:Digit|Key)(?=.$)/, '')
          .replace(/^[a-z]$/, (letter) => letter.toUpperCase()),
    )
    .join(' ');
}

/** The same for `aria-keyshortcuts`: "Control+K". */
export function writeAriaKeys(keys: string): string {
  return keys.replace('$mod', mac ? 'Meta' : 'Control').replace(/(?:Digit|Key)(?=.$)/, '');
}
