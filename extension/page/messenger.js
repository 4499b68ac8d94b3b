/** The support chat: one composer; the topic is the path of clicked replies. */

/** @type {Adapter} */
const messengerAdapter = {
  page: "messenger",
  // Buyers' chats and notices have another group: there we stay silent.
  isFor: (url) => MESSENGER.path.test(url.pathname) && url.searchParams.get("group") === MESSENGER.group,
  find: findMessenger,
};

/** @returns {View | "unsure" | null} */
function findMessenger() {
  const writable = [...document.querySelectorAll("textarea")].filter((area) => isShown(area) && isWritable(area));
  const open = writable.filter((area) => !area.closest('[role="search"]'));
  if (!open.length) return null;
  const certain = open.filter((area) => composerAnchors(area) >= 2);
  const [composer] = certain;
  if (!composer || certain.length > 1) return "unsure";
  const view = new MessengerView(composer);
  return view.isSilent() ? null : view;
}

/** @param {Element} area @returns {number} how many anchors agree that this is the composer */
function composerAnchors(area) {
  const rect = area.getBoundingClientRect();
  const isRight = rect.left + rect.width / 2 > innerWidth * 0.45;
  const chat = area.closest(MESSENGER.chat);
  const box = composerBox(area);
  const anchors = [
    isRight,
    Boolean(chat),
    Boolean(box.querySelector(MESSENGER.send) ?? box.querySelector(MESSENGER.attach)),
    Boolean(box.querySelector('input[type="file"]')),
    Boolean(chatAround(area)?.querySelector(MESSENGER.message)),
  ];
  return anchors.filter(Boolean).length;
}

/**
 * @param {Element} area
 * @returns {Element} the widest part around the composer that holds no message and no other text box
 */
function composerBox(area) {
  let box = area;
  for (let at = area.parentElement; at && at !== document.body; at = at.parentElement) {
    if (at.querySelector(MESSENGER.message) || at.querySelectorAll("textarea").length > 1 || at.matches(MESSENGER.chat))
      break;
    box = at;
  }
  return box;
}

/** @param {Element} area */
function chatAround(area) {
  const marked = area.closest(MESSENGER.chat);
  if (marked) return marked;
  for (let at = area.parentElement; at && at !== document.body; at = at.parentElement) {
    if (at.querySelector(MESSENGER.message)) return at;
  }
  return null;
}

/** Lines that the bot has shown in the chats of this page: its replies may go once they are clicked. @type {Map<string, Set<string>>} */
const offeredLines = new Map();

/** Replies that were clicked, for chats that do not repeat them as messages. @type {Map<string, string[]>} */
const clickedReplies = new Map();

/** @typedef {{isMine: boolean, text: string, element: Element}} ChatMessage */

/** @implements {View} */
class MessengerView {
  /** @param {HTMLTextAreaElement} composer */
  constructor(composer) {
    this.page = /** @type {const} */ ("messenger");
    this.composer = composer;
    this.box = composerBox(composer);
    this.chat = chatAround(composer) ?? document.body;
    this.files = new FileMemory();
    /** @type {Control[]} */
    const description = [{ element: composer, kind: "text" }];
    this.controls = { description };
    this.chatId = chatId(this.chat);
    this.id = `${elementId(composer)} ${this.chatId}`;
  }

  /** @returns {ChatMessage[]} in the order of the page */
  messages() {
    const all = [...this.chat.querySelectorAll(MESSENGER.message)];
    return all
      .filter((element) => !element.parentElement?.closest(MESSENGER.message))
      .map((element) => {
        const lines = textLines(element).filter((line) => !MESSENGER.aside.test(line));
        return { isMine: element.getAttribute("is-mine") === "mine", text: lines.join("\n"), element };
      });
  }

  /** Closed requests, and steps of the bot that want one bare value. */
  isSilent() {
    const messages = this.messages();
    const mine = messages.findLast(({ isMine }) => isMine);
    const asked = messages.findLast(({ text, isMine }) => text && !isMine);
    const isAnswered = asked && mine && messages.indexOf(mine) > messages.indexOf(asked);
    if (asked && !isAnswered && MESSENGER.oneValue.test(asked.text)) return true;
    return MESSENGER.closed.test(`${this.textAfter(mine?.element)} ${this.header()}`);
  }

  /** @param {Element | undefined} message the seller's last: what was closed before it is open again */
  textAfter(message) {
    const range = document.createRange();
    range.selectNodeContents(this.chat);
    if (message) range.setStartAfter(message);
    return range.toString();
  }

