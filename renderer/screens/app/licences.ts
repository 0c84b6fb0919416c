/** The full licence texts of everything that is bundled, read from the packages when the app is built. */
import d3Dsv from '../../../node_modules/d3-dsv/LICENSE?raw';
import dexie from '../../../node_modules/dexie/LICENSE?raw';
import domPurify from '../../../node_modules/dompurify/LICENSE?raw';
import electron from '../../../node_modules/electron/LICENSE?raw';
import plexSans from '../../../node_modules/@fontsource-variable/ibm-plex-sans/LICENSE?raw';
import jetBrainsMono from '../../../node_modules/@fontsource-variable/jetbrains-mono/LICENSE?raw';
import jsdiff from '../../../node_modules/diff/LICENSE?raw';
import lucide from '../../../node_modules/lucide/LICENSE?raw';
import marked from '../../../node_modules/marked/LICENSE?raw';
import postalMime from '../../../node_modules/postal-mime/LICENSE.txt?raw';
import svelte from '../../../node_modules/svelte/LICENSE.md?raw';
import tinykeys from '../../../node_modules/tinykeys/LICENSE?raw';
import valibot from '../../../node_modules/valibot/LICENSE.md?raw';
import yaml from '../../../node_modules/yaml/LICENSE?raw';

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

/** Runtime, fonts and icons first, then the libraries by name. */
export function listLicences(): readonly Licence[] {
  const one = (name: string, by: string, licence: string, text: string): Licence => ({
    name,
    by,
    licence,
    text,
  });
  return [
    one('Electron', 'Electron contributors, GitHub Inc.', 'MIT', electron),
    one('Chromium', 'The Chromium Authors', 'BSD-3-Clause and others', chromium),
    one('IBM Plex Sans', 'IBM Corp.', 'OFL-1.1', plexSans),
    one('JetBrains Mono', 'The JetBrains Mono Project Authors', 'OFL-1.1', jetBrainsMono),
    one('Lucide', 'Lucide Icons and Contributors', 'ISC', lucide),
    one('d3-dsv', 'Mike Bostock', 'ISC', d3Dsv),
    one('Dexie', 'David Fahlander', 'Apache-2.0', dexie),
    one('DOMPurify', 'Mario Heiderich, Cure53', 'Apache-2.0 (or MPL-2.0)', domPurify),
    one('jsdiff', 'Kevin Decker', 'BSD-3-Clause', jsdiff),
    one('marked', 'MarkedJS, Christopher Jeffrey', 'MIT', marked),
    one('postal-mime', 'Andris Reinman', 'MIT-0', postalMime),
    one('Svelte', 'Svelte Contributors', 'MIT', svelte),
    one('tinykeys', 'Jamie Kyle', 'MIT', tinykeys),
    one('valibot', 'Fabian Hiller', 'MIT', valibot),
    one('yaml', 'Eemeli Aro', 'ISC', yaml),
  ];
}
