# Built in one stage, run from another that has neither compiler nor development packages.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
RUN npm ci
COPY src ./src
COPY knowledge ./knowledge
RUN npm run -s build && npm prune --omit=dev

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# Last, since it changes most often.
COPY knowledge ./knowledge
USER node
CMD ["node", "dist/main.js"]
