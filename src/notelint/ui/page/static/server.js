// The questions that the page asks of notelint, which runs on the same computer.

const FAULT = "notelint could not read this. That is a fault of notelint, not of your letter.";
const GONE = "notelint has stopped. Copy your letter, and start it again with “notelint serve”.";

/** An answer of the server, or an Error with one sentence that says what is wrong. */
async function ask(path, body, type) {
  const answer = await fetch(path, { method: "POST", body, headers: { "Content-Type": type } }).catch(() => {
    throw new Error(GONE);
  });
  const found = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(found.message ?? FAULT);
  return found;
}

export const post = (path, question) => ask(path, JSON.stringify(question), "application/json");

export const open = (file) => ask(`open?name=${encodeURIComponent(file.name)}`, file, "application/octet-stream");

/** Asks for reports, one at a time; of what changed meanwhile only the newest is asked, and old answers are dropped. */
export class Checker {
  /**
   * @param {() => object} question what to ask now, null for nothing.
   * @param {{start: Function, done: Function, failed: Function}} tell what happens.
   */
  constructor(question, tell, pause = 120) {
    Object.assign(this, { question, tell, pause, version: 0, busy: false });
  }

  /** The letter or a fact changed: ask when the writer pauses. */
  changed() {
    this.version += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#ask(), this.pause);
  }

  async #ask() {
    if (this.busy) return;
    const { version } = this;
    const question = this.question();
    this.busy = true;
    try {
      this.tell.start();
      const report = question && (await post("check", question));
      if (version === this.version) this.tell.done(report);
    } catch (problem) {
      if (version === this.version) this.tell.failed(problem.message);
    }
    this.busy = false;
    if (version !== this.version) this.changed();
  }
}
