import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { emptyIsThere, writeEmptyApp } from './empty-window.ts';
import { measureStart } from './measure-start.ts';
import { interleave, readMedian } from './readings.ts';
import { prepareProfile, todayIsThere, welcomed } from '../profile/prepared-profile.ts';
import { needApp } from './need-app.ts';

/** A start takes half a second and scatters by a tenth; with seven the medians scattered by a thirtieth. */
const turns = 21;

/** From the start of the process to Today with the drills read, beside an empty window. */
export const coldStart: Figure = {
  name: 'cold-start',
  window: true,
  measure: async (surroundings) => {
    const { program, folder } = needApp(surroundings);
    const { scratch } = surroundings;
    const profile = join(scratch, 'profile');
    await prepareProfile(profile, [welcomed]);
    const empty = writeEmptyApp(join(scratch, 'empty'));
    const { a, b } = await interleave(
      turns,
      () => measureStart({ program, folder, profile, usable: todayIsThere }),
      () =>
        measureStart({
          program,
          folder: empty,
          profile: join(scratch, 'empty-profile'),
          usable: emptyIsThere,
        }),
    );
    return [
      {
        title: 'cold start to a usable first screen',
        reading: readMedian(a, 'ms'),
        baseline: { name: 'an empty window of the same runtime', reading: readMedian(b, 'ms') },
        limit: { of: 'ratio', kind: 'at_most', bound: 1.3 },
      },
    ];
  },
};
