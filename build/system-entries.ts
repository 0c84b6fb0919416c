import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handedOverKinds } from '../electron/ipc.ts';

/** What a system is told of Drillbook, so that a double-click on one of its files opens it. */

type Extension = keyof typeof handedOverKinds;

interface FileType {
  readonly extension: Extension;
  readonly title: string;
  /** Of the vendor tree: nobody else means the same by it. */
  readonly mime: string;
  /** As macOS names types. */
  readonly uti: string;
}

const titles: Readonly<Record<Extension, string>> = {
  drillpack: 'Drillbook pack',
  drillpacket: 'Drillbook packet for a mentor',
  drillreview: 'Drillbook review',
};

export const fileTypes: readonly FileType[] = Object.entries(handedOverKinds).map(
  ([extension, kind]) => ({
    extension: extension as Extension,
    title: titles[extension as Extension],
    mime: `application/vnd.drillbook.${kind}+zip`,
    uti: `org.drillbook.${kind}`,
  }),
);

/** Why macOS lets nobody listen without asking: shown in its own question. */
export const microphoneReason =
  'Drillbook records an answer that you practise aloud, when you start it. The recording stays on this computer.';

/** A person of macOS is never asked for these: Drillbook does not use them. */
const unused = ['NSCameraUsageDescription', 'NSBluetoothAlwaysUsageDescription'] as const;

/**
 * Puts into a packed folder what its system wants to be told, and how a person tells it.
 *
 * @param folder that is zipped; on macOS it holds Drillbook.app
 * @returns the files that were written or changed, relative to the folder
 */
export function writeSystemEntries(
  folder: string,
  platform: NodeJS.Platform,
  program: string,
): readonly string[] {
  const files: Readonly<Record<string, string>> =
    platform === 'linux'
      ? {
          'share/applications/drillbook.desktop': writeDesktopEntry(program),
          'share/mime/packages/drillbook.xml': writeMimeInfo(),
          'OPENING-FILES.txt': writeLinuxNote(program),
        }
      : platform === 'win32'
        ? {
            'register-file-types.cmd': writeRegistration(`${program}.exe`),
            'unregister-file-types.cmd': writeUnregistration(),
          }
        : platform === 'darwin'
          ? readPlist(folder)
          : {};
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return Object.keys(files);
}

/** @see https://specifications.freedesktop.org/desktop-entry-spec/latest/ */
export function writeDesktopEntry(program: string): string {
  return `[Desktop Entry]
Type=Application
Version=1.5
Name=Drillbook
GenericName=Incident drills
Comment=Practise incidents on real-format evidence, offline
Exec=${program} %f
Terminal=false
Categories=Education;
MimeType=${fileTypes.map(({ mime }) => `${mime};`).join('')}
StartupNotify=true
StartupWMClass=Drillbook
SingleMainWindow=true
`;
}

