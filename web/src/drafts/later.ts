/** One thing that is done in a while, unless something else takes its place first. */
export class Later {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #what: (() => void) | undefined;

  put(what: () => void, milliseconds: number): void {
    this.drop();
    this.#what = what;
    this.#timer = setTimeout(() => this.doNow(), milliseconds);
  }

  doNow(): void {
    const what = this.#what;
    this.drop();
    what?.();
  }

  drop(): void {
    clearTimeout(this.#timer);
    this.#what = undefined;
  }
}
