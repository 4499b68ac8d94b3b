/** The support chat: one composer; the topic is the path of clicked replies. */

/** @type {Fn.findMessenger} */
function findMessenger() {
  const areas = /** @type {FieldElement[]} */ ([...document.querySelectorAll("body textarea")]);
  const open = areas.filter((area) => isShown(area) && isWritable(area) && !area.closest("[role=search]"));
  if (!open.length) return null;
  const [composer, second] = open.filter((area) => composerAnchors(area) >= 2);
  if (!composer || second) return "unsure";
  const view = new MessengerView(composer);
  return view.isSilent() ? null : view;
}

/** @type {Fn.composerAnchors} */
function composerAnchors(area) {
  const { left, width } = area.getBoundingClientRect();
  const box = composerBox(area);
  const anchors = [
    left + width / 2 > innerWidth * 0.45,
    area.closest(MESSENGER.chat),
    box.querySelector(MESSENGER.buttons),
    box.querySelector("input[type=file]"),
    !chatAround(area).matches("body"),
  ];
  return anchors.filter(Boolean).length;
}

/** @type {Fn.composerBox} */
function composerBox(area) {
  const ends = (/** @type {Element} */ box) =>
    box.matches(`body,${MESSENGER.chat}`) ||
    box.querySelector(MESSENGER.message) ||
    box.querySelectorAll("textarea").length > 1;
  let box = area;
  while (box.parentElement && !ends(box.parentElement)) box = box.parentElement;
  return box;
}

/** @param {Element} area */
function chatAround(area) {
  const line = lineage(area);
  const marked = area.closest(MESSENGER.chat);
  return marked ?? line.find((box) => box.matches("body") || box.querySelector(MESSENGER.message)) ?? document.body;
}

/** What the bot has shown in the chats of this page: its replies may go once they are clicked. @type {Map<string, Set<string>>} */
const offeredLines = new Map();

/** Clicked replies, for chats that do not repeat them as messages. @type {Map<string, string[]>} */
const clickedReplies = new Map();

/** @implements {View} */
class MessengerView {
  /** @param {FieldElement} composer */
  constructor(composer) {
    this.page = /** @type {const} */ ("messenger");
    this.composer = composer;
    this.box = composerBox(composer);
    this.chat = chatAround(composer);
    /** @type {SeenFile[]} */
    this.files = [];
    this.controls = { description: [{ element: composer, kind: /** @type {Kind} */ ("text") }] };
    this.chatId =
      attributes(this.chat, "current-chat-id active-chat-id")[0] || new URL(location.href).searchParams.get("id") || "";
    this.id = `${elementId(composer)} ${this.chatId}`;
  }

  /** @returns {ChatMessage[]} in the order of the page */
  messages() {
    const all = [...this.chat.querySelectorAll(MESSENGER.message)];
    const outer = all.filter((element) => !element.parentElement?.closest(MESSENGER.message));
    return outer.map((element) => {
      const lines = textLines(element).filter((line) => !MESSENGER.aside.test(line));
      return { isMine: element.getAttribute("is-mine") === "mine", text: lines.join("\n"), element };
    });
  }

  /** Closed requests, and steps of the bot that want one bare value. */
  isSilent() {
    const messages = this.messages();
    const mine = messages.findLastIndex(({ isMine }) => isMine);
    const asked = messages.findLastIndex(({ text, isMine }) => text && !isMine);
    if (asked > mine && MESSENGER.oneValue.test(messages[asked]?.text ?? "")) return true;
    // What was closed before the seller's last message is open again.
    const after = document.createRange();
    after.selectNodeContents(this.chat);
    const last = messages[mine]?.element;
    if (last) after.setStartAfter(last);
    return MESSENGER.closed.test(`${after} ${this.header()}`);
  }

  /** What stands above the messages. */
  header() {
    const outer = this.chat.parentElement?.closest(MESSENGER.chat) ?? this.chat;
    return textLines(outer, `${SKIPPED},${MESSENGER.message},[current-chat-id]`).join(" · ");
  }

  /** @returns {Reading} */
  read() {
    const messages = this.messages();
    const theirs = messages.flatMap(({ isMine, text }) => (isMine ? [] : text));
    const number = MESSENGER.number.exec([this.header(), ...theirs].join(" "))?.[1] ?? "";
    const offered = offeredLines.get(this.chatId) ?? new Set();
    offeredLines.set(this.chatId, offered);
    for (const text of theirs) for (const line of text.split("\n")) offered.add(line);
    const { path, hasText } = dialogue(messages, offered, Boolean(number));
    const inputs = /** @type {FieldElement[]} */ ([...this.box.querySelectorAll("input[type=file]")]);
    const previews = [...this.chat.querySelectorAll(MESSENGER.preview)];
    const waiting = previews.filter((image) => !image.closest(MESSENGER.message));
    return {
      draft: {
        subject: (path.length ? path : (clickedReplies.get(this.chatId) ?? [])).join(" > "),
        reference: "",
        description: this.composer.value,
        attachments: readFiles(this.files, inputs, shownText(this.box), waiting.length),
      },
      stage: hasText ? "reply" : "request",
      number,
    };
  }

  /** Quick replies are no buttons on the real page: short texts with a pointer cursor. @param {Event} event */
  noticeClick(event) {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || !this.chat.contains(target) || !target.closest('[is-mine=""]')) return;
    const text = shownText(target);
    const isReply = text && text.length <= 80 && getComputedStyle(target).cursor === "pointer" && !target.closest("a");
    if (isReply) clickedReplies.set(this.chatId, alongPath(clickedReplies.get(this.chatId) ?? [], text));
  }

  keepFree() {
    return [this.composer, ...this.box.querySelectorAll("button"), ...document.querySelectorAll(MESSENGER.help)];
  }
}

/** @type {Fn.alongPath} */
function alongPath(path, reply) {
  if (MESSENGER.menu.test(reply)) return [];
  return MESSENGER.back.test(reply) ? path.slice(0, -1) : [...path, reply];
}

/** What has been said so far: first the bot's menu, then the request itself, then replies to it. @type {Fn.dialogue} */
function dialogue(messages, offered, hasNumber) {
  /** @type {string[]} */
  let path = [];
  let hasText = false;
  let wantsOneValue = false;
  for (const { isMine, text } of messages) {
    const isMenu = MESSENGER.menu.test(text);
    const isReply = isMenu || MESSENGER.back.test(text) || MESSENGER.topics.test(text) || offered.has(text);
    if (!isMine) {
      wantsOneValue = MESSENGER.oneValue.test(text);
    } else if (!isReply) {
      hasText ||= Boolean(text) && !wantsOneValue;
    } else if (isMenu || !(hasText && hasNumber)) {
      // Once a request has a number, a click is an answer within it («Да», «Вопрос решён»), no choice of a topic.
      path = alongPath(path, text);
      hasText = false;
    }
  }
  return { path, hasText };
}

/** @type {Fn.findView} */
function findView({ pathname, searchParams }, roots) {
  if (!MESSENGER.path.test(pathname)) return findForm(roots());
  roots();
  // Buyers' chats and notices have another group: there we stay silent.
  return searchParams.get("group") === MESSENGER.group ? findMessenger() : null;
}
