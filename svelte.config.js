/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
const config = {
  // Not a global `runes: true`: it would break packages that still ship legacy components.
  vitePlugin: {
    dynamicCompileOptions: ({ filename }) =>
      filename.includes('node_modules') ? undefined : { runes: true },
  },
};

export default config;
