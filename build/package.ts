import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createPackage } from '@electron/asar';
import { burnFuses, fuses, lackingInOlder } from './fuses.ts';
import { writeSystemEntries } from './system-entries.ts';
import { writeSbom } from './write-sbom.ts';
import { writeZip } from './write-zip.ts';

/**
 * `npm run package`: a Linux zip of the built app in the Electron at hand, with its fuses set and read
 * back. The launcher names both: DRILLBOOK_ELECTRON and DRILLBOOK_ELECTRON_APP.
 */
const electron = process.env['DRILLBOOK_ELECTRON'] ?? '';
const app = process.env['DRILLBOOK_ELECTRON_APP'] ?? '';
const out = join(dirname(import.meta.dirname), 'out');
const program = 'drillbook';

/** Electron's own app and, in the older runtime, the loader that stands in for it. */
const replaced = ['default_app.asar', 'app', 'app.asar'];

if (electron === '' || process.platform !== 'linux') {
  console.error('Nothing to pack: that takes Linux and an Electron. Nothing was changed.');
  process.exit(1);
}
await pack();

async function pack(): Promise<void> {
  const { version } = readJson(join(app, 'package.json'));
  const older = basename(app) === 'older';
  const name = `${program}-${version}-linux-${process.arch}${older ? '-older-runtime' : ''}`;
  const folder = join(out, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(dirname(electron), folder, { recursive: true, verbatimSymlinks: true });
  for (const file of replaced)
    rmSync(join(folder, 'resources', file), { recursive: true, force: true });
  await createPackage(app, join(folder, 'resources/app.asar'));
  renameSync(join(folder, basename(electron)), join(folder, program));
  chmodSync(join(folder, program), 0o755);
  for (const file of ['LICENSE', 'NOTICE']) {
    copyFileSync(join(app, file), join(folder, `${file}.drillbook.txt`));
  }
  const runtime = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  writeFileSync(join(folder, 'sbom.cdx.json'), writeSbom(version, runtime));
  writeSystemEntries(folder, process.platform, program);

  const lacking = older ? lackingInOlder : [];
  const burnt = await burnFuses(join(folder, program), lacking);
  for (const [fuse, on] of burnt) console.log(`${on ? 'on ' : 'off'}  ${fuse}`);
  for (const fuse of lacking) console.log(`none ${fuse}: this older Electron does not have it`);
  console.log(`${burnt.size} of ${Object.keys(fuses).length} fuses set and read back`);

  writeZip(folder, `${folder}.zip`);
  console.log(`out/${name}.zip`);
}

function readJson(path: string): { version: string } {
  return JSON.parse(readFileSync(path, 'utf8')) as { version: string };
}
