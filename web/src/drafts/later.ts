/** One thing that is done in a while, unless something else takes its place first. */
export class Later {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #what: (() => void) | undefined;

  #isClosed = false;

  put(what: () => void, milliseconds: number): void {
    if (this.#isClosed) return;
    this.drop();
    this.#what = what;
    this.#timer = setTimeout(() => this.doNow(), milliseconds);
  }

  doNow(): void {
    const what = this.#what;
    this.drop();
    what?.();
  }

  /** Takes nothing new until it is opened again; what was put before is done all the same. */
  close(): void {
    this.#isClosed = true;
  }

  open(): void {
    this.#isClosed = false;
  }

  drop(): void {
    clearTimeout(this.#timer);
    this.#what = undefined;
  }
}
