import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes a folder that Electron starts in an app's place: CommonJS of the caller's, then the app itself.
 *
 * @param wrapper the folder to write
 */
export async function wrapApp(appFolder: string, wrapper: string, before: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(appFolder, 'package.json'), 'utf8')) as {
    main: string;
  };
  const own = JSON.stringify(join(appFolder, manifest.main));
  // Before Electron 28 the main process knows no modules.
  const load = manifest.main.endsWith('.cjs') ? 'require' : 'void import';
  await mkdir(wrapper, { recursive: true });
  await writeFile(join(wrapper, 'package.json'), JSON.stringify({ ...manifest, main: 'main.cjs' }));
  await writeFile(join(wrapper, 'main.cjs'), `${before};\n${load}(${own});`);
}
