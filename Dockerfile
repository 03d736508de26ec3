# The bot as an image: built in the first stage, and only what runs is in the second. docs/running.md says how to use it.
ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages ./packages
# No package needs a script of its own to be installed, and so none is run.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY commands ./commands
COPY data ./data
# Learns from the data as well, which takes a minute: a container starts with what was learned.
RUN npm run compile && node dist/src/cli/fit.js
# The sandbox and its page stay behind: a bot on Discord never loads them.
RUN npm ci --omit=dev --workspaces=false --ignore-scripts
RUN mkdir state

FROM ${NODE}
WORKDIR /app
ENV NODE_ENV=production
ENV STATE_DIR=/app/state
ENV METRICS_PORT=9464
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/data ./data
# The one folder that is written to.
COPY --from=build --chown=node:node /app/state ./state
VOLUME /app/state
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.METRICS_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--heap-growing-percent=25", "dist/src/main.js"]
