// The page of vtkhdf view. It asks this machine only, and shows what it is told as text, never as HTML.

const AXES = ["x", "y", "z"];
/** The two axes of the plane across each: the fast one to the right, the slow one upwards. */
const ACROSS = { x: ["y", "z"], y: ["x", "z"], z: ["x", "y"] };
/** Of an array that is read from its beginning: above this a plane that needs all of it is read if that is wanted. */
const MUCH = 256e6;
const POLL_MILLISECONDS = 1500;
/** Beyond this a plane would be a line. */
const LONGEST_TO_SHORTEST = 8;

const token = document.documentElement.dataset.token;
history.replaceState(null, "", `/?token=${token}`);

const element = (id) => document.getElementById(id);
const pageId = Math.random().toString(36).slice(2);
const at = { x: 0, y: 0, z: 0 };
let image = null;
let array = null;
let serial = 0;
let lastState = 0;

class Refusal extends Error {
  constructor(status, line) {
    super(line);
    this.status = status;
  }
}

async function ask(path, parameters, signal) {
  let reply;
  try {
    reply = await fetch(`api/${path}?${new URLSearchParams(parameters)}`, {
      headers: { Authorization: `Bearer ${token}` },
      signal,
    });
  } catch (failure) {
    throw failure.name === "AbortError" ? failure : new Refusal(0, "vtkhdf view gives no answer: it has ended");
  }
  if (!reply.ok) {
    throw new Refusal(reply.status, await reply.text());
  }
  return reply;
}

/** Runs the latest of what it is given; what came before is given up. */
class Latest {
  #controller = null;

  async run(work) {
    this.#controller?.abort();
    const mine = new AbortController();
    this.#controller = mine;
    try {
      await work(mine.signal);
      return null;
    } catch (failure) {
      const isGivenUp = mine.signal.aborted || failure.status === 409;
      return isGivenUp ? null : failure.message;
    }
  }
}

function option(value, text, isDisabled = false) {
  const made = new Option(text, value);
  made.disabled = isDisabled;
  return made;
}

function number(value) {
  return value === 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7)
    ? String(Number(value.toPrecision(6)))
    : value.toExponential(5).replace(/\.?0+e/, "e");
}

const arrayKey = (one) => `${one.association}:${one.name}`;
const size = (axis) => array.dimensions[AXES.indexOf(axis)];
const spacing = (axis) => image.spacing[AXES.indexOf(axis)];
const within = (value, count) => Math.min(Math.max(value, 0), count - 1);

function common() {
  const parameters = { page: pageId, serial: ++serial, step: image.step, association: array.association, array: array.name };
  if (element("component").value !== "") {
    parameters.component = element("component").value;
  }
  return parameters;
}

class Plane {
  #latest = new Latest();
  #wanted = null;
  shown = null;

  constructor(axis) {
    this.axis = axis;
    [this.fast, this.slow] = ACROSS[axis];
    const figure = element("plane").content.cloneNode(true).firstElementChild;
    this.figure = figure;
    figure.id = `plane-${axis}`;
    const find = (selector) => figure.querySelector(selector);
    this.picture = find(".picture");
    this.canvas = find(".picture canvas");
    this.error = find(".error");
    this.note = find(".note");
    this.index = find(".index");
    this.number = find(".index-number");
    this.last = find(".last");
    this.read = find(".read");
    this.scale = find(".scale");
    this.low = find(".low");
    this.high = find(".high");
    this.across = find(".across");
    this.upwards = find(".upwards");
    find("figcaption").textContent = `Across ${axis}: ${this.fast} to the right, ${this.slow} upwards`;
    this.picture.setAttribute(
      "aria-label",
      `Plane across ${axis}. Arrows move the point, page up and page down change the plane, home and end go to the first and last.`,
    );
    this.index.setAttribute("aria-label", `Plane along ${axis}`);
    this.number.setAttribute("aria-label", `Plane along ${axis}, as a number`);
    for (const input of [this.index, this.number]) {
      input.addEventListener("input", () => {
        if (input.value !== "") {
          move({ [axis]: Number(input.value) });
        }
      });
    }
    this.number.addEventListener("change", () => this.place());
    this.picture.addEventListener("pointermove", (event) => showUnder(this.indexOf(event)));
    this.picture.addEventListener("pointerleave", () => showUnder(null));
    this.picture.addEventListener("click", (event) => move(this.indexOf(event)));
    this.picture.addEventListener("keydown", (event) => this.key(event));
    this.read.addEventListener("click", () => {
      this.#wanted = array;
      this.draw();
      this.picture.focus();
    });
    element("planes").append(figure);
  }

