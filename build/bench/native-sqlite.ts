import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { cloudTrailFormat } from '../../content/engine/evidence/json-formats.ts';
import { cloudTrailColumns } from '../../renderer/workers/sql/cloudtrail-filler.ts';
import { writeComputedColumns, writeCreateTable } from '../../renderer/workers/sql/table-filler.ts';

/** The `sqlite3` program of this machine, with a database in memory, asked one thing after another. */
export class NativeSqlite {
  readonly version: string;
  readonly #child: ChildProcessWithoutNullStreams;
  #said = '';
  #heard: () => void = () => undefined;
  #count = 0;

  /** @throws where there is no such program */
  constructor() {
    const found = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' });
    if (found.error || found.status !== 0) {
      throw new Error('There is no sqlite3 to compare with. On Debian: apt-get install sqlite3.');
    }
    this.version = found.stdout.split(' ')[0] ?? '';
    this.#child = spawn('sqlite3', ['-batch', ':memory:']);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        this.#said += text;
        this.#heard();
      });
    }
  }

  /**
   * Loads one JSON event a line: all lines as texts, then each cell by SQLite's own JSON functions, into
   * the table that the bench makes. Resolves to milliseconds.
   */
  async load(file: string): Promise<number> {
    const begun = performance.now();
    await this.#ask(
      `PRAGMA journal_mode = OFF;\nCREATE TABLE lines (raw TEXT);\n.mode ascii\n.separator "\\037" "\\n"\n.import "${file}" lines`,
    );
    const statements = [
      writeCreateTable('trail', cloudTrailColumns),
      writeInsert(),
      ...writeComputedColumns('trail', cloudTrailColumns),
    ];
    await this.#ask(statements.map((sql) => `${sql};`).join('\n'));
    const elapsed = performance.now() - begun;
    await this.#ask('DROP TABLE lines;\n.mode list');
    return elapsed;
  }

  /** Runs a query; resolves to what it printed and how long it took (ms). */
  async query(sql: string): Promise<{ readonly text: string; readonly ms: number }> {
    const begun = performance.now();
    const text = await this.#ask(`${sql};`);
    return { text, ms: performance.now() - begun };
  }

  close(): void {
    this.#child.kill();
  }

  /** @throws what the program says of an error */
  async #ask(commands: string): Promise<string> {
    this.#count += 1;
    const mark = `done-${this.#count}`;
    this.#said = '';
    this.#child.stdin.write(`${commands}\n.print ${mark}\n`);
    while (!this.#said.includes(mark)) {
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
    const text = this.#said.slice(0, this.#said.indexOf(mark));
    if (/error/i.test(text)) throw new Error(`sqlite3 says: ${text.slice(0, 300)}`);
    return text;
  }
}

function writeInsert(): string {
  const stored = cloudTrailFormat.columns.filter(({ kind }) => kind !== 'json');
  const values = stored.map(({ paths }) => {
    const found = paths.map((path) => `raw ->> '$.${path}'`);
    return found.length === 1 ? found[0] : `coalesce(${found.join(', ')})`;
  });
  const names = cloudTrailColumns.filter(({ computed }) => computed === undefined);
  return `INSERT INTO trail (${names.map(({ name }) => name).join(', ')}) SELECT ${values.join(', ')}, raw FROM lines`;
}
