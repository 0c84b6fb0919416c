import PostalMime from 'postal-mime';

/** A mail as its viewer shows it. Everything else stands in its source. */
export interface ReadMail {
  /** In the order of the file, names as they were written, folded lines joined. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly subject: string;
  readonly messageId: string | null;
  readonly text: string;
  /** The mail has no plain text: `text` is its HTML, as source. */
  readonly isHtml: boolean;
  readonly attachments: readonly {
    readonly name: string;
    readonly type: string;
    readonly bytes: number;
  }[];
}

/** Reads a mail. Rejects only where the parser does: then its source is shown. */
export async function readMail(source: string): Promise<ReadMail> {
  const mail = await PostalMime.parse(source);
  const text = mail.text ?? '';
  const isHtml = text.trim() === '' && (mail.html ?? '') !== '';
  return {
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? null,
    text: isHtml ? (mail.html ?? '') : text,
    isHtml,
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? 'unnamed',
      type: mimeType,
      bytes: typeof content === 'string' ? content.length : content.byteLength,
    })),
  };
}
