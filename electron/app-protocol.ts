import { findAppFile, type AppFile, type AppFiles } from './app-files.ts';
import { contentSecurityPolicy, isSqlWorker, sqlWorkerPolicy } from './content-security-policy.ts';
import { readListedFile } from './listed-files.ts';

/**
 * Every answer carries these, the refusals too. No `Cross-Origin-Opener-Policy`: nothing opens this window and it
 * opens none, and for that header Chromium ends the process it began the page in and begins another.
 */
const guards = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-DNS-Prefetch-Control': 'off',
  'Cache-Control': 'no-store',
};

export interface AppAnswer {
  readonly status: 200 | 404 | 405 | 500;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | string;
}

/** Answers one request of the page for a file of its own: what the build listed, and nothing else. */
export async function answerRequest(
  folder: string,
  files: AppFiles,
  request: { readonly url: string; readonly method: string },
): Promise<AppAnswer> {
  if (request.method !== 'GET') return say(405, 'Drillbook serves files to its own window only.');
  const file = findAppFile(files, request.url);
  if (file === null) return say(404, 'This is no file of Drillbook.');
  return sendFile(folder, file);
}

async function sendFile(folder: string, file: AppFile): Promise<AppAnswer> {
  try {
    const body = new Uint8Array(await readListedFile(folder, file));
    const headers = { ...guards, 'Content-Type': file.type };
    if (!isSqlWorker(file.path)) return { status: 200, headers, body };
    return {
      status: 200,
      headers: { ...headers, 'Content-Security-Policy': sqlWorkerPolicy },
      body,
    };
  } catch {
    return say(
      500,
      `A file of Drillbook is missing or was changed (${file.path}). Your data is elsewhere and unchanged. Install Drillbook again.`,
    );
  }
}

function say(status: 404 | 405 | 500, body: string): AppAnswer {
  return { status, headers: { ...guards, 'Content-Type': 'text/plain; charset=utf-8' }, body };
}
