// The buttons above the letter: start one, open, save, undo, copy. Only the browser's own download keeps anything.

import { element } from "./violations.js";
import { open, post } from "./server.js";

const $ = (id) => document.getElementById(id);
const ASKED = ["to", "company", "position", "interview"]; // what the questions for a first draft have of the facts
const SHOWN = 2000; // milliseconds for which a button says that it is done

/**
 * @param {object} page `letter` (its field), `question` (letter and facts), `facts`, `show` (another letter), `kept`
 *   (the letter is safe now), `say` and `complain`.
 */
export function tools(page) {
  let name = "letter.txt";

  async function tried(work) {
    try {
      await work();
    } catch (problem) {
      page.complain([problem.message]);
    }
  }

  function show(made, called) {
    name = called;
    page.show(made.letter, made.facts, called);
  }

  on("undo", () => {
    page.letter.focus();
    document.execCommand("undo");
  });
  on("copy", () => tried(async () => {
    await copy(page.letter);
    page.kept();
    page.say("Copied.");
    $("copy").textContent = "Copied ✓";
    setTimeout(() => { $("copy").textContent = "Copy the letter"; }, SHOWN);
  }));
  on("save", () => tried(async () => {
    download((await post("file", page.question())).text, name);
    page.kept();
    page.say("Saved where the browser keeps downloads.");
  }));
  on("open", () => $("file").click());
  $("file").addEventListener("change", () => tried(async () => {
    const [file] = $("file").files;
    if (file) show(await open(file), file.name.replace(/\.(eml|docx)$/i, ".txt"));
    $("file").value = "";
  }));

  const dialog = $("starting");
  const form = dialog.querySelector("form");
  on("start", () => {
    for (const key of ASKED) form.elements[key].value = page.facts.field(key).value;
    form.elements.topic.value = page.facts.shared().topics?.[0] ?? "";
    dialog.returnValue = "";
    dialog.showModal();
  });
  dialog.addEventListener("close", () => tried(async () => {
    if (!dialog.returnValue) return;
    const { letter, facts } = await post("start", Object.fromEntries(new FormData(form)));
    show({ letter, facts: joined(page.facts.shared(), facts) }, "letter.txt");
  }));
}

/** The facts of a first draft with what else was known of the interview; an answer that was emptied is not. */
function joined(known, made) {
  const rest = Object.fromEntries(Object.entries(known).filter(([key]) => !ASKED.includes(key)));
  const interview = known.interview?.filter((moment) => moment.startsWith(made.interview?.[0] ?? "-")) ?? []; // has the hour
  const topics = [...new Set([...(made.topics ?? []), ...(known.topics ?? [])])];
  return { ...rest, ...made, ...(interview.length && { interview }), topics };
}

const on = (id, does) => $(id).addEventListener("click", does);

async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    document.execCommand("copy");
  }
}

function download(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), SHOWN);
}
