// What makes the site quicker to use. Every page works without it.
"use strict";
(() => {
  const root = new URL("..", document.currentScript.src);
  const isCopy = document.documentElement.hasAttribute("data-copy");
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const address = (path) => new URL(path.slice(1) + (isCopy && path !== "/" ? "/" : ""), root).href;

  // Search: answers while one types.

  /** What an answer of the API has to offer, each with its path. */
  const offers = (answer) => {
    const number = (code) => String(code).padStart(3, "0");
    const code = (found) => ({
      path: "/" + (found.subcode ?? number(found.code)),
      title: `${found.subcode ?? number(found.code)} ${found.name ?? ""}`,
      text: found.summary,
    });
    const named = (folder, list) => (list ?? []).map((one) => ({ path: `/${folder}/${one.id}`, title: capital(one.title), text: "" }));
    switch (answer.kind) {
      case "code": return [code(answer)];
      case "cause": return named("causes", [answer]);
      case "component": return named("components", [{ id: answer.id, title: answer.name }]);
      case "comparison": return answer.id ? [{ path: `/compare/${answer.id}`, title: answer.question, text: answer.answer }] : [];
      case "codes": {
        const { matches, causes, comparisons, components } = answer.nearest ?? answer;
        return [...(matches ?? []).map(code), ...named("causes", causes), ...named("compare", comparisons), ...named("components", components)];
      }
      default: return [];
    }
  };
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const plain = (text) => (text ?? "").replace(/[`*]/g, "");

  /** The index of a copy of the site: every page with its words. */
  let index;
  const searchIndex = async (query) => {
    index ??= fetch(new URL("search.json", root)).then((response) => response.json());
    const words = query.toLowerCase().split(/[^a-z0-9.]+/).filter(Boolean);
    const score = (page) => words.reduce((sum, word) => {
      const title = page.title.toLowerCase();
      if (title.split(/[ -]/).includes(word)) return sum + 9;
      if (title.includes(word)) return sum + 4;
      return page.words.includes(word) ? sum + 2 : sum - 5;
    }, 0);
    const scored = (await index).map((page) => [score(page), page]).filter(([points]) => points > 0);
    return scored.sort(([left], [right]) => right - left).slice(0, 8).map(([, page]) => page);
  };
  const searchServer = async (query, signal) => {
    const url = new URL("api/v1/search", root);
    url.searchParams.set("q", query);
    const response = await fetch(url, { signal, headers: { Accept: "application/json" } });
    return offers(await response.json()).slice(0, 8);
  };
  const search = (query, signal) => (isCopy ? searchIndex(query) : searchServer(query, signal));

  const combobox = (form, at) => {
    const input = form.querySelector("input[name=q]");
    const list = element("ul", { className: "answers", id: `answers-${at}`, hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Answers");
    const status = element("p", { className: "hidden" });
    status.setAttribute("role", "status");
    form.append(list, status);
    const set = (name, value) => (value === null ? input.removeAttribute(name) : input.setAttribute(name, value));
    set("role", "combobox"); set("aria-autocomplete", "list"); set("aria-controls", list.id); set("aria-expanded", "false");
    let chosen = -1, found = [], asking, timer;

    const choose = (next) => {
      chosen = next;
      [...list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
      set("aria-activedescendant", chosen < 0 ? null : list.children[chosen].id);
      list.children[chosen]?.scrollIntoView({ block: "nearest" });
    };
    const show = (isShown) => {
      list.hidden = !isShown || !found.length;
      set("aria-expanded", String(!list.hidden));
      if (list.hidden) { chosen = -1; set("aria-activedescendant", null); }
    };
    const fill = (answers) => {
      found = answers;
      list.replaceChildren(...answers.map((answer, place) => {
        const option = element("li", { id: `${list.id}-${place}` }, element("b", {}, plain(answer.title)), element("span", {}, plain(answer.text)));
        option.setAttribute("role", "option");
        option.addEventListener("mousedown", (event) => event.preventDefault());
        option.addEventListener("click", () => location.assign(address(answer.path)));
        return option;
      }));
      choose(-1);
      show(document.activeElement === input);
      status.textContent = answers.length ? `${answers.length} answers, choose with the arrow keys` : "No answers";
    };
    const ask = async () => {
      asking?.abort();
      const query = input.value.trim();
      if (!query) return fill([]), (status.textContent = "");
      asking = new AbortController();
      const { signal } = asking;
      // Without an answer the form still works.
      await search(query, signal).then((answers) => signal.aborted || fill(answers), () => signal.aborted || fill([]));
    };
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 90); });
    input.addEventListener("focus", () => show(true));
    input.addEventListener("blur", () => show(false));
    input.addEventListener("keydown", (event) => {
      const last = found.length - 1;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) show(true);
        if (list.hidden) return;
        choose(event.key === "ArrowDown" ? (chosen >= last ? -1 : chosen + 1) : (chosen < 0 ? last : chosen - 1));
      } else if (event.key === "Enter" && chosen >= 0 && !list.hidden) {
        event.preventDefault();
        location.assign(address(found[chosen].path));
      } else if (event.key === "Escape") {
        event.preventDefault();
        if (list.hidden) input.value = ""; else show(false);
      }
    });
    if (isCopy) form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask().then(() => found[0] && location.assign(address(found[0].path)));
    });
  };
  document.querySelectorAll("form.search").forEach(combobox);
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    document.querySelector("main input[name=q], input[name=q]")?.focus();
  });

  // Copying commands. Browsers allow it on secure origins only.

  if (navigator.clipboard) document.querySelectorAll("pre").forEach((block) => {
    const button = element("button", { type: "button", className: "copy", textContent: "Copy" });
    button.addEventListener("click", async () => {
      const isCopied = await navigator.clipboard.writeText(block.textContent).then(() => true, () => false);
      button.textContent = isCopied ? "Copied" : "Failed";
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    const frame = element("div", { className: "copyable" });
    block.replaceWith(frame);
    frame.append(block, button);
  });

  // Whose advice: remembered in this browser alone.

  const remembered = (value) => {
    try {
      if (value !== undefined) localStorage.setItem("audience", value);
      return localStorage.getItem("audience");
    } catch { return null; }
  };
  const AUDIENCES = ["everyone", "visitor", "caller", "operator", "designer"];
  const advice = document.querySelector("dl.advice");
  if (advice && advice.children.length > 1) {
    const there = AUDIENCES.filter((who) => who === "everyone" || advice.querySelector(`:scope > .${who}`));
    const show = (who) => [...advice.children].forEach((part) => {
      const isChosen = part.classList.contains(who);
      part.hidden = who !== "everyone" && !isChosen;
      part.classList.toggle("chosen", isChosen);
    });
    const before = remembered();
    const who = there.includes(before) ? before : "everyone";
    const choices = there.map((name) => {
      const radio = element("input", { type: "radio", name: "audience", value: name, checked: name === who });
      radio.addEventListener("change", () => { remembered(name); show(name); });
      return element("label", {}, radio, capital(name));
    });
    advice.before(element("fieldset", { className: "audience" }, element("legend", {}, "For the"), ...choices));
    show(who);
  }

  // Pasting: a dropped or pasted file, and a link that holds the text if somebody wants one.

  const paste = document.querySelector("form.paste");
  if (paste) {
    const text = paste.elements.evidence, file = paste.elements.file;
    const take = (files, event) => {
      if (!files?.length) return;
      event.preventDefault();
      file.files = files;
      text.value = "";
      note.textContent = `${files[0].name} is chosen.`;
    };
    const note = element("p", { className: "note" });
    note.setAttribute("role", "status");
    text.after(note);
    text.addEventListener("paste", (event) => take(event.clipboardData?.files, event));
    paste.addEventListener("dragover", (event) => { event.preventDefault(); paste.classList.add("over"); });
    paste.addEventListener("dragleave", () => paste.classList.remove("over"));
    paste.addEventListener("drop", (event) => { paste.classList.remove("over"); take(event.dataTransfer?.files, event); });

    const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
    const toLink = async (shared) => {
      const packed = await through(new TextEncoder().encode(shared), new CompressionStream("deflate-raw"));
      const letters = packed.reduce((all, byte) => all + String.fromCharCode(byte), "");
      return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    };
    const fromLink = async (packed) => {
      const letters = atob(packed.replace(/-/g, "+").replace(/_/g, "/"));
      const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
      return new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw")));
    };
    const SECRET = /^([<>*\s]*(?:(?:proxy-)?authorization|(?:set-)?cookie|x-api-key|x-auth-token)\s*:).*$/gim;
    if (window.CompressionStream) {
      const button = element("button", { type: "button", className: "second", textContent: "Make a link" });
      button.addEventListener("click", async () => {
        if (!text.value.trim()) { note.textContent = "Paste a response first."; return; }
        history.replaceState(null, "", "#text=" + (await toLink(text.value.replace(SECRET, "$1 (removed)"))));
        await navigator.clipboard?.writeText(location.href).catch(() => {});
        note.textContent = "The address of this page now holds the text, without the fields that carry credentials. Check it for other secrets before you share it.";
      });
      paste.querySelector("button[type=submit]").after(button);
      if (location.hash.startsWith("#text=")) fromLink(location.hash.slice(6)).then(
        (shared) => { text.value = shared; note.textContent = "The text comes from the link. Nothing has been sent yet."; },
        () => { note.textContent = "The link does not hold a text that can be read."; },
      );
    }
  }
})();
