import { AttributionRoleEnum, AuthorityEnum, ModeEnum, RecordTermsEnum } from "../enums.ts";
import { found } from "../loads.ts";
import { ActorRef, AnonymousSourceRef, AttributionLinkRef } from "../refs.ts";

AttributionLinkRef.implement({
  description:
    "One link of the chain by which a stance or a report reached us, from publisher to holder: an actor, or an anonymous source.",
  fields: (t) => ({
    role: t.expose("role", { type: AttributionRoleEnum, description: "Its place in the chain." }),
    actor: t.field({
      type: ActorRef,
      nullable: true,
      description: "The actor that is the link; null for an anonymous source.",
      resolve: ({ actor }, _args, { load }) => actor && found(load.actors, actor),
    }),
    anonymous: t.expose("anonymous", {
      type: AnonymousSourceRef,
      nullable: true,
      description: "The source that is not named; null when it is an actor.",
    }),
    cue: t.exposeString("cue", {
      nullable: true,
      description: 'The words that attribute, as in "according to"; null without any.',
    }),
    mode: t.expose("mode", {
      type: ModeEnum,
      nullable: true,
      description: "How the words were rendered; null when it was not coded.",
    }),
    onRecord: t.expose("onRecord", {
      type: RecordTermsEnum,
      nullable: true,
      description: "On what terms the source spoke; null when it was not coded.",
    }),
    authority: t.expose("authority", {
      type: AuthorityEnum,
      nullable: true,
      description: "By what right it speaks for the holder; null when it was not coded.",
    }),
  }),
});

AnonymousSourceRef.implement({
  description: "A source that is not named.",
  fields: (t) => ({
    descriptor: t.exposeString("descriptor", {
      description: 'The words for it, as in "a senior Iraqi government official".',
    }),
    affiliation: t.field({
      type: ActorRef,
      nullable: true,
      description: "To whom it belongs; null when that is not told.",
      resolve: ({ affiliation }, _args, { load }) => affiliation && found(load.actors, affiliation),
    }),
    rank: t.exposeString("rank", {
      nullable: true,
      description: "How high it stands, as in senior; null when that is not told.",
    }),
  }),
});