/** @see https://specifications.freedesktop.org/shared-mime-info-spec/latest/ */
export function writeMimeInfo(): string {
  // The weight lets the name win over "it begins like a zip".
  const types = fileTypes.map(
    ({ extension, mime, title }) => `  <mime-type type="${mime}">
    <comment>${title}</comment>
    <sub-class-of type="application/zip"/>
    <generic-icon name="package-x-generic"/>
    <glob pattern="*.${extension}" weight="60"/>
  </mime-type>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
${types.join('')}</mime-info>
`;
}

function writeLinuxNote(program: string): string {
  return `Opening files with a double-click
=================================

Drillbook runs from this folder as it is. For a double-click on a .drillpack,
.drillpacket or .drillreview file to open it, tell your desktop once. In this folder:

  mkdir -p ~/.local/share/applications ~/.local/share/mime/packages
  cp share/mime/packages/drillbook.xml ~/.local/share/mime/packages/
  sed "s|^Exec=.*|Exec=\\"$PWD/${program}\\" %f|" share/applications/drillbook.desktop \\
    > ~/.local/share/applications/drillbook.desktop
  update-mime-database ~/.local/share/mime
  update-desktop-database ~/.local/share/applications

A file that is opened so is looked at first. No pack is installed without your word.

To undo it:

  rm ~/.local/share/applications/drillbook.desktop
  rm ~/.local/share/mime/packages/drillbook.xml
  update-mime-database ~/.local/share/mime
  update-desktop-database ~/.local/share/applications

Moved this folder? Do the first part again.
`;
}

/** For the person alone, in their own part of the registry; no administrator is needed. */
export function writeRegistration(executable: string): string {
  const classes = 'HKCU\\Software\\Classes';
  const lines = fileTypes.flatMap(({ extension, title }) => [
    `reg add "${classes}\\Drillbook.${extension}" /ve /d "${title}" /f`,
    `reg add "${classes}\\Drillbook.${extension}\\shell\\open\\command" /ve /d "\\"%~dp0${executable}\\" \\"%%1\\"" /f`,
    `reg add "${classes}\\.${extension}" /ve /d "Drillbook.${extension}" /f`,
  ]);
  return writeCommands(lines);
}

function writeUnregistration(): string {
  const classes = 'HKCU\\Software\\Classes';
  return writeCommands(
    fileTypes.flatMap(({ extension }) => [
      `reg delete "${classes}\\.${extension}" /f`,
      `reg delete "${classes}\\Drillbook.${extension}" /f`,
    ]),
  );
}

function writeCommands(lines: readonly string[]): string {
  return ['@echo off', ...lines, ''].join('\r\n');
}

function readPlist(folder: string): Readonly<Record<string, string>> {
  const path = 'Drillbook.app/Contents/Info.plist';
  if (!existsSync(join(folder, path))) throw new Error(`There is no ${path} in ${folder}.`);
  return { [path]: completeInfoPlist(readFileSync(join(folder, path), 'utf8')) };
}

/**
 * Electron's own Info.plist with our file types, and with a reason for the microphone in the place of
 * its general one. Reasons for what Drillbook does not use are taken out.
 *
 * @throws if the text is no property list in XML
 */
export function completeInfoPlist(plist: string): string {
  const end = plist.lastIndexOf('</dict>');
  if (end < 0 || !plist.includes('<plist')) throw new Error('This is no property list in XML.');
  const kept = ['NSMicrophoneUsageDescription', ...unused].reduce(removeKey, plist.slice(0, end));
  return `${kept.trimEnd()}\n${writeOwnKeys()}${plist.slice(end)}`;
}

/** A key of the outermost dictionary whose value is text; whatever else has that name stays. */
function removeKey(plist: string, name: string): string {
  return plist.replace(new RegExp(`\\s*<key>${name}</key>\\s*<string>[^<]*</string>`), '');
}

function writeOwnKeys(): string {
  const documents = fileTypes.map(
    ({ title, uti }) => `    <dict>
      <key>CFBundleTypeName</key><string>${title}</string>
      <key>CFBundleTypeRole</key><string>Viewer</string>
      <key>LSHandlerRank</key><string>Owner</string>
      <key>LSItemContentTypes</key><array><string>${uti}</string></array>
    </dict>
`,
  );
  const types = fileTypes.map(
    ({ title, uti, mime, extension }) => `    <dict>
      <key>UTTypeIdentifier</key><string>${uti}</string>
      <key>UTTypeDescription</key><string>${title}</string>
      <key>UTTypeConformsTo</key><array><string>public.zip-archive</string></array>
      <key>UTTypeTagSpecification</key>
      <dict>
        <key>public.filename-extension</key><array><string>${extension}</string></array>
        <key>public.mime-type</key><array><string>${mime}</string></array>
      </dict>
    </dict>
`,
  );
  return `  <key>NSMicrophoneUsageDescription</key>
  <string>${microphoneReason}</string>
  <key>CFBundleDocumentTypes</key>
  <array>
${documents.join('')}  </array>
  <key>UTExportedTypeDeclarations</key>
  <array>
${types.join('')}  </array>
`;
}
