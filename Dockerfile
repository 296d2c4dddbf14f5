FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings Node itself, and no other package needs its install script.
RUN npm ci --ignore-scripts
COPY tsconfig.json .rolldown.config.ts ./
COPY src ./src
RUN npm run build
RUN npm prune --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json LICENSE ./
COPY schema ./schema
COPY seed ./seed
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# The image's user "node", by number, so that an orchestrator can see that it is not root.
RUN install -d -o 1000 -g 1000 /data
USER 1000:1000
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "dist/cli/main.js", "serve", "--seed", "seed/us-iraq-talks", "--db", "/data/stancegraph.db", "--host", "0.0.0.0"]
