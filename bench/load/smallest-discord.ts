import { Client, Events, GatewayIntentBits, MessageFlags, Partials } from "discord.js";

/** The smallest bot that could be written on discord.js: the same events in, the same words out. */
const answer = {
  components: [{ type: 10, content: "No." }],
  flags: MessageFlags.IsComponentsV2,
  allowedMentions: { parse: [] },
} as const;

const client = new Client({
  intents: [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.DirectMessages,
  ],
  partials: [Partials.Channel],
  rest: { api: process.env.DISCORD_API_URL ?? "" },
});
client.on(Events.MessageCreate, (message) => {
  // The nonce is what the fake knows an answer by.
  if (!message.author.bot) void message.reply({ ...answer, nonce: message.id });
});
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply(answer);
});
client.once(Events.ClientReady, () => process.stdout.write('{"msg":"discord ready"}\n'));
await client.login(process.env.DISCORD_TOKEN);
