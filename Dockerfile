# prereq in an image: `docker build -t prereq .`, then
#   docker run --rm -v "$PWD:/project" prereq check roadmap.yaml
# The steps are those of the scripts; only what runs with nothing installed goes into the image.
FROM debian:12 AS build
WORKDIR /prereq
COPY . .
RUN scripts/release portable && mkdir /dist && tar -C /dist --strip-components=1 -xf build/release/dist/prereq-*.tar.gz

FROM debian:12-slim
COPY --from=build /dist /opt/prereq
ENV PATH="/opt/prereq/bin:$PATH"
WORKDIR /project
ENTRYPOINT ["prereq"]
