/** The full licence texts of everything that is bundled, read from the packages when the app is built. */
import projectLicence from '../../../LICENSE?raw';
import clsx from '../../../node_modules/clsx/license?raw';
import codeMirror from '../../../node_modules/@codemirror/state/LICENSE?raw';
import crelt from '../../../node_modules/crelt/LICENSE?raw';
import d3Dsv from '../../../node_modules/d3-dsv/LICENSE?raw';
import dexie from '../../../node_modules/dexie/LICENSE?raw';
import domPurify from '../../../node_modules/dompurify/LICENSE?raw';
import electron from '../../../node_modules/electron/LICENSE?raw';
import fflate from '../../../node_modules/fflate/LICENSE?raw';
import findClusterBreak from '../../../node_modules/@marijn/find-cluster-break/LICENSE?raw';
import plexSans from '../../../node_modules/@fontsource-variable/ibm-plex-sans/LICENSE?raw';
import jetBrainsMono from '../../../node_modules/@fontsource-variable/jetbrains-mono/LICENSE?raw';
import jsYaml from '../../../node_modules/js-yaml/LICENSE?raw';
import jsdiff from '../../../node_modules/diff/LICENSE?raw';
import lezer from '../../../node_modules/@lezer/lr/LICENSE?raw';
import lucide from '../../../node_modules/lucide/LICENSE?raw';
import marked from '../../../node_modules/marked/LICENSE?raw';
import pend from '../../../node_modules/pend/LICENSE?raw';
import postalMime from '../../../node_modules/postal-mime/LICENSE.txt?raw';
import re2js from '../../../node_modules/re2js/LICENSE?raw';
import styleMod from '../../../node_modules/style-mod/LICENSE?raw';
import svelte from '../../../node_modules/svelte/LICENSE.md?raw';
import tinykeys from '../../../node_modules/tinykeys/LICENSE?raw';
import valibot from '../../../node_modules/valibot/LICENSE.md?raw';
import w3cKeyname from '../../../node_modules/w3c-keyname/LICENSE?raw';
import yaml from '../../../node_modules/yaml/LICENSE?raw';
import yauzl from '../../../node_modules/yauzl/LICENSE?raw';
import type { BundledLibrary } from './bundled-packages.ts';

export interface Licence {
  readonly name: string;
  /** Who made it. */
  readonly by: string;
  /** As its package names it (SPDX). */
  readonly licence: string;
  readonly text: string;
}

const chromium = `Copyright The Chromium Authors

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:

   * Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.
   * Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.
   * Neither the name of Google LLC nor the names of its contributors may be used to endorse or promote products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

The licences of everything that Chromium itself is made of lie beside the app in LICENSES.chromium.html.`;

/** Its package brings no text: it is under the same licence as this product, and SQLite under none. */
const sqlite = `SQLite itself is in the public domain. Its build for WebAssembly is under the Apache License 2.0:

${projectLicence}`;

/** Who made each library, how its package names its licence (SPDX), and the text of that. */
const libraries: Readonly<Record<BundledLibrary, readonly [string, string, string]>> = {
  clsx: ['Luke Edwards', 'MIT', clsx],
  CodeMirror: ['Marijn Haverbeke and others', 'MIT', codeMirror],
  crelt: ['Marijn Haverbeke', 'MIT', crelt],
  'd3-dsv': ['Mike Bostock', 'ISC', d3Dsv],
  Dexie: ['David Fahlander', 'Apache-2.0', dexie],
  DOMPurify: ['Mario Heiderich, Cure53', 'Apache-2.0 (or MPL-2.0)', domPurify],
  fflate: ['Arjun Barrett', 'MIT', fflate],
  'find-cluster-break': ['Marijn Haverbeke', 'MIT', findClusterBreak],
  'js-yaml': ['Vitaly Puzrin and others', 'MIT', jsYaml],
  jsdiff: ['Kevin Decker', 'BSD-3-Clause', jsdiff],
  Lezer: ['Marijn Haverbeke and others', 'MIT', lezer],
  Lucide: ['Lucide Icons and Contributors', 'ISC', lucide],
  marked: ['MarkedJS, Christopher Jeffrey', 'MIT', marked],
  pend: ['Andrew Kelley', 'MIT', pend],
  'postal-mime': ['Andris Reinman', 'MIT-0', postalMime],
  re2js: ['Oleksii Vasyliev', 'MIT', re2js],
  'SQLite and its WebAssembly build': ['The SQLite authors, Thomas Steiner', 'Apache-2.0', sqlite],
  'style-mod': ['Marijn Haverbeke and others', 'MIT', styleMod],
  Svelte: ['Svelte Contributors', 'MIT', svelte],
  tinykeys: ['Jamie Kyle', 'MIT', tinykeys],
  valibot: ['Fabian Hiller', 'MIT', valibot],
  'w3c-keyname': ['Marijn Haverbeke and others', 'MIT', w3cKeyname],
  yaml: ['Eemeli Aro', 'ISC', yaml],
  yauzl: ['Josh Wolfe', 'MIT', yauzl],
};

/** Runtime and fonts first, then the libraries by name. */
export function listLicences(): readonly Licence[] {
  return [
    {
      name: 'Electron',
      by: 'Electron contributors, GitHub Inc.',
      licence: 'MIT',
      text: electron,
    },
    {
      name: 'Chromium',
      by: 'The Chromium Authors',
      licence: 'BSD-3-Clause and others',
      text: chromium,
    },
    { name: 'IBM Plex Sans', by: 'IBM Corp.', licence: 'OFL-1.1', text: plexSans },
    {
      name: 'JetBrains Mono',
      by: 'The JetBrains Mono Project Authors',
      licence: 'OFL-1.1',
      text: jetBrainsMono,
    },
    ...Object.entries(libraries).map(([name, [by, licence, text]]) => ({
      name,
      by,
      licence,
      text,
    })),
  ];
}
