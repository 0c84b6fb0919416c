/* oxlint-disable typescript/no-require-imports -- the older runtime starts CommonJS only */
// The older runtime comes without Electron's own default app, so this takes its place: it loads the
// app whose folder is the first argument that is no switch.
const fs = require('node:fs');
const path = require('node:path');
const { app } = require('electron');

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
const folder = path.resolve(named ?? '.');
/** @type {{ main: string, productName: string, version: string }} */
const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setName(about.productName);
// Electron's own default app calls these two as well; they are in no type.
Object.assign(app).setVersion(about.version);
Object.assign(app).setAppPath(folder);
require(path.join(folder, about.main));
