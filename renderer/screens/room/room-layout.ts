/**
 * How the room is laid out: three panes; the notebook as a strip; feed and notebook as strips; one
 * pane at a time. Sizes are those of the window in px at 100 % text size.
 */
export type RoomLayout = 'wide' | 'mid' | 'narrow' | 'single';

export function chooseLayout(width_px: number, height_px: number): RoomLayout {
  if (width_px < 760 || height_px < 520) return 'single';
  if (width_px < 900) return 'narrow';
  return width_px < 1120 ? 'mid' : 'wide';
}
