// Filters rows that are all in the page already: without this script nothing is missing, only the filters.
(() => {
  "use strict";
  const root = document.documentElement;
  const REMEMBERED = "plancompare-colours";
  const FILTERS = ["q", "theme", "plan", "state", "status"];
  const MOST_MARKED = 2000; // found words that are marked; more would be a coloured page
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

  // colours: as the system has them, unless the reader chose; storage may be closed to pages from disk
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const remembered = () => {
    try {
      return localStorage.getItem(REMEMBERED);
    } catch {
      return null;
    }
  };
  const remember = (colours) => {
    try {
      localStorage.setItem(REMEMBERED, colours);
    } catch {
      // it lasts as long as the page does
    }
  };
  const chosen = remembered();
  if (chosen === "dark" || chosen === "light") root.dataset.colours = chosen;
  const isDark = () => (root.dataset.colours ? root.dataset.colours === "dark" : dark.matches);

  const startColours = () => {
    const button = $("ui-dark");
    const tell = () => button.setAttribute("aria-pressed", String(isDark()));
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.colours = isDark() ? "light" : "dark";
      remember(root.dataset.colours);
      tell();
    });
    dark.addEventListener("change", tell);
    tell();
  };

  // tables that fit keep their heads in sight; wider ones can be scrolled by keyboard
  const startTables = () => {
    const boxes = all(".scroll");
    const tell = () => {
      const fit = boxes.map((box) => box.scrollWidth <= box.clientWidth + 1);
      boxes.forEach((box, place) => {
        box.classList.toggle("fits", fit[place]);
        if (fit[place]) {
          for (const name of ["tabindex", "role", "aria-labelledby"]) box.removeAttribute(name);
        } else {
          box.tabIndex = 0;
          box.setAttribute("role", "region");
          box.setAttribute("aria-labelledby", box.querySelector("table").getAttribute("aria-labelledby"));
        }
      });
    };
    let width = 0;
    const seen = new ResizeObserver(() => {
      if (width !== root.clientWidth) tell();
      width = root.clientWidth;
    });
    seen.observe(root);
  };

  // the contents say where one is
  const startContents = () => {
    const links = new Map(all("nav a").map((link) => [idOf(link.hash), link]));
    const seen = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (!entry.isIntersecting) continue;
          links.forEach((link) => link.removeAttribute("aria-current"));
          links.get(entry.target.id)?.setAttribute("aria-current", "location");
        }
      },
      { rootMargin: "-15% 0px -80% 0px" },
    );
    all(".chapter").forEach((chapter) => seen.observe(chapter));
  };

  const idOf = (hash) => {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return "";
    }
  };
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  const startRows = () => {
    const bar = $("ui-bar");
    const pane = $("ui-rows");
    const chapter = pane.closest(".chapter");
    const control = Object.fromEntries(FILTERS.map((name) => [name, $(`ui-${name}`)]));
    const views = all(".view button");
    const sections = all(".theme", pane).map((el) => ({
      el,
      rows: all(".row", el).map((row) => ({
        el: row,
        theme: el.dataset.theme,
        status: row.dataset.status,
        states: new Map(all("[data-plan]", row).map((cell) => [cell.dataset.plan, cell.dataset.state])),
        text: null,
      })),
    }));
    const rows = sections.flatMap((section) => section.rows);
    const cells = all("#ui-heat a");

    // words of blanks are not searched: every row has them
    const textOf = (row) =>
      (row.text ??= plain(all(".what, dd[id]", row.el).map((part) => part.textContent).join("\n")));
    const words = () => plain(control.q.value).split(/\s+/).filter(Boolean);
    const current = () => Object.fromEntries(FILTERS.map((name) => [name, control[name].value.trim()]));
    const view = () => pane.dataset.view;

    const matches = (row, wanted, terms) => {
      if (wanted.theme && row.theme !== wanted.theme) return false;
      if (wanted.status && row.status !== wanted.status) return false;
      if (wanted.state) {
        if (wanted.plan && row.states.get(wanted.plan) !== wanted.state) return false;
        if (!wanted.plan && !Array.from(row.states.values()).includes(wanted.state)) return false;
      }
      return terms.every((term) => textOf(row).includes(term));
    };

    const apply = () => {
      const wanted = current();
      const terms = words();
      const filtered = FILTERS.some((name) => wanted[name]);
      let count = 0;
      for (const section of sections) {
        let shown = 0;
        for (const row of section.rows) {
          const shows = matches(row, wanted, terms);
          if (row.el.hidden === shows) row.el.hidden = !shows;
          if (shows) shown += 1;
        }
        section.el.hidden = !shown;
        count += shown;
      }
      const told = { n: count, all: rows.length, told: inWords() };
      $("ui-count").textContent = filled($("ui-count").dataset.text, told);
      $("ui-printed").textContent = filled($("ui-printed").dataset.text, told);
      $("ui-printed").hidden = !filtered;
      $("ui-none").hidden = count > 0;
      $("ui-clear").hidden = !filtered;
      for (const name of FILTERS) control[name].classList.toggle("set", Boolean(wanted[name]));
      for (const cell of cells) {
        const { theme, plan = "", state = "" } = cell.dataset;
        const here = filtered && theme === wanted.theme && plan === wanted.plan && (!plan || state === wanted.state);
        if (here) cell.setAttribute("aria-current", "true");
        else cell.removeAttribute("aria-current");
      }
      mark(terms);
    };

    const inWords = () =>
      FILTERS.filter((name) => control[name].value.trim())
        .map((name) => (name === "q" ? `“${control.q.value.trim()}”` : control[name].selectedOptions[0].textContent))
        .join(" · ");

    // found words are marked without touching the document
    const mark = (terms) => {
      if (!window.Highlight || !CSS.highlights) return;
      CSS.highlights.delete("found");
      if (!terms.length) return;
      const ranges = [];
      for (const row of rows) {
        if (row.el.hidden || ranges.length > MOST_MARKED) continue;
        const walker = document.createTreeWalker(row.el, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.data.toLowerCase();
          for (const term of terms) {
            for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
              if (at + term.length > node.length) break;
              const range = new Range();
              range.setStart(node, at);
              range.setEnd(node, at + term.length);
              ranges.push(range);
            }
          }
        }
      }
      CSS.highlights.set("found", new Highlight(...ranges));
    };

    const show = (name) => {
      pane.dataset.view = name === "side" ? "side" : "list";
      for (const button of views) button.setAttribute("aria-pressed", String(button.dataset.view === view()));
      if (view() === "side") {
        pane.tabIndex = 0;
        pane.setAttribute("role", "region");
        pane.setAttribute("aria-label", pane.dataset.label);
      } else {
        for (const attribute of ["tabindex", "role", "aria-label"]) pane.removeAttribute(attribute);
      }
    };

    // the address holds what is shown
    const address = (values) => {
      const told = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
      return String(told);
    };
    const write = () => {
      const told = address({ ...current(), view: view() === "side" ? "side" : "" });
      try {
        history.replaceState(null, "", told ? `#${told}` : location.href.split("#")[0]);
      } catch {
        if (told) location.hash = told;
      }
    };
    const restore = () => {
      const told = new URLSearchParams(location.hash.slice(1));
      if (![...FILTERS, "view"].some((name) => told.has(name))) return false;
      for (const name of FILTERS) {
        control[name].value = told.get(name) ?? "";
        if (control[name].value !== (told.get(name) ?? "")) control[name].value = "";
      }
      if (told.has("view")) show(told.get("view"));
      apply();
      return true;
    };
    const arrive = () => {
      chapter.scrollIntoView();
      chapter.querySelector("h2").focus({ preventScroll: true });
    };
    const follow = () => {
      if (restore()) arrive();
      else reveal();
    };
    // a link to a row that is filtered away: the filters give way. Rows out of sight have estimated heights until they
    // are drawn, so that one scrolls twice.
    const reveal = () => {
      const target = $(idOf(location.hash));
      if (!target || !pane.contains(target)) return;
      if (target.closest("[hidden]")) clear(false);
      target.scrollIntoView();
      requestAnimationFrame(() => requestAnimationFrame(() => target.scrollIntoView()));
    };

    const clear = (writing = true) => {
      for (const name of FILTERS) control[name].value = "";
      apply();
      if (writing) write();
    };

    let waiting = 0;
    const soon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        apply();
        write();
      }, 120);
    };
    control.q.addEventListener("input", soon);
    bar.addEventListener("change", (event) => {
      if (event.target === control.q) return;
      if (event.target === control.plan && control.plan.value && !control.state.value) control.state.value = "made";
      apply();
      write();
    });
    bar.addEventListener("submit", (event) => event.preventDefault());
    $("ui-clear").addEventListener("click", () => {
      clear();
      control.q.focus();
    });
    $("ui-more").addEventListener("click", (event) => {
      const open = bar.classList.toggle("open");
      event.currentTarget.setAttribute("aria-expanded", String(open));
    });
    for (const button of views) {
      button.addEventListener("click", () => {
        show(button.dataset.view);
        write();
      });
    }
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const typing = event.target.closest("input, select, textarea");
      if (event.key === "/" && !typing) {
        event.preventDefault();
        control.q.focus();
        control.q.select();
      } else if (event.key === "Escape" && FILTERS.some((name) => control[name].value)) {
        event.preventDefault();
        clear();
      }
    });
    window.addEventListener("hashchange", follow);

    // cells of the heatmap are links to what they filter, so that they can be copied
    for (const cell of cells) {
      const { theme, plan, state } = cell.dataset;
      cell.href = `#${address({ theme, plan, state })}`;
      cell.addEventListener("click", () => {
        if (location.hash === cell.hash) follow();
      });
    }

    for (const part of all(".scripted")) part.hidden = false;
    const measure = () => root.style.setProperty("--bar", `${bar.offsetHeight}px`);
    new ResizeObserver(measure).observe(bar);
    show("list");
    apply();
    measure();
    follow();
  };

  // one stop for Tab, arrows from cell to cell
  const startHeatmap = () => {
    const heat = $("ui-heat");
    const lines = all("tbody tr", heat)
      .map((line) => all("a", line))
      .filter((line) => line.length);
    const stop = (cell) => {
      for (const other of all("a", heat)) other.tabIndex = other === cell ? 0 : -1;
    };
    if (!lines.length) return;
    stop(lines[0][0]);
    heat.addEventListener("focusin", (event) => {
      if (event.target.matches("a")) stop(event.target);
    });
    heat.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const down = lines.findIndex((line) => line.includes(event.target));
      if (down < 0) return;
      const along = lines[down].indexOf(event.target);
      const to = {
        ArrowUp: [down - 1, along],
        ArrowDown: [down + 1, along],
        ArrowLeft: [down, along - 1],
        ArrowRight: [down, along + 1],
        Home: [down, 0],
        End: [down, lines[down].length - 1],
      }[event.key];
      if (!to) return;
      event.preventDefault();
      lines[to[0]]?.[to[1]]?.focus();
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    startColours();
    startTables();
    startContents();
    if ($("ui-heat") && $("ui-rows")) startHeatmap();
    if ($("ui-rows")) startRows();
  });
})();
