/**
 * The package ships its Zod schemas as plain JavaScript; these are the ones used here, with the types that discord-api-types gives the same
 * bodies. What leaves a schema holds only the properties which Discord reads.
 */
declare module 'discord-api-spec/zod' {
	import type {
		APIApplicationCommand,
		APICommandAutocompleteInteractionResponseCallbackData,
		APIInteractionResponseCallbackData,
		APIModalInteractionResponseCallbackData,
		RESTPatchAPIChannelMessageJSONBody,
		RESTPostAPIChannelMessageJSONBody,
		RESTPostAPIChannelMessagesThreadsJSONBody,
		RESTPostAPICurrentUserCreateDMChannelJSONBody,
		RESTPostAPIWebhookWithTokenJSONBody,
	} from 'discord-api-types/v10';
	import type { ZodMiniType } from 'zod/mini';

	export type CommandBody = Pick<APIApplicationCommand, 'name'> &
		Partial<Omit<APIApplicationCommand, 'name' | 'id' | 'application_id' | 'guild_id' | 'version'>>;

	export const ApplicationCommandCreateRequestSchema: ZodMiniType<CommandBody>;
	export const ApplicationCommandPatchRequestPartialSchema: ZodMiniType<Partial<CommandBody>>;
	export const CreatePrivateChannelRequestSchema: ZodMiniType<Partial<RESTPostAPICurrentUserCreateDMChannelJSONBody>>;
	export const CreateTextThreadWithMessageRequestSchema: ZodMiniType<RESTPostAPIChannelMessagesThreadsJSONBody>;
	export const IncomingWebhookInteractionRequestSchema: ZodMiniType<APIInteractionResponseCallbackData>;
	export const IncomingWebhookRequestPartialSchema: ZodMiniType<RESTPostAPIWebhookWithTokenJSONBody>;
	export const IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema: ZodMiniType<RESTPatchAPIChannelMessageJSONBody>;
	export const IncomingWebhookUpdateRequestPartialSchema: ZodMiniType<RESTPatchAPIChannelMessageJSONBody>;
	export const InteractionApplicationCommandAutocompleteCallbackNumberDataSchema: ZodMiniType<APICommandAutocompleteInteractionResponseCallbackData>;
	export const InteractionApplicationCommandAutocompleteCallbackStringDataSchema: ZodMiniType<APICommandAutocompleteInteractionResponseCallbackData>;
	export const MessageCreateRequestSchema: ZodMiniType<RESTPostAPIChannelMessageJSONBody>;
	export const MessageEditRequestPartialSchema: ZodMiniType<RESTPatchAPIChannelMessageJSONBody>;
	export const ModalInteractionCallbackRequestDataSchema: ZodMiniType<APIModalInteractionResponseCallbackData>;
}