  /** Where a pointer is, as indices. */
  indexOf(event) {
    const box = this.canvas.getBoundingClientRect();
    const part = (distance, length, axis, isBackwards) => {
      const index = within(Math.floor((distance / length) * size(axis)), size(axis));
      return isBackwards ? size(axis) - 1 - index : index;
    };
    return {
      [this.axis]: at[this.axis],
      [this.fast]: part(event.clientX - box.left, box.width, this.fast, spacing(this.fast) < 0),
      [this.slow]: part(event.clientY - box.top, box.height, this.slow, spacing(this.slow) >= 0),
    };
  }

  key(event) {
    const way = (axis) => (spacing(axis) < 0 ? -1 : 1);
    const moves = {
      ArrowRight: { [this.fast]: at[this.fast] + way(this.fast) },
      ArrowLeft: { [this.fast]: at[this.fast] - way(this.fast) },
      ArrowUp: { [this.slow]: at[this.slow] + way(this.slow) },
      ArrowDown: { [this.slow]: at[this.slow] - way(this.slow) },
      PageUp: { [this.axis]: at[this.axis] + 1 },
      PageDown: { [this.axis]: at[this.axis] - 1 },
      Home: { [this.axis]: 0 },
      End: { [this.axis]: size(this.axis) - 1 },
    };
    if (moves[event.key] && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      move(moves[event.key]);
    }
  }

  /** Sets sliders and lines to where the point is. */
  place() {
    const last = size(this.axis) - 1;
    for (const input of [this.index, this.number]) {
      input.max = last;
      if (input.value !== String(at[this.axis])) {
        input.value = at[this.axis];
      }
    }
    this.last.textContent = `of 0 to ${last}`;
    const middle = (axis) => ((at[axis] + 0.5) / size(axis)) * 100;
    const fast = middle(this.fast);
    const slow = middle(this.slow);
    this.upwards.style.left = `${spacing(this.fast) < 0 ? 100 - fast : fast}%`;
    this.across.style.top = `${spacing(this.slow) < 0 ? slow : 100 - slow}%`;
  }

  /** In true proportions, unless one edge would be too short to be seen. */
  shape() {
    const length = (axis) => size(axis) * (Math.abs(spacing(axis)) || 1);
    const ratio = length(this.fast) / length(this.slow);
    const shown = Math.min(Math.max(ratio, 1 / LONGEST_TO_SHORTEST), LONGEST_TO_SHORTEST);
    this.picture.style.aspectRatio = String(shown);
    this.picture.style.width = `min(100%, ${70 * shown}vh)`;
    return shown === ratio ? "" : "not to scale";
  }

  async draw() {
    this.place();
    const isDear = this.axis !== "z" && array.wholeBytes > MUCH && this.#wanted !== array;
    this.read.hidden = !isDear;
    this.picture.hidden = isDear;
    if (isDear) {
      this.read.textContent = `Read this plane: that takes the whole array, ${number(array.wholeBytes / 1e9)} GB`;
      this.error.textContent = "";
      return;
    }
    const index = at[this.axis];
    const fault = await this.#latest.run(async (signal) => {
      const busy = setTimeout(() => this.figure.setAttribute("aria-busy", "true"), 300);
      try {
        await this.#load(index, signal);
      } finally {
        clearTimeout(busy);
        if (!signal.aborted) {
          this.figure.removeAttribute("aria-busy");
        }
      }
    });
    if (fault !== null) {
      this.error.textContent = fault;
      this.figure.dataset.shown = "";
    }
  }

  async #load(index, signal) {
    const parameters = { ...common(), axis: this.axis, index, map: element("map").value };
    if (element("log").checked) {
      parameters.log = 1;
    }
    const range = element("range").value;
    if (range === "fixed") {
      parameters.min = element("min").value;
      parameters.max = element("max").value;
    } else if (range === "most") {
      parameters.min = "2%";
      parameters.max = "98%";
    }
    const reply = await ask("plane", parameters, signal);
    const bitmap = await createImageBitmap(await reply.blob());
    if (signal.aborted) {
      return;
    }
    this.shown = JSON.parse(reply.headers.get("Vtkhdf-Plane"));
    const canvas = this.canvas;
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    const context = canvas.getContext("2d");
    context.setTransform(
      spacing(this.fast) < 0 ? -1 : 1,
      0,
      0,
      spacing(this.slow) < 0 ? -1 : 1,
      spacing(this.fast) < 0 ? canvas.width : 0,
      spacing(this.slow) < 0 ? canvas.height : 0,
    );
    context.drawImage(bitmap, 0, 0);
    const hasRange = "min" in this.shown;
    this.scale.parentElement.hidden = !hasRange;
    this.low.textContent = hasRange ? number(this.shown.min) : "";
    this.high.textContent = hasRange ? number(this.shown.max) : "";
    this.note.textContent = [this.shape(), this.shown.note].filter((text) => text !== "").join(", ");
    this.error.textContent = "";
    // What is shown, for whoever looks at the page from outside.
    this.figure.dataset.shown = `${parameters.array} ${index} step ${parameters.step} state ${image.state}`;
  }

  paintScale(colours) {
    this.scale.width = colours.length;
    this.scale.height = 1;
    const context = this.scale.getContext("2d");
    colours.forEach((colour, i) => {
      context.fillStyle = `#${colour.toString(16).padStart(6, "0")}`;
      context.fillRect(i, 0, 1, 1);
    });
  }
}

