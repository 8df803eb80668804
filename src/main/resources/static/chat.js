// The chat: sends what a person writes, shows what Saring answers. Every text enters the page by textContent only.
const MESSAGES = "/chat/messages";
const UNSENT = "saring.unsent"; // of this tab only: nothing written is lost to a bad connection or a reload
const ANSWER_DUE_MS = 45_000;
const SEND_TIMEOUT_MS = 15_000;

const chat = document.getElementById("chat");
const [log, examples, typing, notice, composer, field] =
    ["log", "examples", "typing", "notice", "composer", "text"].map((id) => document.getElementById(id));
const own = new Map(); // id of a person's message -> its bubble
const answered = new Set();
const due = new Set(); // ids of messages whose answer is awaited
let last = 0;
let turn = Promise.resolve();
let listening = false;

// --- Drawing ---

function make(tag, className, text = "") {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
}

function isWebAddress(address) {
    return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

function drawPart({ style, text, url }) {
    if (style === "LINK" && isWebAddress(url)) {
        const link = make("a", "", text);
        Object.assign(link, { href: url, target: "_blank", rel: "noopener" });
        return link;
    }
    const tag = { BOLD: "strong", ITALIC: "em" }[style];
    return tag ? make(tag, "", text) : document.createTextNode(text);
}

function addBubble(author, className) {
    const bubble = make("div", `bubble ${author}`);
    bubble.append(make("span", "unseen", `${chat.dataset[author]} `));
    bubble.classList.add(...className.split(" ").filter(Boolean));
    log.append(bubble);
    examples.hidden = true;
    return bubble;
}

/** The answer's first bold words are the verdict; they become the coloured label. */
function drawAnswer(message) {
    const bubble = addBubble("saring", message.verdict ? `tinted-${message.verdict}` : "");
    bubble.lang = message.language ?? "";
    bubble.append(...message.text.map(drawPart));
    if (message.verdict) {
        bubble.querySelector("strong")?.classList.add("verdict", `verdict-${message.verdict}`);
    }
    if (message.buttons.length > 0) {
        const row = make("div", "buttons");
        row.lang = bubble.lang;
        row.append(...message.buttons.map(drawButton));
        log.append(row);
    }
    return bubble;
}

function drawButton({ label, data }) {
    const button = make("button", "", label);
    button.type = "button";
    button.addEventListener("click", () => send({ id: newId(), press: data, title: label }));
    return button;
}

function drawOwn(message) {
    const bubble = own.get(message.id) ?? addBubble("person", "");
    if (!own.has(message.id)) {
        bubble.append(message.text ?? message.title);
        own.set(message.id, bubble);
    }
    return bubble;
}

function reveal(element) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const tall = element.offsetHeight > innerHeight * 0.5;
    element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: tall ? "start" : "nearest" });
}

function say(text) {
    notice.textContent = text;
    notice.hidden = !text;
}

function drawTyping() {
    typing.hidden = due.size === 0;
}

// --- Sending ---

/** Like crypto.randomUUID, which plain http pages do not have. */
function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function unsent() {
    return JSON.parse(sessionStorage.getItem(UNSENT) ?? "[]");
}

function remember(message, isUnsent) {
    const others = unsent().filter(({ id }) => id !== message.id);
    sessionStorage.setItem(UNSENT, JSON.stringify(isUnsent ? [...others, message] : others));
}

/** Messages go one after the other: so they stay in order, and the first answer's cookie makes them one chat. */
function send(message) {
    remember(message, true);
    say("");
    const bubble = drawOwn(message);
    bubble.classList.remove("unsent");
    bubble.classList.add("sending");
    bubble.querySelector(".failure-note")?.remove();
    reveal(bubble);
    turn = turn.then(() => post(message));
}

async function post(message) {
    try {
        const response = await fetch(MESSAGES, {
            method: "POST",
            headers: { "Content-Type": "application/json", Accept: "application/json" },
            body: JSON.stringify(message),
            signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
        });
        if (response.ok) {
            sent(message);
        } else if (response.status < 500 && response.status !== 408 && response.status !== 429) {
            refused(message, await response.json());
        } else {
            failed(message);
        }
    } catch {
        failed(message);
    }
}

function sent(message) {
    remember(message, false);
    own.get(message.id).classList.remove("sending");
    expectAnswer(message.id, ANSWER_DUE_MS);
    listen();
}

