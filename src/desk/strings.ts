/** Every word that the desk says. English. */
export const STRINGS = {
  off: "Those who manage this place have switched the answers off here.",
  tooMany: (perMinute: number) =>
    `That was quick: ${perMinute === 1 ? "one question" : `${perMinute} questions`} a minute is the most here, so that there is room for everybody. Please try again in a minute.`,
  busy: "Many people are asking here at once. Please try again in a minute.",
  cannotKeep:
    "This cannot be kept right now, since our store does not answer. Questions are answered as always. Please try again later.",
  voted: {
    helpful: "Thank you. It counts for this case, without your name.",
    unhelpful:
      "Thank you for saying so. It counts for this case, without your name. What was missing or wrong? A report with a source helps the most.",
  },
  reportButton: "Report a problem",
  issueLink:
    "You can also open it as an issue at the collection's home, where everyone can read it.",
  reportTitle: "Report a problem",
  reportWords: "What is wrong, or missing?",
  reportWordsHint:
    "Kept without your name. Curators and those who run or manage the bot here can read it",
  reportSource: "A source that shows it",
  reportSourceHint: "Author, title, page, or an address: without a source nothing is changed",
  reportSubmit: "Send",
  reportThanks: "Thank you. A curator will read it against your source.",
  reportNeedsBoth:
    "A report needs both what is wrong and a source that shows it. Nothing was kept.",
  sendTitle: "Ask the curators",
  sendWords: "Your question: these words are kept",
  sendWordsHint:
    "Without your name. Curators and those who run or manage the bot here can read them",
  sendSubmit: "Send these words",
  sendThanks: "Sent, and kept without your name. These words:",
  sendEmpty: "There were no words to send. Nothing was kept.",
  sendOnlyAsker: "Only the person who asked can send this question.",
  sendTooMany: "That is enough for now: please send the next one in some minutes.",
  formGone: "This form is too old to be understood. Please open it again.",
  onlyManagers: "Only those who manage this server or workspace can do that.",
  noSettingsHere: "There is nothing to set here: nobody manages a direct message.",
  settingsTitle: { everywhere: "Settings", channel: "Settings: this channel" },
  settingsSubmit: "Save",
  settingsSaved: "Saved. It holds from now on, on other replicas within a quarter of a minute.",
  settingsForgotten: "This channel now follows the settings of the whole space again.",
  settingsUnknownCases: (ids: readonly string[]) =>
    `Nothing was saved: the collection has no case called ${ids.join(", ")}. The name is what stands before the @ under an answer.`,
  settingsBadRate: (max: number) =>
    `Nothing was saved: questions a minute must be a whole number from 1 to ${max}.`,
  settingsTooManyCases: (max: number) =>
    `Nothing was saved: at most ${max} cases can be switched off.`,
  field: {
    switches: "Here the bot",
    visibility: "Who sees an answer, unless the asker says",
    sharing: "Who may share a private answer",
    rate: "Questions a person and minute",
    hidden: "Cases switched off here",
    hiddenHint: "One a line: what stands before the @ under an answer",
  },
  switchOption: {
    isOn: "answers questions",
    isPlain: "uses plain words",
    isEvidenceFirst: "shows sources first, reasons when revealed",
  },
  visibilityOption: {
    platform: "As the platform has it",
    private: "Only the asker",
    public: "Everyone in the channel",
  },
  sharingOption: {
    everyone: "Everyone",
    managers: "Those who manage this space",
    nobody: "Nobody",
  },
  revealUnkept:
    "These reasons are shown once: our store does not answer, so that they were revealed could not be kept.",
  insightTitle: "What people make of the answers",
  insightVotes: (helpful: number, all: number) =>
    all === 0
      ? "No votes yet."
      : `${all} votes, ${Math.round((helpful / all) * 100)} % of them helpful.`,
  insightCases: "By case",
  insightCase: (id: string, helpful: number, unhelpful: number) =>
    `${id}: ${helpful} helpful, ${unhelpful} not`,
  insightQuestions: "Questions sent to the curators",
  insightReports: "Reports",
  insightDue: "Reviews due",
  insightNone: "None.",
  insightMore: (left: number) => `And ${left} more; the operator's "npm run -s insight" has all.`,
} as const;
