/**
 * The one place that starts workers. Under Trusted Types a worker's address needs a policy; this
 * one accepts only the files listed here, which the build names by their content.
 */
import draftFile from './draft.worker.ts?worker&url';
import evidenceFile from './evidence.worker.ts?worker&url';
import markdownFile from './markdown.worker.ts?worker&url';
import packFile from './pack.worker.ts?worker&url';
import packLookFile from './pack-look.worker.ts?worker&url';
import sqlFile from './sql.worker.ts?worker&url';
import starFile from './star.worker.ts?worker&url';

const files = {
  draft: draftFile,
  evidence: evidenceFile,
  markdown: markdownFile,
  pack: packFile,
  packLook: packLookFile,
  sql: sqlFile,
  star: starFile,
} as const;
export type WorkerName = keyof typeof files;

const listed: readonly string[] = Object.values(files);

function acceptListed(url: string): string {
  if (listed.includes(url)) return url;
  throw new TypeError('Only a listed worker file may be started.');
}

const policy = window.trustedTypes?.createPolicy('drillbook-worker', {
  createScriptURL: acceptListed,
});

export function openWorker(name: WorkerName): Worker {
  const url = files[name];
  // The DOM library does not know yet that a worker takes a TrustedScriptURL.
  const address = (policy?.createScriptURL(url) ?? acceptListed(url)) as string;
  return new Worker(address, { type: 'module', name });
}
