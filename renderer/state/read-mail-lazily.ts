import type { ReadMail } from '../../content/engine/evidence/read-mail.ts';

/** Reads a mail with its parser, which is loaded when the first one is shown. */
export async function readMailLazily(source: string): Promise<ReadMail> {
  const { readMail } = await import('../../content/engine/evidence/read-mail.ts');
  return readMail(source);
}