const planes = AXES.map((axis) => new Plane(axis));

const valueOfPoint = new Latest();
let underWanted = null;
let isUnderAsked = false;

function words(place, reply) {
  const values = reply.values.map((value, i) => {
    const name = array.componentNames[i];
    return name ? `${name} ${value}` : value;
  });
  const position = reply.position.map((value, i) => `${AXES[i]} ${value === null ? "-" : number(value)}`);
  return `(${place.x}, ${place.y}, ${place.z}) at ${position.join(", ")}: ${values.join(", ")}`;
}

async function showPoint() {
  const place = { ...at };
  const fault = await valueOfPoint.run(async (signal) => {
    const reply = await ask("value", { ...common(), page: `${pageId}-point`, ...place }, signal);
    const value = await reply.json();
    if (!signal.aborted) {
      element("point").textContent = `Point ${words(place, value)}`;
    }
  });
  if (fault !== null) {
    element("point").textContent = `Point (${place.x}, ${place.y}, ${place.z}): ${fault}`;
  }
}

/** The value under the pointer: one question at a time, the next about where it is then. */
async function showUnder(place) {
  underWanted = place;
  if (isUnderAsked || array === null) {
    return;
  }
  isUnderAsked = true;
  while (underWanted !== null) {
    const asked = underWanted;
    let text;
    try {
      text = `Under the pointer ${words(asked, await (await ask("value", { ...common(), ...asked })).json())}`;
    } catch (failure) {
      text = failure.status === 409 ? "" : failure.message;
    }
    element("under").textContent = underWanted === null ? "" : text;
    if (underWanted === asked) {
      break;
    }
  }
  if (underWanted === null) {
    element("under").textContent = "";
  }
  isUnderAsked = false;
}

function move(places) {
  if (array === null) {
    return;
  }
  const moved = Object.keys(places).filter((axis) => {
    const index = within(Math.trunc(places[axis]), size(axis));
    const isMoved = index !== at[axis];
    at[axis] = index;
    return isMoved;
  });
  for (const plane of planes) {
    if (moved.includes(plane.axis)) {
      plane.draw();
    } else {
      plane.place();
    }
  }
  if (moved.length > 0) {
    showPoint();
  }
}

function drawAll() {
  if (array === null) {
    return;
  }
  // What costs the least, first.
  for (const plane of planes.toReversed()) {
    plane.draw();
  }
  showPoint();
}

async function showScale() {
  try {
    const colours = await (await ask("colours", { map: element("map").value })).json();
    planes.forEach((plane) => plane.paintScale(colours));
  } catch (failure) {
    element("error").textContent = failure.message;
  }
}

function chooseArray() {
  const before = array === null ? null : array.dimensions.join();
  array = image.arrays.find((one) => arrayKey(one) === element("array").value) ?? null;
  if (array === null) {
    return;
  }
  for (const axis of AXES) {
    at[axis] = before === null ? Math.floor(size(axis) / 2) : within(at[axis], size(axis));
  }
  const component = element("component");
  const chosen = component.value;
  const isColour = array.type === "UInt8" && (array.components === 3 || array.components === 4);
  component.replaceChildren(
    ...(isColour ? [option("", "colours"), option("magnitude", "magnitude")] : [option("", "magnitude")]),
    ...Array.from({ length: array.components }, (_, i) => option(i, `${i} ${array.componentNames[i] ?? ""}`.trim())),
  );
  component.value = [...component.options].some((one) => one.value === chosen) ? chosen : "";
  element("component-row").hidden = array.components === 1;
  if (array.components === 1) {
    component.value = "";
  }
  showGeometry();
}

