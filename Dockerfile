# Built in one stage, run from another that has neither compiler nor development packages.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
RUN npm ci
COPY src ./src
COPY knowledge ./knowledge
RUN npm run -s build && npm prune --omit=dev

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# What is kept: mount a volume here, or set DATABASE_URL. Without either answers work, and nothing can be kept. The rest is
# only read: run it with --read-only.
RUN mkdir data && chown node:node data
VOLUME /app/data
# Last, since it changes most often.
COPY knowledge ./knowledge
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Small areas for what lives shortly hold the memory down, and cost next to nothing.
# Defaults here and not in ENV: a copy of .env.example has empty lines, and those would replace them.
CMD ["sh", "-c", "HOST=${HOST:-0.0.0.0} PORT=${PORT:-3000} NODE_ENV=${NODE_ENV:-production} exec node --max-semi-space-size=4 dist/main.js"]
