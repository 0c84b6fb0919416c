import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { readAppFiles, type AppFiles } from '../../electron/app-files.ts';
import { appOrigin } from '../../electron/app-origin.ts';
import { answerRequest, type AppAnswer } from '../../electron/app-protocol.ts';
import {
  browserContentSecurityPolicy,
  isSqlWorker,
} from '../../electron/content-security-policy.ts';
import type { PackListing } from '../../electron/ipc.ts';
import { readPackFile, readPackListings } from '../../electron/packs.ts';
import { bridgePath, packListPath, packPath } from './paths.ts';

/**
 * The port of browser mode. It is part of the origin under which a browser keeps everything, so it
 * never changes: another port would be another, empty store.
 */
export const fixedPort = 47321;
const host = '127.0.0.1';

export interface PageServer {
  /** With a slash at its end. */
  readonly address: string;
  readonly close: () => void;
}

export type PageServerStarted =
  | { readonly kind: 'started'; readonly server: PageServer }
  /** Something else, or another Drillbook, has the port. */
  | { readonly kind: 'taken' };

/**
 * Serves the built page to a browser on this machine: what the build listed, the packs and the script
 * that stands in for the preload script. Answers nobody who asks under another name than the address,
 * so that no website can reach it by pointing its own name here.
 *
 * @param folder that the build wrote
 * @param port another one than the fixed port is for tests, which keep nothing; 0 is any
 */
export async function startPageServer(
  folder: string,
  port = fixedPort,
): Promise<PageServerStarted> {
  const files = readAppFiles(await readFile(join(folder, 'files.json'), 'utf8'));
  const packs = readPackListings(await readFile(join(folder, 'packs.json'), 'utf8'));
  const site = { folder, files, packs };
  const server = createServer((request, response) => {
    void answer(site, request, readPort(server)).then((reply) => send(response, reply, request));
  });
  try {
    await listen(server, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return { kind: 'taken' };
    throw error;
  }
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { kind: 'started', server: { address: `http://${host}:${readPort(server)}/`, close } };
}

interface Site {
  readonly folder: string;
  readonly files: AppFiles;
  readonly packs: readonly PackListing[];
}

/** With the window's own headers it lets page and worker share memory, which there a switch does. */
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin' };

async function answer(site: Site, request: IncomingMessage, port: number): Promise<AppAnswer> {
  const { url = '', method = '' } = request;
  // What nothing is served for carries the guards of everything else.
  const guarded = await answerRequest(join(site.folder, 'renderer'), site.files, {
    url: `${appOrigin}${url}`,
    method,
  });
  const isolated = { ...guarded.headers, ...isolation };
  const headers = isSqlWorker(url.slice(1))
    ? isolated
    : { ...isolated, 'Content-Security-Policy': browserContentSecurityPolicy };
  if (request.headers.host !== `${host}:${port}`) return refuse(headers);
  if (guarded.status === 200) return { ...guarded, headers, body: addBridge(url, guarded.body) };
  if (method !== 'GET') return { ...guarded, headers };
  const bytes = await findBytes(site, url);
  if (bytes === null) return { ...guarded, headers };
  const type = url === bridgePath ? 'text/javascript' : 'application/octet-stream';
  return { status: 200, headers: { ...headers, 'Content-Type': type }, body: bytes };
}

function refuse(headers: AppAnswer['headers']): AppAnswer {
  const body = `Drillbook answers at ${host} only.`;
  return { status: 404, headers: { ...headers, 'Content-Type': 'text/plain' }, body };
}

/** What the page is sent beyond its own files. Paths are looked up, never turned into file names. */
async function findBytes(site: Site, url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (url === bridgePath) {
    return new Uint8Array(await readFile(join(site.folder, 'browser/bridge.js')));
  }
  if (url === packListPath) return new TextEncoder().encode(JSON.stringify(site.packs));
  for (const { id, files } of site.packs) {
    const file = files.find(({ path }) => url === packPath(id, path));
    if (!file) continue;
    const wanted = { pack: id, path: file.path };
    const read = await readPackFile(join(site.folder, 'packs'), site.packs, wanted);
    return read.kind === 'ok' ? read.value : null;
  }
  return null;
}

/** The page is the same file as in the window; only here does it need a script for its bridge. */
function addBridge(url: string, body: AppAnswer['body']): AppAnswer['body'] {
  if (url !== '/' && url !== '/index.html') return body;
  const page = typeof body === 'string' ? body : new TextDecoder().decode(body);
  return page.replace('</title>', `</title>\n    <script src="${bridgePath}"></script>`);
}

function send(response: ServerResponse, reply: AppAnswer, { method }: IncomingMessage): void {
  response.writeHead(reply.status, reply.headers);
  response.end(method === 'HEAD' ? undefined : reply.body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, resolve);
  });
}

function readPort(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : fixedPort;
}
