/**
 * Asks for a file in the system's dialog. The page gets a handle on it and reads it in pieces; no copy
 * is made, and the main process need not be asked. null: nothing was chosen.
 */
export function chooseFile(
  accept = '.json,.jsonl,.ndjson,.gz,.log,.csv,.txt,.eml,.xml',
): Promise<File | null> {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = accept;
  return new Promise((resolve) => {
    field.addEventListener('change', () => {
      resolve(field.files?.[0] ?? null);
    });
    field.addEventListener('cancel', () => {
      resolve(null);
    });
    field.click();
  });
}