function showGeometry() {
  const list = (values) => values.map((value) => (value === null ? "-" : number(value))).join(", ");
  const rows = {
    Points: image.dimensions.join(" x "),
    Extent: image.extent.join(", "),
    Origin: list(image.origin),
    Spacing: list(image.spacing),
    Direction: list(image.direction),
    Bounds: list(image.bounds),
    Array: `${array.type}, ${array.dimensions.join(" x ")} ${array.association === "cell" ? "cells" : "points"}, components: ${array.components}`,
  };
  element("geometry").replaceChildren(
    ...Object.entries(rows).flatMap(([name, text]) => {
      const term = document.createElement("dt");
      term.textContent = name;
      const said = document.createElement("dd");
      said.textContent = text;
      return [term, said];
    }),
  );
}

function showImage() {
  element("file").textContent = image.file;
  document.title = `${image.file.split(/[\\/]/).pop()} - vtkhdf view`;
  element("unfinished").textContent = image.unfinished ?? "";
  const choice = element("array");
  const chosen = choice.value;
  choice.replaceChildren(
    ...image.arrays.map((one) => option(arrayKey(one), `${one.name} (${one.association})`)),
    ...image.unreadable
      .filter((one) => one.association !== "field")
      .map((one) => option(arrayKey(one), `${one.name} (${one.association}): cannot be read`, true)),
  );
  if (image.arrays.some((one) => arrayKey(one) === chosen)) {
    choice.value = chosen;
  }
  const notes = [...image.unreadable.map((one) => one.reason), ...image.notes];
  element("notes").replaceChildren(
    ...notes.map((note) => {
      const item = document.createElement("li");
      item.textContent = note;
      return item;
    }),
  );
  element("notes-row").hidden = notes.length === 0;
  const steps = image.times?.length ?? 1;
  element("step-row").hidden = steps === 1;
  for (const id of ["step", "step-number"]) {
    element(id).max = steps - 1;
    element(id).value = image.step;
  }
  element("time").textContent = image.times ? `of 0 to ${steps - 1}, time ${image.times[image.step]}` : "";
  const map = element("map");
  if (map.options.length === 0) {
    map.replaceChildren(...image.colourMaps.map((name) => option(name, name)));
    showScale();
  }
  chooseArray();
  if (array === null) {
    element("error").textContent = `${image.file}: there is no point or cell array that can be read`;
  }
}

const loading = new Latest();

async function load(step) {
  const fault = await loading.run(async (signal) => {
    const reply = await (await ask("image", { step }, signal)).json();
    if (signal.aborted) {
      return;
    }
    image = reply;
    lastState = image.state;
    element("error").textContent = "";
    showImage();
    drawAll();
  });
  if (fault !== null) {
    element("error").textContent = fault;
  }
}

function lastStep() {
  return image === null ? 0 : image.step;
}

async function poll() {
  try {
    if (!document.hidden) {
      const state = await (await ask("state", {})).json();
      if (state.error !== "") {
        element("error").textContent = state.error;
        lastState = 0;
      } else if (state.state !== lastState) {
        lastState = state.state;
        await load(lastStep());
      }
    }
  } catch (failure) {
    element("error").textContent = failure.message;
    lastState = 0;
  }
  setTimeout(poll, POLL_MILLISECONDS);
}

element("controls").addEventListener("submit", (event) => event.preventDefault());
element("array").addEventListener("change", () => {
  chooseArray();
  drawAll();
});
element("component").addEventListener("change", drawAll);
element("log").addEventListener("change", drawAll);
element("map").addEventListener("change", () => {
  showScale();
  drawAll();
});
for (const id of ["step", "step-number"]) {
  element(id).addEventListener("input", (event) => {
    if (event.target.value !== "") {
      load(within(Math.trunc(Number(event.target.value)), image.times.length));
    }
  });
}
element("range").addEventListener("change", () => {
  const isFixed = element("range").value === "fixed";
  const shown = planes.map((plane) => plane.shown).filter((one) => one !== null && "min" in one);
  if (isFixed && shown.length > 0) {
    element("min").value = Math.min(...shown.map((one) => one.min));
    element("max").value = Math.max(...shown.map((one) => one.max));
  }
  element("min").hidden = !isFixed;
  element("max").hidden = !isFixed;
  drawAll();
});
for (const id of ["min", "max"]) {
  element(id).addEventListener("change", drawAll);
}

await load(0);
setTimeout(poll, POLL_MILLISECONDS);