/** Sending it again would not help: the text goes back into the field. */
function refused(message, problem) {
    remember(message, false);
    own.get(message.id).remove();
    own.delete(message.id);
    field.value ||= message.text ?? "";
    grow();
    say(problem.detail ?? chat.dataset.failed);
}

function failed(message) {
    const bubble = own.get(message.id);
    const note = make("div", "failure-note", chat.dataset.unsent);
    note.setAttribute("role", "alert");
    const retry = make("button", "retry", chat.dataset.retry);
    retry.type = "button";
    retry.addEventListener("click", () => {
        field.focus();
        send(message);
    });
    note.append(retry);
    bubble.classList.replace("sending", "unsent");
    bubble.append(note);
    reveal(bubble);
}

function expectAnswer(id, withinMs) {
    if (answered.has(id)) {
        return;
    }
    due.add(id);
    drawTyping();
    setTimeout(() => {
        if (due.delete(id)) {
            drawTyping();
            say(chat.dataset.slow);
        }
    }, withinMs);
}

// --- Receiving ---

async function fetchNews(isFirst) {
    const response = await fetch(`${MESSAGES}?after=${last}&wait=${!isFirst}`, { headers: { Accept: "application/json" } });
    if (!response.ok) {
        throw new Error(`status ${response.status}`);
    }
    return response.json();
}

function receive({ seq, at, message }) {
    last = Math.max(last, seq);
    if (message.author === "PERSON") {
        const bubble = drawOwn({ id: message.id, text: message.text.map(({ text }) => text).join("") });
        bubble.classList.remove("sending", "unsent");
        bubble.querySelector(".failure-note")?.remove();
        remember(message, false);
        const left = ANSWER_DUE_MS - (Date.now() - Date.parse(at));
        if (left > 0 && !due.has(message.id)) {
            expectAnswer(message.id, left);
        }
        return bubble;
    }
    answered.add(message.id);
    if (due.delete(message.id)) {
        say("");
    }
    return drawAnswer(message);
}

function welcomeBack(bubbles) {
    unsent().forEach((message) => {
        drawOwn(message).classList.add("sending");
        failed(message);
    });
    log.setAttribute("aria-busy", "false");
    log.setAttribute("aria-live", "polite");
    bubbles.at(-1)?.scrollIntoView({ block: "nearest" });
}

/** Asks for news for as long as there is a chat; the server holds each request until there is some. */
async function listen() {
    if (listening) {
        return;
    }
    listening = true;
    let isFirst = log.getAttribute("aria-busy") === "true";
    for (let failures = 0; listening; ) {
        try {
            const news = await fetchNews(isFirst);
            const bubbles = news.messages.map(receive);
            drawTyping();
            if (failures > 0) {
                say("");
            }
            if (isFirst) {
                welcomeBack(bubbles);
            } else if (bubbles.length > 0) {
                reveal(bubbles.at(-1));
            }
            isFirst = false;
            failures = 0;
            listening = news.chat;
        } catch {
            failures += 1;
            say(chat.dataset.offline);
            await pause(Math.min(15_000, 500 * 2 ** failures));
        }
    }
}

function pause(ms) {
    return new Promise((resume) => {
        setTimeout(resume, ms);
        addEventListener("online", resume, { once: true });
    });
}

// --- Writing ---

/** For browsers that do not yet know field-sizing. */
function grow() {
    if (!CSS.supports("field-sizing", "content")) {
        field.style.height = "auto";
        field.style.height = `${field.scrollHeight + 3}px`;
    }
}

function lengthProblem(text) {
    const [length, max] = [Array.from(text).length, Number(chat.dataset.max)];
    const shown = (number) => number.toLocaleString(document.documentElement.lang);
    return length > max ? chat.dataset.tooLong.replace("{0}", shown(length)).replace("{1}", shown(max)) : "";
}

function submit(event) {
    event.preventDefault();
    const example = event.submitter?.name === "example" ? event.submitter.value : "";
    const text = example || field.value.trim();
    const problem = text ? lengthProblem(text) : chat.dataset.empty;
    say(problem);
    field.focus({ preventScroll: true });
    if (!problem) {
        if (!example) {
            field.value = "";
            grow();
        }
        send({ id: newId(), text });
    }
}

composer.addEventListener("submit", submit);
field.addEventListener("input", grow);
field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        composer.requestSubmit();
    }
});
log.setAttribute("aria-live", "off"); // history is not read aloud
listen();