  /** What stands above the messages. */
  header() {
    const outer = this.chat.parentElement?.closest(MESSENGER.chat) ?? this.chat;
    return textLines(outer, [], `${SKIPPED},${MESSENGER.message},[current-chat-id]`).join(" · ");
  }

  /** @param {ChatMessage[]} messages */
  requestNumber(messages) {
    const theirs = messages.filter(({ isMine }) => !isMine).map(({ text }) => text);
    return MESSENGER.number.exec([this.header(), ...theirs].join(" "))?.[1] ?? "";
  }

  /** @returns {Reading} */
  read() {
    const messages = this.messages();
    const number = this.requestNumber(messages);
    const { path, hasText } = dialogue(messages, this.offered(messages), Boolean(number));
    const inputs = /** @type {HTMLInputElement[]} */ ([...this.box.querySelectorAll('input[type="file"]')]);
    const previews = [...this.chat.querySelectorAll(MESSENGER.preview)].filter(
      (image) => !image.closest(MESSENGER.message),
    );
    return {
      draft: {
        subject: (path.length ? path : (clickedReplies.get(this.chatId) ?? [])).join(" > "),
        reference: "",
        description: this.composer.value,
        attachments: this.files.read(inputs, shownText(this.box), previews.length),
      },
      stage: hasText ? "reply" : "request",
      number,
    };
  }

  /**
   * @param {ChatMessage[]} messages
   * @returns {Set<string>} every line that the other side has shown so far, the offered replies among them
   */
  offered(messages) {
    const known = offeredLines.get(this.chatId) ?? new Set();
    offeredLines.set(this.chatId, known);
    for (const { isMine, text } of messages) if (!isMine) for (const line of text.split("\n")) known.add(line);
    return known;
  }

  /** @param {Event} event */
  noticeClick(event) {
    const target = event.composedPath()[0];
    const message = target instanceof Element && this.chat.contains(target) ? target.closest(MESSENGER.message) : null;
    if (!message || message.getAttribute("is-mine") === "mine") return;
    const reply = repliesIn(message).find((one) => one.contains(/** @type {Element} */ (target)));
    if (reply) clickedReplies.set(this.chatId, alongPath(clickedReplies.get(this.chatId) ?? [], shownText(reply)));
  }

  keepFree() {
    const buttons = /** @type {HTMLElement[]} */ ([...this.box.querySelectorAll("button")]);
    const help = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(MESSENGER.help)]);
    return [this.composer, ...buttons, ...help];
  }
}

/** @param {Element} chat */
function chatId(chat) {
  const marked = chat.getAttribute("current-chat-id") ?? chat.getAttribute("active-chat-id");
  return marked || new URL(location.href).searchParams.get("id") || "";
}

/**
 * Quick replies are no buttons on the real page: short texts with a pointer cursor.
 *
 * @param {Element} message
 */
function repliesIn(message) {
  return [...message.querySelectorAll("div,span,button")].filter((element) => {
    if (element.querySelector("div,span,button,a")) return false;
    const text = element.textContent?.trim() ?? "";
    return (
      text.length > 0 && text.length <= 80 && getComputedStyle(element).cursor === "pointer" && !element.closest("a")
    );
  });
}

/** @param {string[]} path @param {string} reply @returns {string[]} «Назад» leaves one branch, «Главное меню» all */
function alongPath(path, reply) {
  if (MESSENGER.menu.test(reply)) return [];
  return MESSENGER.back.test(reply) ? path.slice(0, -1) : [...path, reply];
}

/**
 * What has been said so far: first the bot's menu, then the request itself, then replies to it.
 *
 * @param {ChatMessage[]} messages
 * @param {Set<string>} offered
 * @param {boolean} hasNumber whether the request was accepted already
 * @returns {{path: string[], hasText: boolean}} `hasText`: the request's own text was sent
 */
function dialogue(messages, offered, hasNumber) {
  /** @type {string[]} */
  let path = [];
  let hasText = false;
  let wantsOneValue = false;
  for (const { isMine, text } of messages) {
    if (!isMine) {
      wantsOneValue = MESSENGER.oneValue.test(text);
    } else if (MESSENGER.menu.test(text)) {
      path = [];
      hasText = false;
    } else if (offered.has(text) || MESSENGER.topics.has(text) || MESSENGER.back.test(text)) {
      // Once a request has a number, a click is an answer within it («Да», «Вопрос решён»), no choice of a topic.
      if (!(hasText && hasNumber)) {
        path = alongPath(path, text);
        hasText = false;
      }
    } else if (text && !wantsOneValue) {
      hasText = true;
    }
  }
  return { path, hasText };
}
