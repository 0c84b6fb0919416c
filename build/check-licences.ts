import type { Plugin, Rolldown } from 'vite';
import { bundledPackages } from '../renderer/screens/app/bundled-packages.ts';

/** The package of a module, by the innermost folder of packages that it lies in; of no text alone. */
const packageOf = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\?raw$)/;
const licensed: ReadonlySet<string> = new Set(Object.values(bundledPackages).flat());

/** Names of the packages in a bundle whose licence is not shown under About, sorted. */
export function findUnlicensed(
  bundle: Readonly<
    Record<string, Pick<Rolldown.OutputChunk, 'type' | 'modules'> | { type: 'asset' }>
  >,
): readonly string[] {
  const names = Object.values(bundle).flatMap((file) =>
    file.type === 'asset'
      ? []
      : Object.entries(file.modules).flatMap(([id, { renderedLength }]) =>
          renderedLength > 0 ? (packageOf.exec(id)?.[1] ?? []) : [],
        ),
  );
  return [...new Set(names)].filter((name) => !licensed.has(name)).sort();
}

/** Stops the build where a library would go out whose licence is not shown under About. */
export function checkLicences(): Plugin {
  return {
    name: 'drillbook:check-licences',
    generateBundle(_options, bundle) {
      const missing = findUnlicensed(bundle);
      if (missing.length === 0) return;
      this.error(
        `What is built holds ${missing.join(', ')}, whose licence is not shown under About. Add it to bundled-packages.ts and licences.ts in renderer/screens/app.`,
      );
    },
  };
}
