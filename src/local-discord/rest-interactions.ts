import { callbackJson, deleteWebhookMessage, editWebhookMessage, postFollowUp, takeCallback, webhookMessage } from './callbacks.js';
import type { Interactions } from './interactions.js';
import { messageJson, plainMessage } from './present.js';
import { NO_CONTENT, ok, type Routes } from './routes.js';
import type { StoredMessage, World } from './world.js';

/** The routes that an interaction's own token opens: its first answer, and the messages after it. */
export function interactionRoutes(world: World, interactions: Interactions): Routes {
	const show = (message: StoredMessage) => ok(plainMessage(messageJson(world, message)));
	return {
		'POST /interactions/:interaction/:token/callback': ({ query, body }, id = '', token = '') => {
			const interaction = takeCallback(world, interactions, id, token, body);
			return query.get('with_response') === 'true' ? ok(callbackJson(world, interaction)) : NO_CONTENT;
		},
		'POST /webhooks/:application/:token': ({ body }, application = '', token = '') =>
			show(postFollowUp(world, interactions.ofWebhook(application, token), body)),
		'GET /webhooks/:application/:token/messages/:message': (_call, application = '', token = '', id = '') =>
			show(webhookMessage(interactions.ofWebhook(application, token), id)),
		'PATCH /webhooks/:application/:token/messages/:message': ({ body }, application = '', token = '', id = '') =>
			show(editWebhookMessage(world, interactions.ofWebhook(application, token), id, body)),
		'DELETE /webhooks/:application/:token/messages/:message': (_call, application = '', token = '', id = '') => {
			deleteWebhookMessage(world, interactions.ofWebhook(application, token), id);
			return NO_CONTENT;
		},
	};
}
