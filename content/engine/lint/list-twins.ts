import type { Drill } from '../format/drill-schema.ts';

/** The drill for each value that a variable is drawn with; as it is where none is drawn. */
export function listTwins(drill: Drill): readonly { readonly of: string; readonly twin: Drill }[] {
  const parameters = drill.parameters.filter((one) => !('variable' in one));
  const twins = drill.parameters.flatMap((drawn) => {
    if (!('variable' in drawn)) return [];
    const declared = drill.state[drawn.variable];
    if (!declared) return [];
    return [...new Set([declared.initial, ...drawn.values])].map((initial) => ({
      of: ` where ${drawn.variable} is ${String(initial)}`,
      twin: {
        ...drill,
        parameters,
        state: { ...drill.state, [drawn.variable]: { ...declared, initial } as typeof declared },
      },
    }));
  });
  return twins.length === 0 ? [{ of: '', twin: drill }] : twins;
}
