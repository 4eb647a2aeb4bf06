# Studio Desk in one image: the gateway, the built page, and the sandbox that stands in for Reservie.
# By tag; `--build-arg NODE_IMAGE=node@sha256:…` pins it, as CI does (docs/security.md).
ARG NODE_IMAGE=node:24-bookworm-slim
FROM ${NODE_IMAGE} AS packages
WORKDIR /desk
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit

FROM packages AS page
RUN npm ci --no-audit
COPY . .
RUN npm run build

FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /desk
# Owned by root: the process may read the program, and write nothing but its data.
COPY package.json ./
COPY contract contract
COPY server server
COPY --from=packages /desk/node_modules node_modules
COPY --from=page /desk/dist dist
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm or a shell: the signal to stop must reach the gateway.
CMD ["node", "--import", "tsx", "server/gateway/main.ts"]
