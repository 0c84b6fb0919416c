/** What a person's own file may be called, for a file field. */
export const ownFileEndings =
  '.json,.jsonl,.ndjson,.gz,.log,.csv,.tsv,.txt,.eml,.xml,.diff,.patch,.yaml,.yml,.ini,.toml,.conf,.cfg,.png,.jpg,.jpeg,.gif,.webp,.svg';

/** Fields whose dialog is open: nothing else holds them, and one that is swept away never answers. */
const waiting = new Set<HTMLInputElement>();

/**
 * Asks for a file in the system's dialog. The page gets a handle on it and reads it in pieces; no copy
 * is made, and the main process need not be asked. null: nothing was chosen.
 */
export function chooseFile(accept = ownFileEndings): Promise<File | null> {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = accept;
  waiting.add(field);
  return new Promise((resolve) => {
    const answer = (file: File | null) => {
      waiting.delete(field);
      resolve(file);
    };
    field.addEventListener('change', () => {
      answer(field.files?.[0] ?? null);
    });
    field.addEventListener('cancel', () => {
      answer(null);
    });
    field.click();
  });
}
