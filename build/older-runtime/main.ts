// Entry of the main process on the older runtime: what it lacks first, then the app as it is.
import './polyfills.ts';
import './node-polyfills.ts';
import './protocol-handle.ts';
import '../../electron/main.ts';
