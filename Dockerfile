# Builds the bot in the first stage; the second stage holds only what runs. docs/running.md says how to use the image.
ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages ./packages
# No package needs an install script.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY commands ./commands
COPY data ./data
# Learns from the data as well, so that a container starts at once.
RUN npm run compile && node --max-semi-space-size=32 dist/src/cli/learn.js && rm dist/.tsbuildinfo packages/friendly-yaml/dist/.tsbuildinfo
# Removes everything that only builds: the sandbox, the page, type declarations, source maps and CommonJS copies.
RUN npm ci --omit=dev --workspace friendly-yaml --include-workspace-root --ignore-scripts \
  && find node_modules packages/friendly-yaml/dist -type f \( -name '*.ts' -o -name '*.[cm]ts' -o -name '*.map' -o -name '*.md' -o -path '*/date-fns/*.cjs' -o -path '*/date-fns/*cdn*' \) -delete
RUN mkdir state

FROM ${NODE}
WORKDIR /app
ENV NODE_ENV=production
ENV STATE_DIR=/app/state
ENV METRICS_PORT=9464
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
# node_modules links to it.
COPY --from=build /app/packages/friendly-yaml/package.json ./packages/friendly-yaml/
COPY --from=build /app/packages/friendly-yaml/dist ./packages/friendly-yaml/dist
COPY --from=build /app/dist ./dist
COPY --from=build /app/data ./data
# The only folder that the bot writes to.
COPY --from=build --chown=node:node /app/state ./state
VOLUME /app/state
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.METRICS_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--heap-growing-percent=70", "--max-semi-space-size=8", "dist/src/main.js"]
