/**
 * Measures how much time work has had: milliseconds of a clock, but no more than the processor gave
 * to each of those who work. So a machine that is busy elsewhere refuses no sound pack.
 */
export class SpentTime {
  #spent = 0;
  #clock = performance.now();
  #processor = process.cpuUsage();

  /** @param working how many work at the same time since the last call; 0: that was no work on it */
  measure(working: number): number {
    const clock = performance.now();
    const { user, system } = process.cpuUsage(this.#processor);
    const given = (user + system) / 1000 / Math.max(1, working);
    if (working > 0) this.#spent += Math.min(clock - this.#clock, given);
    this.#clock = clock;
    this.#processor = process.cpuUsage();
    return this.#spent;
  }
}
