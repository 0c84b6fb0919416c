import {
  BookOpen,
  Clock as History,
  MessageSquare,
  Package,
  Settings,
  Siren,
  Sun,
  type IconNode,
} from 'lucide';

/** The icon of each place, the same wherever the place is named. */
export const placeIcons = {
  today: Sun,
  drills: Siren,
  stories: BookOpen,
  history: History,
  packs: Package,
  reviews: MessageSquare,
  settings: Settings,
} as const satisfies Readonly<Record<string, IconNode>>;

/** That of the place to which an action leads; null where it leads to none with an icon. */
export function findPlaceIcon(action: string): IconNode | null {
  const found = Object.entries(placeIcons).find(([place]) => action === `go_${place}`);
  return found ? found[1] : null;
}
