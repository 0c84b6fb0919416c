import type { Command } from './command.ts';
import { completionCommand } from './commands/completion.ts';
import { evidenceCommand } from './commands/evidence.ts';
import { lintCommand } from './commands/lint.ts';
import { listCommand } from './commands/list.ts';
import { migrateCommand } from './commands/migrate.ts';
import { newCommand } from './commands/new.ts';
import {
  packCheckCommand,
  packCommand,
  packDiffCommand,
  packKeyCommand,
  packSignCommand,
  packVerifyCommand,
  unpackCommand,
} from './commands/pack.ts';
import { playCommand } from './commands/play.ts';
import { reviewCommand } from './commands/review.ts';
import { schemaCommand } from './commands/schema.ts';
import { scoreAnswerCommand } from './commands/score-answer.ts';
import { scoreUpdateCommand } from './commands/score-update.ts';
import { scoreCommand } from './commands/score.ts';
import { simulateCommand } from './commands/simulate.ts';
import { statsCommand } from './commands/stats.ts';
import { versionCommand } from './commands/version.ts';

/**
 * Every command but `help`, in the order of the help. A new one is a file in commands/ and a line
 * here. What a command does is imported when it runs, so that each starts fast.
 */
export const commands: readonly Command[] = [
  listCommand,
  playCommand,
  newCommand,
  evidenceCommand,
  lintCommand,
  simulateCommand,
  statsCommand,
  migrateCommand,
  schemaCommand,
  packCommand,
  packCheckCommand,
  packDiffCommand,
  packKeyCommand,
  packSignCommand,
  packVerifyCommand,
  unpackCommand,
  reviewCommand,
  scoreCommand,
  scoreUpdateCommand,
  scoreAnswerCommand,
  completionCommand,
  versionCommand,
];
