// The form about the interview: what is in it becomes the draft's headers.

const DAYS = ["interview", "sent", "expected_reply", "last_contact"];
const LISTS = ["topics", "interviewers", "shared_interests", "concerns"];
const LINES = ["to", "from", "company", "position", "kind"];
const OWN = ["kind", "subject", "sent", "ignore"]; // of one letter, the others of the interview
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/;
const FIRST_YEAR = "1970"; // while a year is typed, a date field says 0002

export class Facts {
  /**
   * @param {HTMLFormElement} form
   * @param {() => void} changed
   */
  constructor(form, changed) {
    this.form = form;
    this.kept = {}; // what a file said that the form has no field for
    this.note = form.querySelector("#kept");
    form.addEventListener("input", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    this.note.querySelector("button").addEventListener("click", () => {
      this.#keep({});
      changed();
    });
  }

  field(name) {
    return this.form.elements.namedItem(name);
  }

  /** The facts, by header key. */
  read() {
    const value = (name) => this.field(name).value.trim();
    const facts = { ...this.kept };
    for (const name of LINES) if (value(name)) facts[name] = value(name);
    for (const name of DAYS) if (value(name) >= FIRST_YEAR) facts[name] = value(name);
    if (value("interview") >= FIRST_YEAR && value("interview-time")) facts.interview += ` ${value("interview-time")}`;
    for (const name of LISTS) if (value(name)) facts[name] = value(name).split("\n");
    return facts;
  }

  /** What is known of the interview, whichever letter is written: by header key, each a list of values. */
  shared() {
    const known = Object.entries(this.read()).filter(([key]) => !OWN.includes(key));
    return Object.fromEntries(known.map(([key, value]) => [key, [value].flat()]));
  }

  /** Fill the form with facts, by header key, each a list of values. */
  fill(facts) {
    const rest = { ...facts };
    delete rest.subject;
    const take = (name) => {
      const values = rest[name] ?? [];
      delete rest[name];
      return values;
    };
    for (const name of LINES) this.field(name).value = take(name).join(", ");
    for (const name of LISTS) this.field(name).value = take(name).join("\n");
    this.field("interview-time").value = "";
    for (const name of DAYS) {
      const [, day, time] = MOMENT.exec((rest[name] ?? [""])[0]) ?? [];
      const fits = day && (name === "interview" || !time); // else it is kept as it is
      this.field(name).value = fits ? day : "";
      if (fits && time) this.field("interview-time").value = time;
      if (fits) take(name);
    }
    this.#keep(rest);
  }

  /** Open the form at one of its fields. */
  show(name) {
    const field = this.field(name);
    if (!field?.focus) return;
    if (name !== "kind") this.form.querySelector("details").open = true;
    field.focus();
  }

  #keep(facts) {
    this.kept = facts;
    const said = Object.entries(facts).map(([key, values]) => `${key}: ${values.join(", ")}`).join("; ");
    this.note.hidden = !said;
    this.note.querySelector("span").textContent = said && `Also from the file: ${said}.`;
  }
}
